//! From the cells of a row to a sound record; and what is said where a cell or a row is not sound.
//!
//! A row needs a name. Any other cell that can't be read is left out and the row used without it, except where the row
//! would then be taken for another one: a second row with the same id is left out.

use std::borrow::Cow;

use super::report::Report;
use super::spellings::Meaning;
use super::tidy;
use crate::directory::alike::Alike;
use crate::directory::cells::Places;
use crate::directory::checks::{degrees, in_england};
use crate::directory::column::{COLUMNS, Column, KEPT_CELLS};
use crate::directory::ids::Ids;
use crate::directory::table::{Assembly, Table};
use crate::directory::texts::NOWHERE;
use crate::directory::wants::{self, Want};
use crate::directory::{Decoded, Directory, RegionBasis, RegionSet, Severity, Source, Status};
use crate::search::fold;
use crate::text::push_number;

/// The cells of one row, by the columns' numbers.
pub(super) type Cells<'c> = [Cow<'c, str>; COLUMNS];

/// The records read so far, after those of the list that is extended.
pub(super) struct Records {
    table: Table,
    alike: Alike,
    ids: Ids,
    /// The folded names of the list before; its records come first.
    base_names: Vec<String>,
    by_base_name: Ids,
    /// Which of them have given way.
    gone: Vec<bool>,
    pub(super) labels: Vec<String>,
    pub(super) sources: Vec<Source>,
}

/// The longest id that is made of a name, in bytes.
pub(super) const LONGEST_MADE_ID: usize = 60;

/// The longest that a row may bring. Longer ones are cut, and two rows may then seem to have the same.
const LONGEST_OWN_ID: usize = 240;

impl Records {
    /// `extended` is the list whose records stay unless a row takes their place;
    /// `sources` are known already.
    pub(super) fn new(extended: Option<&Directory>, sources: Vec<Source>) -> Self {
        let mut records = Self {
            table: Table::default(),
            alike: Alike::default(),
            ids: Ids::default(),
            base_names: Vec::new(),
            by_base_name: Ids::default(),
            gone: Vec::new(),
            labels: Vec::new(),
            sources,
        };
        if let Some(base) = extended {
            base.copy_to(&mut records.table);
            records.labels = base.labels.clone();
            for row in 0..base.len() as u32 {
                records.ids.add(row, &|row| base.federation(row).id());
                records.base_names.push(fold(base.federation(row).name()));
            }
            let names = &records.base_names;
            for row in 0..names.len() as u32 {
                records.by_base_name.add(row, &|row| &names[row as usize]);
            }
            records.gone = vec![false; base.len()];
        }
        records
    }

    /// The number of a label of details.
    pub(super) fn label(&mut self, label: &str) -> usize {
        self.labels.iter().position(|other| other == label).unwrap_or_else(|| {
            self.labels.push(label.to_owned());
            self.labels.len() - 1
        })
    }

    /// Adds the record of a row, or says why not.
    pub(super) fn add(&mut self, row: u32, cells: Cells<'_>, details: &str, report: &mut Report) {
        report.rows += 1;
        let mut check = Check { cells, places: [NOWHERE; KEPT_CELLS], row, report };
        for column in Meaning::all().map(Meaning::column) {
            let cell = &*check.cells[column as usize];
            if cell.is_empty() {
                continue;
            }
            // An apostrophe that is taken off may leave another one.
            match self.table.known(column, cell, &self.alike).filter(|_| !cell.starts_with('\'')) {
                Some(place) => check.places[column as usize] = place,
                None => check.tidy(column),
            }
        }
        if check.cells[Column::Name as usize].is_empty() {
            check.fault(Severity::Row, Column::Name, "", wants::NAME);
            check.report.left_out += 1;
            return;
        }
        check.coordinates();
        let decoded = check.decoded();
        let Check { mut cells, places, .. } = check;

        let given = match std::mem::take(&mut cells[Column::Id as usize]) {
            Cow::Borrowed(given) => slug(given, LONGEST_OWN_ID),
            Cow::Owned(given) => Cow::Owned(slug(&given, LONGEST_OWN_ID).into_owned()),
        };
        let is_needed = given.is_empty() || !self.gone.is_empty();
        let name = if is_needed { fold(&cells[Column::Name as usize]) } else { String::new() };
        let same_name = self.by_base_name.find(&name, &|row| &self.base_names[row as usize]);
        let same_name = same_name.filter(|&base| !self.gone[base as usize]);
        let id = match same_name {
            _ if !given.is_empty() => given,
            Some(base) => Cow::Owned(self.table.text(base, Column::Id).to_owned()),
            None => Cow::Owned(self.made_id(&name, &cells[Column::Place as usize], row)),
        };
        let there = self.find(&id);
        if there.is_some_and(|there| !self.is_of_base(there)) {
            report.cell(Severity::Row, row, Meaning::of_column(Column::Id), &id, wants::UNIQUE_ID);
            report.left_out += 1;
            return;
        }
        for base in [same_name, there].into_iter().flatten() {
            let gone = &mut self.gone[base as usize];
            report.replaced += u32::from(!*gone);
            *gone = true;
        }
        cells[Column::Id as usize] = id;
        let number = self.table.len();
        self.table.push_alike(&cells, places, decoded, details, &mut self.alike);
        let id_of = |record| self.table.text(record, Column::Id);
        if there.is_some() {
            self.ids.hand_over(number, &id_of);
        } else {
            self.ids.add(number, &id_of);
        }
        report.used += 1;
    }

