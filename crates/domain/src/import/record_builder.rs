//! From the cells of a row to a valid record, and the messages about cells and rows that are not valid.
//!
//! A row needs a name. Any other cell that cannot be parsed is shown as it is written, under its own heading. If
//! several rows have the same id, it is the code of something else, such as an ICB. These rows get ids that are made
//! from their names.

use std::borrow::Cow;

use super::closest;
use super::column_aliases::{EXAMPLE_NOTES, KnownColumn, is_alike, is_example};
use super::heading;
use super::normalise;
use super::report::ImportReport;
use crate::directory::builder::{DirectoryBuilder, RecordStore};
use crate::directory::cell_table::RowRefs;
use crate::directory::checks::{degrees, in_england};
use crate::directory::column::{COLUMNS, Column, KEPT_CELLS};
use crate::directory::details;
use crate::directory::id_index::IdIndex;
use crate::directory::intern::InternCache;
use crate::directory::messages::{self, Message};
use crate::directory::string_arena::EMPTY_REF;
use crate::directory::{Directory, EnumColumns, LegalForm, RegionBasis, RegionSet, Scope, Source, Status};
use crate::format::format_number;
use crate::search::fold;
use crate::strings::push_number;

/// The cells of one row, by column number.
pub(super) type Cells<'c> = [Cow<'c, str>; COLUMNS];

/// The records so far, after those of the list that is extended.
pub(super) struct RecordBuilder {
    table: RecordStore,
    alike: InternCache,
    ids: IdIndex,
    /// The folded names of the existing list, whose records come first.
    base_names: Vec<String>,
    base_by_name: IdIndex,
    /// Which of these records have been replaced.
    superseded: Vec<bool>,
    /// The ids that more than one row has.
    shared: Vec<String>,
    by_shared: IdIndex,
    /// Where the rows of the records do not follow each other: the number of a record and its row.
    rows: Vec<(u32, u32)>,
    /// Today's date, as `YYYY-MM-DD`, if it is known.
    today: Option<String>,
    /// The rows without a location, and those without a status.
    unplaced: RowsWithout,
    unstated: RowsWithout,
    pub(super) labels: Vec<String>,
    pub(super) sources: Vec<Source>,
}

/// Rows that do not have something that others have.
#[derive(Default)]
struct RowsWithout {
    first: u32,
    rows: u32,
}

impl RowsWithout {
    fn add(&mut self, row: u32) {
        self.first = if self.rows == 0 { row } else { self.first };
        self.rows += 1;
    }

    /// Reports all of them in one problem, which is `one` or, after their number, `many`.
    fn report(&self, column: &str, [one, many, right]: [&'static str; 3], report: &mut ImportReport) {
        let what = match self.rows {
            0 => return,
            1 => Cow::Borrowed(one),
            rows => Cow::Owned([&*format_number(rows), many].concat()),
        };
        report.add(Scope::Note, self.first, column.to_owned(), "", (what, right));
    }
}

/// The columns with which a search for a postcode finds a federation.
const LOCATIONS: [Column; 3] = [Column::Postcodes, Column::Latitude, Column::PostcodeAreas];

/// The maximum length of an id that is made from a name, in bytes.
pub(super) const MAX_GENERATED_ID: usize = 60;

/// The maximum length of an id in a row. Longer ones are cut, so two rows can then seem to have the same id.
const MAX_OWN_ID: usize = 240;

impl RecordBuilder {
    /// `extended` is the list whose records stay unless a row replaces them. `sources` are known already.
    pub(super) fn new(extended: Option<&Directory>, sources: Vec<Source>, today: Option<&str>) -> Self {
        let mut records = Self {
            table: RecordStore::default(),
            alike: InternCache::default(),
            ids: IdIndex::default(),
            base_names: Vec::new(),
            base_by_name: IdIndex::default(),
            superseded: Vec::new(),
            shared: Vec::new(),
            by_shared: IdIndex::default(),
            rows: Vec::new(),
            today: today.map(str::to_owned),
            unplaced: RowsWithout::default(),
            unstated: RowsWithout::default(),
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
                records.base_by_name.add(row, &|row| &names[row as usize]);
            }
            records.superseded = vec![false; base.len()];
        }
        records
    }

