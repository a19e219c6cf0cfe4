//! The records of a list, from its rows: ids, repeated rows, and rows that replace a federation of an existing list.
//!
//! A row needs a name. Any other cell that cannot be parsed is shown as it is written, under its own heading. If
//! several rows have the same id, it is the code of something else, such as an ICB. These rows get ids that are made
//! from their names.

use std::borrow::Cow;

use super::column_aliases::KnownColumn;
use super::merged_cells::MergedCells;
use super::normalise;
use super::report::ImportReport;
use super::row_check::{Cells, RowCheck, is_of_end, keep, number_of};
use super::rows_without::RowsWithout;
use crate::directory::builder::{DirectoryBuilder, RecordStore};
use crate::directory::cell_table::RowRefs;
use crate::directory::column::{Column, KEPT_CELLS};
use crate::directory::id_index::IdIndex;
use crate::directory::intern::InternCache;
use crate::directory::messages::{self, Message};
use crate::directory::string_arena::EMPTY_REF;
use crate::directory::{Directory, EnumColumns, Scope, Source};
use crate::fold::fold;
use crate::slug::{MAX_GENERATED_ID, MAX_OWN_ID, slug};
use crate::strings::{push_number, split_once};

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
    /// The regions and the boards as they are written.
    regions: MergedCells,
    boards: MergedCells,
    pub(super) labels: Vec<String>,
    pub(super) sources: Vec<Source>,
}

/// How the cell with the member practices is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum MemberCell {
    /// As an editor wrote it: "Member practices" can be over names or over a number.
    Written,
    /// As the names of a row per practice, which can look like numbers.
    Grouped,
}

/// A row that is a federation, with cells in the format of the directory.
struct CheckedRow<'c, 'd> {
    cells: Cells<'c>,
    /// The references to stored cells that a row above has too.
    places: RowRefs,
    enum_columns: EnumColumns,
    details: Cow<'d, str>,
    /// Whether it has a location, even one that cannot be read.
    is_placed: bool,
}

