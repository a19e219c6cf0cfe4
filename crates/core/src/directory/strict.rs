//! From files to a directory: every row is checked, sound rows are used, every fault is reported.

use super::checks::{
    Exactness, degrees, has_icb_words, in_england, is_date, is_kebab_case, is_postcode_area, is_web_address,
    whole_number,
};
use super::column::{COLUMNS, Column, HEADER, NAMES, NEEDED, REQUIRED_HEADER};
use super::fault::{Fault, Faults};
use super::header::Header;
use super::ids::Ids;
use super::sheet::Sheet;
use super::table::Table;
use super::wants::{self, Want};
use super::{Decoded, Directory, LegalForm, List, Region, RegionBasis, RegionSet, Source, Status, source};
use crate::text::without_mark;

/// What came out of reading data files.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// The sound rows. A row with a fault is left out: a federation with a wrong website or region would mislead.
    pub directory: Directory,
    /// What is wrong, in the order of rows; empty if everything is sound.
    pub faults: Vec<Fault>,
}

/// Reads both files; see [`Directory::from_csv`].
pub(super) fn import(file: &str, federations: &str, sources: &str) -> Import {
    let sources_file = beside(file, "sources.csv");
    let mut faults_of_sources = Faults::new(&sources_file);
    let sources = source::read(sources, &mut faults_of_sources);

    let mut faults = Faults::new(file);
    let directory = read(federations, sources, &mut faults);
    let mut faults = faults.into_sorted();
    faults.append(&mut faults_of_sources.into_sorted());
    Import { directory, faults }
}

/// The name of a file in the same folder.
fn beside(file: &str, other: &str) -> String {
    let folder = file.rfind(['/', '\\']).map_or("", |slash| &file[..=slash]);
    let mut path = folder.to_owned();
    path.push_str(other);
    path
}

fn read(text: &str, sources: Vec<Source>, faults: &mut Faults<'_>) -> Directory {
    let nothing = |sources| Directory { sources, ..Directory::default() };
    // Places of cells are kept in 32 bits. No browser holds so long a text, but a command line might.
    if i32::try_from(text.len()).is_err() {
        faults.add(1, "", "", "The file is larger than 2 GB", "Split it");
        return nothing(sources);
    }
    let (mut sheet, mut rest) = (Sheet::new(b','), without_mark(text));
    let Some(first) = sheet.next_row(&mut rest) else {
        let mut right = String::from("Start it with the row ");
        right.push_str(HEADER);
        faults.add(1, "", "", "The file is empty", right);
        return nothing(sources);
    };
    let Some(header) = Header::read(&first, &NAMES, &NEEDED, is_optional, faults) else {
        return nothing(sources);
    };

    let mut table = Table::default();
    let mut numbers = Vec::new();
    while let Some(row) = sheet.next_row(&mut rest) {
        let mut row_cells = [""; COLUMNS];
        if !header.cells(&row, &mut row_cells, faults) {
            continue;
        }
        let mut check = Check { cells: &row_cells, row: row.number, sources: &sources, faults };
        if let Some(decoded) = check.row() {
            table.push(&row_cells, decoded, "");
            numbers.push(row.number);
        }
    }

    let id_of = |record: u32| table.text(record, Column::Id);
    let mut records = table.records();
    let ids = Ids::of(&records, &id_of);
    for record in ids.repeated(&id_of) {
        let (what, right) = wants::UNIQUE_ID;
        faults.add(numbers[record as usize], Column::Id.name(), id_of(record), what, right);
        records[record as usize] = u32::MAX;
    }
    records.retain(|&record| record != u32::MAX);
    table.into_directory(records, ids, sources)
}

fn is_optional(column: &str) -> bool {
    REQUIRED_HEADER.split(',').all(|required| required != column)
}

/// The checks of one row.
struct Check<'a, 'f> {
    cells: &'a [&'a str; COLUMNS],
    row: u32,
    sources: &'a [Source],
    faults: &'a mut Faults<'f>,
}