    /// The number of a label of details.
    pub(super) fn label(&mut self, label: &str) -> usize {
        number_of(&mut self.labels, label)
    }

    /// Adds the record of a row, or reports why it cannot.
    pub(super) fn add(&mut self, row: u32, cells: Cells<'_>, details: &str, report: &mut ImportReport) {
        self.add_row(row, cells, details, report, false);
    }

    /// The same if the names of practices need no parsing: those of a row per practice can look like numbers.
    pub(super) fn add_with_practices(&mut self, row: u32, cells: Cells<'_>, details: &str, report: &mut ImportReport) {
        self.add_row(row, cells, details, report, true);
    }

    fn add_row(&mut self, row: u32, cells: Cells<'_>, details: &str, report: &mut ImportReport, has_practices: bool) {
        report.rows += 1;
        let given_name = cells[Column::Name as usize].clone();
        let mut check = RowCheck {
            cells,
            places: [EMPTY_REF; KEPT_CELLS],
            row,
            today: self.today.as_deref(),
            report,
            labels: &mut self.labels,
            details: Cow::Borrowed(details),
        };
        if !check.cells[Column::Name as usize].is_empty() {
            check.normalise(Column::Name);
        }
        let name = &*check.cells[Column::Name as usize];
        if name.is_empty() || is_example(name) {
            let want = if name.is_empty() { messages::NAME } else { messages::EXAMPLE };
            check.report(Scope::Row, Column::Name, given_name.trim_matches(char::is_control), want);
            check.report.skipped_rows += 1;
            return;
        }
        check.example();
        // A location that cannot be read is a problem of its own.
        let is_placed = LOCATIONS.iter().any(|&column| !normalise::sanitise(&check.cells[column as usize]).is_empty());
        check.closed();
        // The name is the first column.
        for column in KnownColumn::all().skip(1).map(KnownColumn::column) {
            let cell = &*check.cells[column as usize];
            if cell.is_empty() || has_practices && column == Column::MemberPractices {
                continue;
            }
            // If an apostrophe is removed, another one can follow.
            match self.table.interned(column, cell, &self.alike).filter(|_| !cell.starts_with('\'')) {
                Some(place) => check.places[column as usize] = place,
                None => check.normalise(column),
            }
        }
        check.postcodes();
        check.coordinates();
        let enum_columns = check.enum_columns();
        let RowCheck { mut cells, places, mut details, .. } = check;
        let is_unstated = cells[Column::Status as usize].is_empty() && cells[Column::EndedOn as usize].is_empty();

        // An NHS code is an id too, unless the row has another. It is always shown.
        let (id_column, written) = match std::mem::take(&mut cells[Column::Id as usize]) {
            written if written.is_empty() => (Column::OdsCode, cells[Column::OdsCode as usize].clone()),
            written => (Column::Id, written),
        };
        let mut given: Cow<'_, str> = Cow::Owned(slug(&written, MAX_OWN_ID).into_owned());
        let mut there = if given.is_empty() { None } else { self.find(&given) };
        let is_shared = self.by_shared.find(&given, &|shared| &self.shared[shared as usize]).is_some();
        let other = there.filter(|&there| !is_shared && !self.is_of_base(there));
        if let Some(other) = other {
            self.share(other, &given, row, (id_column, &written), report);
        }
        if is_shared || other.is_some() {
            if id_column == Column::Id {
                keep(&mut self.labels, &mut details, report, Column::Id, &written);
            }
            given = Cow::Borrowed("");
        }
        let is_needed = given.is_empty() || !self.superseded.is_empty();
        let name = if is_needed { fold(&cells[Column::Name as usize]) } else { String::new() };
        let same_name = self.base_by_name.find(&name, &|row| &self.base_names[row as usize]);
        let is_new = same_name.is_none_or(|base| !self.superseded[base as usize]);
        // The row that has replaced a federation of this name.
        let above = same_name.filter(|_| !is_new).and_then(|base| self.find(self.table.text(base, Column::Id)));
        let above = above.filter(|&above| !self.is_of_base(above));
        let same_name = same_name.filter(|_| is_new);
        let id = match same_name {
            _ if !given.is_empty() => given,
            Some(base) => Cow::Owned(self.table.text(base, Column::Id).to_owned()),
            None => {
                let is_twin = |record| self.table.is_like(record, &cells, enum_columns, &details);
                let Some((id, other)) = self.generated_id(&name, &cells[Column::Place as usize], row, &is_twin) else {
                    let value = &*cells[Column::Name as usize];
                    report.cell(Scope::Row, row, KnownColumn::NAME, value, messages::TWIN);
                    report.skipped_rows += 1;
                    return;
                };
                if let Some(other) = above.or(other).filter(|&other| fold(self.table.text(other, Column::Name)) == name)
                {
                    let mut what = String::from("is also the name in row ");
                    push_number(&mut what, self.row_of(other));
                    let heading = report.heading(KnownColumn::NAME);
                    report.add(Scope::Note, row, heading, &cells[Column::Name as usize], (what, messages::SAME_NAME));
                }
                Cow::Owned(id)
            }
        };
        there = self.find(&id);
        for base in [same_name, there].into_iter().flatten() {
            let gone = &mut self.superseded[base as usize];
            report.replaced += u32::from(!*gone);
            *gone = true;
        }
        cells[Column::Id as usize] = id;
        let number = self.table.len();
        if self.rows.last().is_none_or(|(record, first)| number - record != row.wrapping_sub(*first)) {
            self.rows.push((number, row));
        }
        self.table.push_interned(&cells, places, enum_columns, &details, &mut self.alike);
        let id_of = |record| self.table.text(record, Column::Id);
        if there.is_some() {
            self.ids.reassign(number, &id_of);
        } else {
            self.ids.add(number, &id_of);
        }
        report.used += 1;
        if !is_placed {
            self.unplaced.add(row);
        }
        if is_unstated {
            self.unstated.add(row);
        }
    }

