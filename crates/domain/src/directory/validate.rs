//! Validation: every row is checked, valid rows are used, and every problem is reported.

use super::builder::RecordStore;
use super::checks::{
    Exactness, degrees, has_icb_words, is_date, is_kebab_case, is_postcode_area, is_web_address, outside_england,
    whole_number,
};
use super::column::{COLUMNS, Column, HEADER, NAMES, NEEDED, REQUIRED_HEADER};
use super::column_map::ColumnMap;
use super::csv_reader::CsvReader;
use super::diagnostic::{Diagnostic, Diagnostics};
use super::id_index::IdIndex;
use super::messages::{self, Message};
use super::{Directory, Entries, EnumColumns, LegalForm, Region, RegionBasis, RegionSet, Source, Status, source};
use crate::lat_lon::LatLon;
use crate::strings::strip_bom;

/// The result of reading data files.
#[derive(Clone, Debug, Default)]
pub struct Validated {
    /// The valid rows. A row with a problem is left out, because a federation with a wrong website or region would
    /// mislead.
    pub directory: Directory,
    /// The problems, in the order of rows. Empty if everything is valid.
    pub problems: Vec<Diagnostic>,
}

/// Reads both files. See [`Directory::from_csv`].
pub(super) fn import(file: &str, federations: &str, sources: &str) -> Validated {
    let sources_file = beside(file, "sources.csv");
    let mut problems_of_sources = Diagnostics::new(&sources_file);
    let sources = source::read(sources, &mut problems_of_sources);

    let mut problems = Diagnostics::new(file);
    let directory = read(federations, sources, &mut problems);
    let mut problems = problems.into_sorted();
    problems.append(&mut problems_of_sources.into_sorted());
    Validated { directory, problems }
}

/// The path of another file in the same folder.
fn beside(file: &str, other: &str) -> String {
    let folder = file.rfind(['/', '\\']).map_or("", |slash| &file[..=slash]);
    let mut path = folder.to_owned();
    path.push_str(other);
    path
}

fn read(text: &str, sources: Vec<Source>, problems: &mut Diagnostics<'_>) -> Directory {
    let nothing = |sources| Directory { sources, ..Directory::default() };
    // References to cells have 32 bits. No browser can hold so long a text, but a command line might.
    if i32::try_from(text.len()).is_err() {
        problems.report(1, "", "", "The file is larger than 2 GB", "Split it");
        return nothing(sources);
    }
    let (mut sheet, mut rest) = (CsvReader::new(b','), strip_bom(text));
    let Some(first) = sheet.next_row(&mut rest) else {
        let mut fix = String::from("Start it with the row ");
        fix.push_str(HEADER);
        problems.report(1, "", "", "The file is empty", fix);
        return nothing(sources);
    };
    let Some(header) = ColumnMap::read(&first, &NAMES, &NEEDED, is_optional, problems) else {
        return nothing(sources);
    };

    let mut table = RecordStore::default();
    let mut numbers = Vec::new();
    while let Some(row) = sheet.next_row(&mut rest) {
        let mut row_cells = [""; COLUMNS];
        if !header.reorder_checked(&row, &mut row_cells, problems) {
            continue;
        }
        let mut check = RowValidator { cells: &row_cells, row: row.number, sources: &sources, problems };
        if let Some(decoded) = check.row() {
            table.push(&row_cells, decoded, "");
            numbers.push(row.number);
        }
    }

    let id_of = |record: u32| table.text(record, Column::Id);
    let mut records = table.records();
    let ids = IdIndex::of(&records, &id_of);
    for record in ids.duplicates(&id_of) {
        let Message { problem, fix } = messages::UNIQUE_ID;
        problems.report(numbers[record as usize], Column::Id.name(), id_of(record), problem, fix);
        records[record as usize] = u32::MAX;
    }
    records.retain(|&record| record != u32::MAX);
    table.into_directory(records, ids, sources)
}

fn is_optional(column: &str) -> bool {
    REQUIRED_HEADER.split(',').all(|required| required != column)
}

/// The checks of one row.
struct RowValidator<'a, 'f> {
    cells: &'a [&'a str; COLUMNS],
    row: u32,
    sources: &'a [Source],
    problems: &'a mut Diagnostics<'f>,
}