    /// An id of the name; with the place, or else with the row's number, where another row has that.
    fn made_id(&self, name: &str, place: &str, row: u32) -> String {
        let is_free = |id: &str| !id.is_empty() && self.find(id).is_none();
        let of_name = slug(name, LONGEST_MADE_ID).into_owned();
        if is_free(&of_name) {
            return of_name;
        }
        let with_place = slug(&[name, " ", place].concat(), LONGEST_MADE_ID).into_owned();
        if is_free(&with_place) {
            return with_place;
        }
        let mut id = if of_name.is_empty() { "row".to_owned() } else { of_name };
        id.push('-');
        push_number(&mut id, row);
        // Each turn of this loop is one that another row has prepared by its own id.
        while !is_free(&id) {
            id.push_str("-x");
        }
        id
    }

    fn find(&self, id: &str) -> Option<u32> {
        self.ids.find(id, &|record| self.table.text(record, Column::Id))
    }

    fn is_of_base(&self, record: u32) -> bool {
        (record as usize) < self.gone.len()
    }

    /// The records that are used, to be put in order; the labels; the sources.
    pub(super) fn into_assembly(self) -> (Assembly, Vec<String>, Vec<Source>) {
        let mut records = self.table.records();
        records.retain(|&record| !self.gone.get(record as usize).copied().unwrap_or_default());
        (Assembly::new(self.table, records, self.ids), self.labels, self.sources)
    }
}

/// The text as an id of at most `longest` bytes: lower-case letters and digits, in words joined by hyphens. May be empty.
pub(super) fn slug(text: &str, longest: usize) -> Cow<'_, str> {
    // Most ids that a file brings are sound already.
    if text.len() <= longest && is_slug(text) {
        return Cow::Borrowed(text);
    }
    let mut id = String::new();
    for c in fold(text).chars() {
        if id.len() >= longest {
            break;
        }
        match c {
            c if c.is_ascii_alphanumeric() => id.push(c),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    Cow::Owned(id)
}

fn is_slug(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let mut was_letter = false;
    for byte in text.bytes() {
        if !is_letter(byte) && (byte != b'-' || !was_letter) {
            return false;
        }
        was_letter = byte != b'-';
    }
    was_letter
}

fn tidied(column: Column, cell: &str) -> Result<Cow<'_, str>, Want> {
    match tidy::clean(cell) {
        Cow::Borrowed(clean) => tidy::tidy(column, clean),
        Cow::Owned(clean) => tidy::tidy(column, &clean).map(|tidied| Cow::Owned(tidied.into_owned())),
    }
}

/// The checks of one row.
struct Check<'c, 'r> {
    /// All of them, and then those found sound.
    cells: Cells<'c>,
    /// Where those are kept that a row above has had.
    places: Places,
    row: u32,
    report: &'r mut Report,
}