    /// Reports the rows that no search for a postcode finds, and those without a status, each in one problem, if the file
    /// has a column for that.
    pub(super) fn report_incomplete(&self, report: &mut ImportReport) {
        let heading = |columns: &[Column]| {
            let is_one = |name| columns.iter().any(|column| column.name() == name);
            let found = report.columns.iter().find(|it| !it.is_left_out && it.column.is_some_and(is_one));
            found.map(|column| column.heading.clone())
        };
        let location = heading(&[Column::Postcodes, Column::Latitude]);
        // Nothing in a column such as "Closed" means that the federation has not ended.
        let status = heading(&[Column::Status]).filter(|heading| !is_of_end(heading));
        if let Some(heading) = location {
            let texts = [messages::ROW_WITHOUT_POSTCODE, messages::ROWS_WITHOUT_POSTCODE, messages::ENTER_POSTCODE];
            self.unplaced.report(&heading, texts, report);
        }
        if let Some(heading) = status {
            let texts = [messages::ROW_WITHOUT_STATUS, messages::ROWS_WITHOUT_STATUS, messages::ENTER_STATUS];
            self.unstated.report(&heading, texts, report);
        }
    }

    /// Reports that another row, `row`, has the id of this record too, written as `written`. The record gets another
    /// id, unless its id was made from its name or there is an existing list.
    fn share(&mut self, record: u32, id: &str, row: u32, (column, written): (Column, &str), report: &mut ImportReport) {
        report.cell(Scope::Note, row, KnownColumn::of_column(column), written, messages::SHARED_ID);
        let name = fold(self.table.text(record, Column::Name));
        // A federation of the existing list keeps its id, whichever row replaces it.
        if !self.superseded.is_empty() || slug(&name, MAX_GENERATED_ID) == id {
            return;
        }
        self.shared.push(id.to_owned());
        self.by_shared.add(self.shared.len() as u32 - 1, &|shared| &self.shared[shared as usize]);
        let mut details = Cow::Owned(self.table.details(record).to_owned());
        if column == Column::Id {
            keep(&mut self.labels, &mut details, report, Column::Id, written);
        }
        if let Some((id, _)) = self.generated_id(&name, self.table.text(record, Column::Place), row, &|_| false) {
            self.table.set(record, &id, &details);
            self.ids.add(record, &|record| self.table.text(record, Column::Id));
        }
    }