impl<'a> RowValidator<'a, '_> {
    /// Checks every cell, also against the others. Returns the decoded columns if there is no problem.
    fn row(&mut self) -> Option<EnumColumns> {
        let before = self.problems.len();
        self.require(Column::Id, is_kebab_case, messages::ID);
        self.require(Column::Name, |name| !name.is_empty(), messages::NAME);
        self.require(Column::CheckedOn, |date| is_date(date, Exactness::Day), messages::DAY);
        self.check_optional(Column::Website, is_web_address, messages::WEB_ADDRESS);
        self.check_optional(Column::Practices, |text| whole_number(text).is_some(), messages::WHOLE_NUMBER);
        self.check_optional(Column::Patients, |text| whole_number(text).is_some(), messages::WHOLE_NUMBER);
        for column in [Column::LastSeen, Column::PracticesAsOf, Column::PatientsAsOf, Column::Founded] {
            self.check_optional(column, |date| is_date(date, Exactness::Any), messages::DATE);
        }
        self.check_optional(Column::Listed, |listed| matches!(listed, "yes" | "no"), messages::LISTED);
        self.check_optional(
            Column::PostcodeAreas,
            |areas| Entries::of(areas).all(is_postcode_area),
            messages::POSTCODE_AREAS,
        );
        self.icb();
        self.coordinates();
        self.source();
        let status = self.status();
        let (regions, region_basis) = self.regions();
        let legal_form = LegalForm::parse(self.cell(Column::LegalForm));
        self.check_optional(Column::LegalForm, |_| legal_form.is_some(), messages::LEGAL_FORM);
        let decoded = EnumColumns { regions: regions?, region_basis: region_basis?, status: status?, legal_form };
        (self.problems.len() == before).then_some(decoded)
    }

    fn icb(&mut self) {
        self.check_optional(Column::Icb, |icb| !has_icb_words(icb), messages::ICB);
        if self.cell(Column::Icb).is_empty() {
            self.check_optional(Column::IcbAsOf, |_| false, messages::ICB_AS_OF_ALONE);
        } else {
            self.require(Column::IcbAsOf, |date| is_date(date, Exactness::Month), messages::ICB_AS_OF);
        }
    }

    fn coordinates(&mut self) {
        let [longitude, latitude] = [Column::Longitude, Column::Latitude].map(|column| {
            self.check_optional(column, |text| degrees(text).is_some(), messages::DEGREES);
            degrees(self.cell(column))
        });
        match (longitude, latitude) {
            (Some(longitude), Some(latitude)) => {
                if let Some(column) = outside_england(LatLon { latitude, longitude }) {
                    self.report(column, messages::IN_ENGLAND);
                }
            }
            (Some(_), None) if self.cell(Column::Latitude).is_empty() => {
                self.report(Column::Latitude, messages::BOTH_DEGREES);
            }
            (None, Some(_)) if self.cell(Column::Longitude).is_empty() => {
                self.report(Column::Longitude, messages::BOTH_DEGREES);
            }
            _ => {}
        }
    }

    fn source(&mut self) {
        self.require(Column::Source, |text| Entries::of(text).next().is_some(), messages::SOURCE);
        // In an editor's file without a list of sources, they are titles.
        if !self.sources.is_empty() {
            for id in Entries::of(self.cell(Column::Source)) {
                if !self.sources.iter().any(|source| source.id == id) {
                    self.report_value(Column::Source, id, messages::LISTED_SOURCE);
                }
            }
        }
    }

    fn status(&mut self) -> Option<Status> {
        let status = Status::parse(self.cell(Column::Status));
        self.require(Column::Status, |_| status.is_some(), messages::STATUS);
        match status {
            Some(Status::Active | Status::Unconfirmed) => {
                self.check_optional(Column::EndedOn, |_| false, messages::ENDED);
                self.check_optional(Column::EndedWhy, |_| false, messages::ENDED);
            }
            Some(Status::Ended) => {
                self.check_optional(Column::EndedOn, |date| is_date(date, Exactness::Any), messages::DATE);
                let is_known = !self.cell(Column::EndedOn).is_empty() || !self.cell(Column::Successor).is_empty();
                self.require(Column::EndedWhy, |why| is_known || !why.is_empty(), messages::ENDED_WHY);
            }
            None => self.check_optional(Column::EndedOn, |date| is_date(date, Exactness::Any), messages::DATE),
        }
        status
    }

    fn regions(&mut self) -> (Option<RegionSet>, Option<RegionBasis>) {
        let regions = self.region_set();
        let basis = RegionBasis::parse(self.cell(Column::RegionBasis));
        self.require(Column::RegionBasis, |_| basis.is_some(), messages::REGION_BASIS);
        if let (Some(regions), Some(basis)) = (regions, basis)
            && regions.is_empty() != (basis == RegionBasis::Unknown)
        {
            self.report(Column::RegionBasis, messages::BASIS_OF_UNKNOWN);
        }
        (regions, basis)
    }

    fn region_set(&mut self) -> Option<RegionSet> {
        let cell = self.cell(Column::Regions);
        let before = self.problems.len();
        let mut regions = RegionSet::UNKNOWN;
        let mut unknown = false;
        for name in Entries::of(cell) {
            match Region::parse(name) {
                Some(region) if regions.contains(region) => {
                    self.report(Column::Regions, messages::REGION_TWICE);
                }
                Some(region) => regions.insert(region),
                None if name.eq_ignore_ascii_case("unknown") => unknown = true,
                None => self.report_value(Column::Regions, name, messages::REGION),
            }
        }
        if self.problems.len() > before {
            return None;
        }
        if regions.is_empty() && !unknown {
            self.report_value(Column::Regions, "", messages::REGION);
            return None;
        }
        if unknown && !regions.is_empty() {
            self.report(Column::Regions, messages::REGION_AND_UNKNOWN);
            return None;
        }
        Some(regions)
    }

    fn cell(&self, column: Column) -> &'a str {
        self.cells[column as usize]
    }

    /// The cell must be valid.
    fn require(&mut self, column: Column, sound: impl Fn(&str) -> bool, message: Message) {
        if !sound(self.cell(column)) {
            self.report(column, message);
        }
    }

    /// The cell must be valid or empty.
    fn check_optional(&mut self, column: Column, sound: impl Fn(&str) -> bool, message: Message) {
        let cell = self.cell(column);
        if !cell.is_empty() && !sound(cell) {
            self.report(column, message);
        }
    }

    fn report(&mut self, column: Column, message: Message) {
        self.report_value(column, self.cell(column), message);
    }

    /// Reports a problem with one entry of a cell.
    fn report_value(&mut self, column: Column, value: &str, message: Message) {
        self.problems.add_message(self.row, column.name(), value, message);
    }
}