/// The columns with which a search for a postcode finds a federation.
const LOCATIONS: [Column; 3] = [Column::Postcodes, Column::Latitude, Column::PostcodeAreas];

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
            regions: MergedCells::default(),
            boards: MergedCells::default(),
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

    /// Today's date, if it is known.
    pub(super) fn today(&self) -> Option<&str> {
        self.today.as_deref()
    }

    /// The number of a label of details.
    pub(super) fn label(&mut self, label: &str) -> usize {
        number_of(&mut self.labels, label)
    }

    /// Adds the record of a row, or reports why it cannot.
    pub(super) fn add(
        &mut self,
        row: u32,
        cells: Cells<'_>,
        members: MemberCell,
        details: &str,
        report: &mut ImportReport,
    ) {
        report.rows += 1;
        let Some(mut checked) = self.check_row(row, cells, members, details, report) else { return };
        let Some((id, same_name)) = self.choose_id(row, &mut checked, report) else { return };
        let same_id = self.find(&id);
        self.supersede([same_name, same_id], report);
        self.store(row, id, same_id, checked);
        report.used += 1;
    }

    /// Checks the cells of a row. `None` if it is not a federation, which is reported.
    fn check_row<'c, 'd>(
        &mut self,
        row: u32,
        mut cells: Cells<'c>,
        members: MemberCell,
        details: &'d str,
        report: &mut ImportReport,
    ) -> Option<CheckedRow<'c, 'd>> {
        let given_name = cells[Column::Name as usize].clone();
        read_link(&given_name, &mut cells);
        let mut check = RowCheck {
            cells,
            places: [EMPTY_REF; KEPT_CELLS],
            row,
            today: self.today.as_deref(),
            report,
            labels: &mut self.labels,
            details: Cow::Borrowed(details),
        };
        if !check.is_federation(&given_name) {
            return None;
        }
        // JSON has no merged cells, and a federation of several rows has its values from any of them.
        if members == MemberCell::Written && check.report.separator.is_some() {
            self.regions.add(row, &check.cells[Column::Regions as usize]);
            self.boards.add(row, &check.cells[Column::Icb as usize]);
        }
        check.example();
        check.ended_name();
        // A location that cannot be read is a problem of its own.
        let is_placed = LOCATIONS.iter().any(|&column| !normalise::sanitise(&check.cells[column as usize]).is_empty());
        check.closed();
        // The name is the first column.
        for column in KnownColumn::all().skip(1).map(KnownColumn::column) {
            let cell = &*check.cells[column as usize];
            if cell.is_empty() || column == Column::MemberPractices && members == MemberCell::Grouped {
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
        let RowCheck { cells, places, details, .. } = check;
        Some(CheckedRow { cells, places, enum_columns, details, is_placed })
    }

    /// The id of a row, and the federation of the existing list that it replaces because it has the same name. `None` if
    /// the row repeats another one, which is reported.
    fn choose_id(
        &mut self,
        row: u32,
        checked: &mut CheckedRow<'_, '_>,
        report: &mut ImportReport,
    ) -> Option<(String, Option<u32>)> {
        let given = self.given_id(row, checked, report);
        let is_needed = given.is_empty() || !self.superseded.is_empty();
        let name = if is_needed { fold(&checked.cells[Column::Name as usize]) } else { String::new() };
        let base = self.base_by_name.find(&name, &|row| &self.base_names[row as usize]);
        let same_name = base.filter(|&base| !self.superseded[base as usize]);
        if !given.is_empty() {
            return Some((given, same_name));
        }
        if let Some(base) = same_name {
            return Some((self.table.text(base, Column::Id).to_owned(), same_name));
        }
        let CheckedRow { cells, enum_columns, details, .. } = checked;
        let is_twin = |record| self.table.is_like(record, cells, *enum_columns, details);
        let Some((id, other)) = self.generated_id(&name, &cells[Column::Place as usize], row, &is_twin) else {
            report.cell(Scope::Row, row, KnownColumn::NAME, &cells[Column::Name as usize], messages::TWIN);
            report.skipped_rows += 1;
            return None;
        };
        // The row that has replaced a federation of this name.
        let above = base.and_then(|base| self.find(self.table.text(base, Column::Id)));
        let above = above.filter(|&above| !self.is_of_base(above));
        if let Some(other) = above.or(other).filter(|&other| fold(self.table.text(other, Column::Name)) == name) {
            let mut problem = String::from("is also the name in row ");
            push_number(&mut problem, self.row_of(other));
            let message = Message { problem, fix: messages::SAME_NAME };
            let heading = report.heading(KnownColumn::NAME);
            report.add(Scope::Note, row, heading, &cells[Column::Name as usize], message);
        }
        Some((id, None))
    }

    /// The id that a row gives. Empty if there is none, or if another row has it too, which is reported.
    fn given_id(&mut self, row: u32, checked: &mut CheckedRow<'_, '_>, report: &mut ImportReport) -> String {
        // An NHS code is an id too, unless the row has another. It is always shown.
        let (column, written) = match std::mem::take(&mut checked.cells[Column::Id as usize]) {
            written if written.is_empty() => (Column::OdsCode, checked.cells[Column::OdsCode as usize].clone()),
            written => (Column::Id, written),
        };
        let id = slug(&written, MAX_OWN_ID).into_owned();
        let there = if id.is_empty() { None } else { self.find(&id) };
        let is_shared = self.by_shared.find(&id, &|shared| &self.shared[shared as usize]).is_some();
        let other = there.filter(|&there| !is_shared && !self.is_of_base(there));
        if let Some(other) = other {
            self.share(other, &id, row, (column, &written), report);
        }
        if !is_shared && other.is_none() {
            return id;
        }
        if column == Column::Id {
            keep(&mut self.labels, &mut checked.details, report, Column::Id, &written);
        }
        String::new()
    }

    /// Notes which federations of the existing list a row replaces.
    fn supersede(&mut self, replaced: [Option<u32>; 2], report: &mut ImportReport) {
        for base in replaced.into_iter().flatten() {
            let gone = &mut self.superseded[base as usize];
            report.replaced += u32::from(!*gone);
            *gone = true;
        }
    }

    /// Stores the record of a row. `same_id` is the federation of the existing list with its id.
    fn store(&mut self, row: u32, id: String, same_id: Option<u32>, checked: CheckedRow<'_, '_>) {
        let CheckedRow { mut cells, places, enum_columns, details, is_placed } = checked;
        cells[Column::Id as usize] = Cow::Owned(id);
        let number = self.table.len();
        if self.rows.last().is_none_or(|(record, first)| number - record != row.wrapping_sub(*first)) {
            self.rows.push((number, row));
        }
        self.table.push_interned(&cells, places, enum_columns, &details, &mut self.alike);
        let id_of = |record| self.table.text(record, Column::Id);
        if same_id.is_some() {
            self.ids.reassign(number, &id_of);
        } else {
            self.ids.add(number, &id_of);
        }
        if !is_placed {
            self.unplaced.add(row);
        }
        if cells[Column::Status as usize].is_empty() && cells[Column::EndedOn as usize].is_empty() {
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
        let merged = [messages::ROWS_WITHOUT_REGION, messages::ENTER_REGION];
        self.regions.report(KnownColumn::of_column(Column::Regions), merged, report);
        let merged = [messages::ROWS_WITHOUT_ICB, messages::ENTER_ICB];
        self.boards.report(KnownColumn::of_column(Column::Icb), merged, report);
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

/// Reads a name that is a link, as websites export it: its text is the name, and its address the website if the row has
/// no other.
fn read_link(name: &str, cells: &mut Cells<'_>) {
    if let Some((tag, text)) = name.strip_prefix("<a ").and_then(|link| split_once(link, b'>')) {
        cells[Column::Name as usize] = Cow::Owned(text.strip_suffix("</a>").unwrap_or(text).to_owned());
        let website = &mut cells[Column::Website as usize];
        if website.is_empty() {
            *website = Cow::Owned(normalise::address_within(tag).unwrap_or_default().into_owned());
        }
    }
}