    /// The row of a record that is not from the list that is extended.
    fn row_of(&self, record: u32) -> u32 {
        let after = self.rows.partition_point(|(first, _)| *first <= record);
        self.rows[..after].last().map_or(0, |(first, row)| row + record - first)
    }

    /// An id from the name or, if another row has that, from the name and the place, and then with a number; and that
    /// other row's record. `None` if that other row `is_twin`.
    fn generated_id(
        &self,
        name: &str,
        place: &str,
        row: u32,
        is_twin: &dyn Fn(u32) -> bool,
    ) -> Option<(String, Option<u32>)> {
        let mut other = None;
        let mut of_name = slug(name, MAX_GENERATED_ID).into_owned();
        let is_nameless = of_name.is_empty();
        // After the 9th row with the same name and place, the id contains the row number.
        for number in u32::from(is_nameless) * 10..11 {
            let mut id = match number {
                0 => std::mem::take(&mut of_name),
                10 if is_nameless => "row".to_owned(),
                _ => slug(&[name, " ", place].concat(), MAX_GENERATED_ID).into_owned(),
            };
            if number > 1 {
                id.push('-');
                push_number(&mut id, if number < 10 { number } else { row });
            }
            // Each iteration means that another row has this id of its own.
            loop {
                let Some(there) = self.find(&id) else { return Some((id, other)) };
                if !self.is_of_base(there) {
                    if is_twin(there) {
                        return None;
                    }
                    other = other.or(Some(there));
                }
                if number < 10 {
                    break;
                }
                id.push_str("-x");
            }
        }
        None
    }

    fn find(&self, id: &str) -> Option<u32> {
        self.ids.find(id, &|record| self.table.text(record, Column::Id))
    }

    fn is_of_base(&self, record: u32) -> bool {
        (record as usize) < self.superseded.len()
    }

    /// The records that are used, to be sorted, with the labels and the sources.
    pub(super) fn into_assembly(self) -> (DirectoryBuilder, Vec<String>, Vec<Source>) {
        let mut records = self.table.records();
        records.retain(|&record| !self.superseded.get(record as usize).copied().unwrap_or_default());
        (DirectoryBuilder::new(self.table, records, self.ids), self.labels, self.sources)
    }
}

fn number_of(labels: &mut Vec<String>, label: &str) -> usize {
    labels.iter().position(|other| other == label).unwrap_or_else(|| {
        labels.push(label.to_owned());
        labels.len() - 1
    })
}

/// Adds a cell to the details, under the heading of its column.
fn keep(labels: &mut Vec<String>, details: &mut Cow<'_, str>, report: &ImportReport, column: Column, text: &str) {
    let label = number_of(labels, &report.heading(KnownColumn::of_column(column)));
    details::push(details.to_mut(), label, text);
}

/// Whether a status column is one that states whether a federation has ended.
fn is_of_end(heading: &str) -> bool {
    heading::read(heading).is_some_and(|known| known.meaning == KnownColumn::ENDED_ON)
}

/// The id that is made from a federation's name.
pub(crate) fn slug_of_name(name: &str) -> String {
    slug(name, MAX_GENERATED_ID).into_owned()
}

/// The text as an id of at most `longest` bytes: lower-case letters and digits, in words joined by hyphens. It can be
/// empty.
pub(super) fn slug(text: &str, longest: usize) -> Cow<'_, str> {
    // Most ids in a file are valid already.
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