impl<'a> Check<'a, '_> {
    /// Checks every cell, and each against the others; the decoded columns if there is no fault.
    fn row(&mut self) -> Option<Decoded> {
        let before = self.faults.len();
        self.demand(Column::Id, is_kebab_case, wants::ID);
        self.demand(Column::Name, |name| !name.is_empty(), wants::NAME);
        self.demand(Column::CheckedOn, |date| is_date(date, Exactness::Day), wants::DAY);
        self.allow(Column::Website, is_web_address, wants::WEB_ADDRESS);
        self.allow(Column::Practices, |text| whole_number(text).is_some(), wants::WHOLE_NUMBER);
        self.allow(Column::Patients, |text| whole_number(text).is_some(), wants::WHOLE_NUMBER);
        for column in [Column::LastSeen, Column::PracticesAsOf, Column::PatientsAsOf, Column::Founded] {
            self.allow(column, |date| is_date(date, Exactness::Any), wants::DATE);
        }
        self.allow(Column::Listed, |listed| matches!(listed, "yes" | "no"), wants::LISTED);
        self.allow(Column::PostcodeAreas, |areas| List::of(areas).all(is_postcode_area), wants::POSTCODE_AREAS);
        self.icb();
        self.coordinates();
        self.source();
        let status = self.status();
        let (regions, region_basis) = self.regions();
        let legal_form = LegalForm::parse(self.cell(Column::LegalForm));
        self.allow(Column::LegalForm, |_| legal_form.is_some(), wants::LEGAL_FORM);
        let decoded = Decoded { regions: regions?, region_basis: region_basis?, status: status?, legal_form };
        (self.faults.len() == before).then_some(decoded)
    }

    fn icb(&mut self) {
        self.allow(Column::Icb, |icb| !has_icb_words(icb), wants::ICB);
        if self.cell(Column::Icb).is_empty() {
            self.allow(Column::IcbAsOf, |_| false, wants::ICB_AS_OF_ALONE);
        } else {
            self.demand(Column::IcbAsOf, |date| is_date(date, Exactness::Month), wants::ICB_AS_OF);
        }
    }

    fn coordinates(&mut self) {
        let [longitude, latitude] = [Column::Longitude, Column::Latitude].map(|column| {
            self.allow(column, |text| degrees(text).is_some(), wants::DEGREES);
            degrees(self.cell(column))
        });
        match (longitude, latitude) {
            (Some(longitude), Some(latitude)) if !in_england(longitude, latitude) => {
                // One fault, at the coordinate that lies farther out; with both out they are most often swapped.
                let column = if in_england(longitude, 52.0) { Column::Latitude } else { Column::Longitude };
                self.fault(column, wants::IN_ENGLAND);
            }
            (Some(_), None) if self.cell(Column::Latitude).is_empty() => {
                self.fault(Column::Latitude, wants::BOTH_DEGREES);
            }
            (None, Some(_)) if self.cell(Column::Longitude).is_empty() => {
                self.fault(Column::Longitude, wants::BOTH_DEGREES);
            }
            _ => {}
        }
    }

    fn source(&mut self) {
        self.demand(Column::Source, |text| List::of(text).next().is_some(), wants::SOURCE);
        // An editor's file without a list of sources names them in words.
        if !self.sources.is_empty() {
            for id in List::of(self.cell(Column::Source)) {
                if !self.sources.iter().any(|source| source.id == id) {
                    self.fault_of(Column::Source, id, wants::LISTED_SOURCE);
                }
            }
        }
    }

    fn status(&mut self) -> Option<Status> {
        let status = Status::parse(self.cell(Column::Status));
        self.demand(Column::Status, |_| status.is_some(), wants::STATUS);
        match status {
            Some(Status::Active | Status::Unconfirmed) => {
                self.allow(Column::EndedOn, |_| false, wants::ENDED);
                self.allow(Column::EndedWhy, |_| false, wants::ENDED);
            }
            Some(Status::Ended) => {
                self.allow(Column::EndedOn, |date| is_date(date, Exactness::Any), wants::DATE);
                let is_known = !self.cell(Column::EndedOn).is_empty() || !self.cell(Column::Successor).is_empty();
                self.demand(Column::EndedWhy, |why| is_known || !why.is_empty(), wants::ENDED_WHY);
            }
            None => self.allow(Column::EndedOn, |date| is_date(date, Exactness::Any), wants::DATE),
        }
        status
    }

    fn regions(&mut self) -> (Option<RegionSet>, Option<RegionBasis>) {
        let regions = self.region_set();
        let basis = RegionBasis::parse(self.cell(Column::RegionBasis));
        self.demand(Column::RegionBasis, |_| basis.is_some(), wants::REGION_BASIS);
        if let (Some(regions), Some(basis)) = (regions, basis)
            && regions.is_empty() != (basis == RegionBasis::Unknown)
        {
            self.fault(Column::RegionBasis, wants::BASIS_OF_UNKNOWN);
        }
        (regions, basis)
    }

    fn region_set(&mut self) -> Option<RegionSet> {
        let cell = self.cell(Column::Regions);
        let before = self.faults.len();
        let mut regions = RegionSet::UNKNOWN;
        let mut unknown = false;
        for name in List::of(cell) {
            match Region::parse(name) {
                Some(region) if regions.contains(region) => {
                    self.fault(Column::Regions, wants::REGION_TWICE);
                }
                Some(region) => regions.insert(region),
                None if name.eq_ignore_ascii_case("unknown") => unknown = true,
                None => self.fault_of(Column::Regions, name, wants::REGION),
            }
        }
        if self.faults.len() > before {
            return None;
        }
        if regions.is_empty() && !unknown {
            self.fault_of(Column::Regions, "", wants::REGION);
            return None;
        }
        if unknown && !regions.is_empty() {
            self.fault(Column::Regions, wants::REGION_AND_UNKNOWN);
            return None;
        }
        Some(regions)
    }

    fn cell(&self, column: Column) -> &'a str {
        self.cells[column as usize]
    }

    /// The cell must be sound.
    fn demand(&mut self, column: Column, sound: impl Fn(&str) -> bool, want: Want) {
        if !sound(self.cell(column)) {
            self.fault(column, want);
        }
    }

    /// The cell must be sound or empty.
    fn allow(&mut self, column: Column, sound: impl Fn(&str) -> bool, want: Want) {
        let cell = self.cell(column);
        if !cell.is_empty() && !sound(cell) {
            self.fault(column, want);
        }
    }

    fn fault(&mut self, column: Column, want: Want) {
        self.fault_of(column, self.cell(column), want);
    }

    /// A fault of one entry of a cell.
    fn fault_of(&mut self, column: Column, value: &str, want: Want) {
        self.faults.add_want(self.row, column.name(), value, want);
    }
}