impl<'c> Check<'c, '_> {
    /// Keeps the cell if it is sound.
    fn tidy(&mut self, column: Column) {
        let cell = std::mem::take(&mut self.cells[column as usize]);
        let tidied = match &cell {
            Cow::Borrowed(cell) => tidied(column, cell),
            Cow::Owned(cell) => tidied(column, cell).map(|tidied| Cow::Owned(tidied.into_owned())),
        };
        match tidied {
            Ok(tidied) => self.cells[column as usize] = tidied,
            // It may have been made of control characters only.
            Err(_) if cell.trim_matches(char::is_control).is_empty() => {}
            Err(want) => self.fault(Severity::Cell, column, &cell, want),
        }
    }

    fn decoded(&mut self) -> Decoded {
        let status = self.status();
        let (regions, region_basis) = self.regions();
        let legal_form = self.cells[Column::LegalForm as usize].clone();
        let form = tidy::legal_form(&legal_form);
        if form.is_none() && !legal_form.is_empty() {
            self.fault(Severity::Cell, Column::LegalForm, &legal_form, wants::OWN_LEGAL_FORM);
        }
        Decoded { regions, region_basis, status, legal_form: form }
    }

    fn coordinates(&mut self) {
        let columns = [Column::Longitude, Column::Latitude];
        let [longitude, latitude] = columns.map(|column| degrees(&self.cells[column as usize]));
        let fault = match (longitude, latitude) {
            (Some(longitude), Some(latitude)) if !in_england(longitude, latitude) => {
                // With both out they are most often swapped.
                let column = if in_england(longitude, 52.0) { Column::Latitude } else { Column::Longitude };
                Some((column, wants::IN_ENGLAND))
            }
            (Some(_), None) => Some((Column::Latitude, wants::BOTH_DEGREES)),
            (None, Some(_)) => Some((Column::Longitude, wants::BOTH_DEGREES)),
            _ => None,
        };
        if let Some((column, want)) = fault {
            let value = self.cells[column as usize].clone();
            self.fault(Severity::Cell, column, &value, want);
            for column in columns {
                self.cells[column as usize] = Cow::Borrowed("");
            }
        }
    }

    /// Active, unless the row says something else; what it says of an end must fit.
    fn status(&mut self) -> Status {
        let cell = self.cells[Column::Status as usize].clone();
        let ended = [Column::EndedOn, Column::EndedWhy];
        let has_ended = ended.iter().any(|&column| !self.cells[column as usize].is_empty());
        let status = tidy::status(&cell);
        if status.is_none() && !cell.is_empty() {
            self.fault(Severity::Cell, Column::Status, &cell, wants::OWN_STATUS);
        }
        match status {
            Some(Status::Active) => {
                for column in ended {
                    let value = std::mem::take(&mut self.cells[column as usize]);
                    if !value.is_empty() {
                        self.fault(Severity::Cell, column, &value, wants::OWN_ENDED);
                    }
                }
            }
            None if has_ended => return Status::Defunct,
            _ => {}
        }
        status.unwrap_or(Status::Active)
    }

    /// The regions. Who writes a region states it, unless the row says that it is inferred.
    fn regions(&mut self) -> (RegionSet, RegionBasis) {
        let cell = self.cells[Column::Regions as usize].clone();
        let regions = tidy::regions(&cell).unwrap_or_else(|entry| {
            self.fault(Severity::Cell, Column::Regions, entry, wants::REGION);
            RegionSet::UNKNOWN
        });
        let basis = self.cells[Column::RegionBasis as usize].clone();
        let stated = tidy::region_basis(&basis);
        if stated.is_none() && !basis.is_empty() {
            self.fault(Severity::Cell, Column::RegionBasis, &basis, wants::REGION_BASIS);
        }
        let basis = match stated {
            _ if regions.is_empty() => RegionBasis::Unknown,
            Some(RegionBasis::Inferred) => RegionBasis::Inferred,
            _ => RegionBasis::Stated,
        };
        (regions, basis)
    }

    fn fault(&mut self, severity: Severity, column: Column, value: &str, want: Want) {
        self.report.cell(severity, self.row, Meaning::of_column(column), value, want);
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_MADE_ID, LONGEST_OWN_ID, slug};

    #[test]
    fn ids_are_made_of_names() {
        for (name, id) in [
            ("Halton GP Alliance", "halton-gp-alliance"),
            ("  Coventry & Rugby C.I.C. ", "coventry-and-rugby-cic"),
            ("Ynys Môn", "ynys-mon"),
            ("東京 GP 東", "gp"),
            ("東京", ""),
            ("", ""),
            ("a-1", "a-1"),
            ("-a--1-", "a-1"),
            ("a-", "a"),
            (&"long ".repeat(30), "long-long-long-long-long-long-long-long-long-long-long-long"),
        ] {
            assert_eq!(slug(name, LONGEST_MADE_ID), id, "{name}");
        }
    }

    #[test]
    fn long_ids_of_rows_stay_apart() {
        let id = "greater-north-east-hampshire-and-farnham-neighbourhood-consortium";
        assert_eq!(slug(id, LONGEST_OWN_ID), id);
    }
}