fn normalised_cell(column: Column, cell: &str) -> Result<Cow<'_, str>, Message> {
    // In counts, nil is a number.
    if matches!(column, Column::Practices | Column::Patients) && cell.trim().eq_ignore_ascii_case("nil") {
        return Ok(Cow::Borrowed("0"));
    }
    // A status that is not known is a status, and an empty one means that the federation is active.
    if column == Column::Status && ["unknown", "not known"].iter().any(|unknown| is_alike(unknown, cell)) {
        return Ok(Cow::Borrowed(Status::Unconfirmed.id()));
    }
    match normalise::sanitise(cell) {
        clean if clean.is_empty() => Ok(Cow::Borrowed("")),
        Cow::Borrowed(clean) => normalise::normalise(column, clean),
        Cow::Owned(clean) => normalise::normalise(column, &clean).map(|tidied| Cow::Owned(tidied.into_owned())),
    }
}

/// The checks of one row.
struct RowCheck<'c, 'd, 'r> {
    /// First all cells, and then those that are valid.
    cells: Cells<'c>,
    /// The references to stored cells that a row above has too.
    places: RowRefs,
    row: u32,
    today: Option<&'r str>,
    report: &'r mut ImportReport,
    labels: &'r mut Vec<String>,
    /// The details. Cells that are shown as they are written are added under the headings of their columns.
    details: Cow<'d, str>,
}

impl<'c> RowCheck<'c, '_, '_> {
    /// Keeps only the name of a federation that was written over the template's example, if the notes are still those.
    fn example(&mut self) {
        let notes = self.cells[Column::Notes as usize].clone();
        if notes != EXAMPLE_NOTES {
            return;
        }
        self.report(Scope::Cell, Column::Notes, &notes, messages::EXAMPLE_CELL);
        for (column, cell) in self.cells.iter_mut().enumerate() {
            // "Active" is what a row without a status is.
            if column != Column::Name as usize && column != Column::Status as usize {
                *cell = Cow::Borrowed("");
            }
        }
    }

    /// Keeps the cell if it is valid.
    fn normalise(&mut self, column: Column) {
        if matches!(column, Column::Postcodes | Column::PostcodeAreas) {
            return;
        }
        let cell = std::mem::take(&mut self.cells[column as usize]);
        // "GP practices" and "Member practices" are often over numbers, and as often over names.
        let heading = column;
        let column = match column {
            Column::MemberPractices if normalise::is_count_of_practices(&cell) => Column::Practices,
            column => column,
        };
        let tidied = match &cell {
            Cow::Borrowed(cell) => normalised_cell(column, cell),
            Cow::Owned(cell) => normalised_cell(column, cell).map(|tidied| Cow::Owned(tidied.into_owned())),
        };
        match tidied {
            Ok(tidied) => {
                if tidied.is_empty() && cell.starts_with('#') && cell.len() > 2 && column != Column::Name {
                    self.report(Scope::Cell, heading, &cell, messages::FORMULA_ERROR);
                }
                self.cells[column as usize] = tidied;
            }
            Err(want) if matches!(column, Column::Longitude | Column::Latitude) => {
                self.report(Scope::Cell, column, &cell, want);
            }
            Err(want) => {
                let cell = normalise::sanitise(&cell).into_owned();
                let (scope, text, want) = match normalise::normalise_loosely(column, &cell) {
                    Some((text, want)) => (Scope::Note, text.into_owned(), want),
                    None => (Scope::Text, String::new(), want),
                };
                self.cells[column as usize] = Cow::Owned(text);
                // The names of practices are not a problem.
                let members = &mut self.cells[Column::MemberPractices as usize];
                let is_names = column == Column::Practices && scope == Scope::Text && normalise::are_names(&cell);
                if is_names && members.is_empty() {
                    *members = Cow::Owned(cell);
                } else if is_names {
                    self.show(heading, &cell);
                } else {
                    self.keep(scope, heading, &cell, want);
                }
            }
        }
    }

    /// Shows the cell as it is written, and reports why.
    fn keep(&mut self, scope: Scope, column: Column, cell: &str, want: Message) {
        self.report(scope, column, cell, want);
        self.show(column, cell);
    }

    fn show(&mut self, column: Column, cell: &str) {
        keep(self.labels, &mut self.details, self.report, column, cell);
    }

    /// Whether the status column is one that states whether a federation has ended.
    fn is_status_of_end(&self) -> bool {
        is_of_end(&self.report.heading(KnownColumn::STATUS))
    }

    /// Parses a column that states whether a federation has ended, and not when, as its status.
    fn closed(&mut self) {
        let (on, status) = (Column::EndedOn as usize, Column::Status as usize);
        // It can contain a date too, which has priority over a planned end date.
        if self.cells[status].bytes().any(|byte| byte.is_ascii_digit())
            && normalise::date(&self.cells[status]).is_some()
            && self.is_status_of_end()
        {
            self.cells.swap(on, status);
            let planned = std::mem::take(&mut self.cells[status]);
            if !planned.is_empty() {
                self.show(Column::EndedOn, &normalise::sanitise(&planned));
            }
        }
        let Some(closed) = normalise::closed(&self.cells[Column::EndedOn as usize]) else { return };
        let cell = std::mem::take(&mut self.cells[Column::EndedOn as usize]);
        let status = normalise::sanitise(&self.cells[Column::Status as usize]);
        if status.is_empty() {
            self.cells[Column::Status as usize] = Cow::Borrowed(closed.id());
        } else if normalise::status(&status).is_some_and(|status| status != closed) {
            self.keep(Scope::Text, Column::EndedOn, &cell, messages::TWO_STATUSES);
        }
    }

    /// The postcodes and the areas, whichever of the 2 columns they are in.
    fn postcodes(&mut self) {
        let (areas, postcodes) = (Column::PostcodeAreas as usize, Column::Postcodes as usize);
        if self.cells[postcodes].is_empty() && (self.cells[areas].is_empty() || self.places[areas] != EMPTY_REF) {
            return;
        }
        let mut read = (String::new(), String::new());
        for column in [Column::PostcodeAreas, Column::Postcodes] {
            self.places[column as usize] = EMPTY_REF;
            let written = std::mem::take(&mut self.cells[column as usize]);
            let cell = normalise::sanitise(&written);
            if normalise::postcodes(&cell, &mut read.0, &mut read.1).is_none() {
                self.keep(Scope::Text, column, &cell, messages::OWN_POSTCODES);
            }
        }
        self.cells[postcodes] = Cow::Owned(read.0);
        self.cells[areas] = Cow::Owned(read.1);
    }

    fn enum_columns(&mut self) -> EnumColumns {
        let status = self.status();
        let (regions, region_basis) = self.regions();
        let legal_form = self.cells[Column::LegalForm as usize].clone();
        let mut form = normalise::legal_form(&legal_form);
        if form.is_none() && !legal_form.is_empty() {
            // The word "limited" is in several legal forms, and a typo can be in the rest of it.
            form = normalise::legal_form_within(&legal_form).filter(|form| {
                *form != LegalForm::LimitedCompany || closest::value(Column::LegalForm, &legal_form).is_none()
            });
            if form.is_none() && normalise::is_type_of_body(&legal_form) {
                // Under "Organisation type" this is correct, in each row.
                self.show(Column::LegalForm, &legal_form);
            } else {
                let (scope, want) = match form {
                    Some(_) => (Scope::Note, messages::MORE_THAN_LEGAL_FORM),
                    None => (Scope::Text, messages::OWN_LEGAL_FORM),
                };
                self.keep(scope, Column::LegalForm, &legal_form, want);
            }
        }
        EnumColumns { regions, region_basis, status, legal_form: form }
    }

    fn coordinates(&mut self) {
        let columns = [Column::Longitude, Column::Latitude];
        let [longitude, latitude] = columns.map(|column| degrees(&self.cells[column as usize]));
        let problem = match (longitude, latitude) {
            (Some(longitude), Some(latitude)) if !in_england(longitude, latitude) => {
                // If both are outside, they are probably swapped.
                let column = if in_england(longitude, 52.0) { Column::Latitude } else { Column::Longitude };
                Some((column, messages::IN_ENGLAND))
            }
            (Some(_), None) => Some((Column::Latitude, messages::BOTH_DEGREES)),
            (None, Some(_)) => Some((Column::Longitude, messages::BOTH_DEGREES)),
            _ => None,
        };
        if let Some((column, want)) = problem {
            let value = self.cells[column as usize].clone();
            self.report(Scope::Cell, column, &value, want);
            for column in columns {
                self.cells[column as usize] = Cow::Borrowed("");
            }
        }
    }

    /// Active, unless the row has another status or an end date in the past.
    fn status(&mut self) -> Status {
        let cell = self.cells[Column::Status as usize].clone();
        let ended_on = &self.cells[Column::EndedOn as usize];
        // Today with the precision of the cell: the month or the year of an end can be the current one.
        let is_to_come =
            self.today.and_then(|today| today.get(..ended_on.len())).is_some_and(|today| &**ended_on > today);
        let has_come = !ended_on.is_empty() && !is_to_come;
        let mut status = normalise::status(&cell);
        let answer = normalise::closed(&cell);
        if answer != status && self.is_status_of_end() {
            status = answer;
        }
        if status.is_none() && !cell.is_empty() {
            let is_to_be_struck_off = normalise::is_to_be_struck_off(&cell);
            status = match has_come {
                _ if !is_to_be_struck_off => normalise::status_of_first_word(&cell),
                true => None,
                false => Some(Status::Unconfirmed),
            };
            let (scope, want) = match status {
                Some(_) if is_to_be_struck_off => (Scope::Note, messages::STRIKE_OFF),
                Some(_) => (Scope::Note, messages::MORE_THAN_STATUS),
                // The end date has come, so the federation is not shown as active.
                None if has_come => {
                    let what = if is_to_be_struck_off { messages::STRIKE_OFF.0 } else { messages::STATUS.0 };
                    (Scope::Text, (what, messages::STATUS.1))
                }
                None => (Scope::Text, messages::OWN_STATUS),
            };
            self.keep(scope, Column::Status, &cell, want);
        }
        let status = status.unwrap_or(if has_come { Status::Ended } else { Status::Active });
        if status == Status::Active && !is_to_come {
            let on = std::mem::take(&mut self.cells[Column::EndedOn as usize]);
            let why = std::mem::take(&mut self.cells[Column::EndedWhy as usize]);
            if !on.is_empty() {
                self.keep(Scope::Text, Column::EndedOn, &on, messages::OWN_ENDED);
            }
            // A reason alone could be the reason for something else.
            if !why.is_empty() {
                self.show(Column::EndedWhy, &why);
            }
        }
        status
    }

    /// The regions. A region in a row is stated, unless the row has the basis "inferred".
    fn regions(&mut self) -> (RegionSet, RegionBasis) {
        let cell = self.cells[Column::Regions as usize].clone();
        let (regions, others) = normalise::regions(&cell);
        for entry in &others {
            self.report(Scope::Text, Column::Regions, entry, messages::OWN_REGION);
        }
        if !others.is_empty() {
            self.show(Column::Regions, &cell);
        }
        let basis = self.cells[Column::RegionBasis as usize].clone();
        let stated = normalise::region_basis(&basis);
        if stated.is_none() && !basis.is_empty() {
            self.report(Scope::Cell, Column::RegionBasis, &basis, messages::REGION_BASIS);
        }
        let basis = match stated {
            _ if regions.is_empty() => RegionBasis::Unknown,
            Some(RegionBasis::Inferred) => RegionBasis::Inferred,
            _ => RegionBasis::Stated,
        };
        (regions, basis)
    }

    fn report(&mut self, severity: Scope, column: Column, value: &str, want: Message) {
        self.report.cell(severity, self.row, KnownColumn::of_column(column), value, want);
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_GENERATED_ID, MAX_OWN_ID, slug};

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
            assert_eq!(slug(name, MAX_GENERATED_ID), id, "{name}");
        }
    }

    #[test]
    fn long_ids_of_rows_stay_apart() {
        let id = "greater-north-east-hampshire-and-farnham-neighbourhood-consortium";
        assert_eq!(slug(id, MAX_OWN_ID), id);
    }
}
