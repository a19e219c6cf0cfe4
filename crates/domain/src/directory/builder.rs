//! Building a directory.

use std::borrow::Cow;

use super::cell_table::{CellTable, RowRefs};
use super::column::{COLUMNS, Column, DETAILS, EXTRA, KEPT_CELLS, TEXT_COLUMNS};
use super::extra;
use super::id_index::{IdIndex, REMOVED};
use super::intern::InternCache;
use super::name_sort::NameSorter;
use super::string_arena::EMPTY_REF;
use super::{Directory, Entries, EnumColumns, LegalForm, Region, RegionBasis, Source, Status};

/// The records of a file, in its order.
#[derive(Default)]
pub(crate) struct RecordStore {
    cells: CellTable,
    enum_columns: Vec<EnumColumns>,
}

impl RecordStore {
    /// Appends a record: its cells by column number, the decoded values of the other columns, and its details.
    pub(crate) fn push(&mut self, cells: &[&str; COLUMNS], enum_columns: EnumColumns, details: &str) {
        let mut kept = [details; KEPT_CELLS];
        kept[..TEXT_COLUMNS].copy_from_slice(&cells[..TEXT_COLUMNS]);
        let extra = extra::joined(&|column| cells[column]);
        kept[EXTRA] = &extra;
        self.push_stored(&kept, enum_columns);
    }

    /// Appends a record whose cells are in the order of storage.
    pub(crate) fn push_stored(&mut self, kept: &[&str; KEPT_CELLS], enum_columns: EnumColumns) {
        self.cells.push_row(kept);
        self.enum_columns.push(enum_columns);
    }

    /// Appends a record. `places` has references to texts that are stored already, for some of its cells.
    pub(crate) fn push_interned(
        &mut self,
        cells: &[Cow<'_, str>; COLUMNS],
        mut places: RowRefs,
        enum_columns: EnumColumns,
        details: &str,
        alike: &mut InternCache,
    ) {
        for (column, place) in places.iter_mut().enumerate().take(TEXT_COLUMNS) {
            let text = &*cells[column];
            if text.is_empty() {
                *place = EMPTY_REF;
            } else if *place == EMPTY_REF {
                let known = alike.find(&self.cells.texts, column, text);
                *place = known.unwrap_or_else(|slot| {
                    let place = self.cells.texts.alloc(text);
                    alike.remember(slot, place);
                    place
                });
            }
        }
        places[EXTRA] = self.cells.texts.alloc(&extra::joined(&|column| &*cells[column]));
        places[DETAILS] = self.cells.texts.alloc(details);
        self.cells.push_refs(places);
        self.enum_columns.push(enum_columns);
    }

    /// The reference to an earlier equal text of the column, if it is known. See [`InternCache`].
    pub(crate) fn interned(&self, column: Column, text: &str, alike: &InternCache) -> Option<u32> {
        alike.find(&self.cells.texts, column as usize, text).ok()
    }

    /// The number of records.
    pub(crate) fn len(&self) -> u32 {
        self.enum_columns.len() as u32
    }

    /// The numbers of all records.
    pub(crate) fn records(&self) -> Vec<u32> {
        (0..self.len()).collect()
    }

    /// The text of a cell in a text column.
    pub(crate) fn text(&self, record: u32, column: Column) -> &str {
        self.cells.get(record as usize, column as usize)
    }

    /// The details of a record. See [`super::details`].
    pub(crate) fn details(&self, record: u32) -> &str {
        self.cells.get(record as usize, DETAILS)
    }

    /// Gives a record another id and other details.
    pub(crate) fn set(&mut self, record: u32, id: &str, details: &str) {
        self.cells.set(record as usize, Column::Id as usize, id);
        self.cells.set(record as usize, DETAILS, details);
    }

    /// Whether a record is equal to this one except for its id.
    pub(crate) fn is_like(
        &self,
        record: u32,
        cells: &[Cow<'_, str>; COLUMNS],
        enum_columns: EnumColumns,
        details: &str,
    ) -> bool {
        let mut cells = cells.iter().enumerate().take(TEXT_COLUMNS).skip(1);
        cells.all(|(column, cell)| self.cells.get(record as usize, column) == cell)
            && self.enum_columns[record as usize] == enum_columns
            && self.details(record) == details
    }

    /// The directory of the given records. The numbers in `ids` are those of the records.
    pub(super) fn into_directory(self, records: Vec<u32>, ids: IdIndex, sources: Vec<Source>) -> Directory {
        let mut assembly = DirectoryBuilder::new(self, records, ids);
        while !assembly.step(usize::MAX) {}
        Directory { sources, ..assembly.finish() }
    }
}

/// Sorts the records of a table and builds a directory from them, in steps.
#[derive(Default)]
pub(crate) struct DirectoryBuilder {
    table: RecordStore,
    order: NameSorter,
    ids: IdIndex,
}

impl DirectoryBuilder {
    /// For the given records. The numbers in `ids` are those of the records.
    pub(crate) fn new(table: RecordStore, records: Vec<u32>, ids: IdIndex) -> Self {
        Self { table, order: NameSorter::new(records), ids }
    }

    /// Does about as much work as `budget` records take. Returns whether all is done.
    pub(crate) fn step(&mut self, budget: usize) -> bool {
        let table = &self.table;
        self.order.step(budget, |record| table.text(record, Column::Name))
    }

    /// How much of the work is done, and how much there is.
    pub(crate) fn progress(&self) -> (usize, usize) {
        (self.order.done(), 2 * self.table.enum_columns.len())
    }

    /// The directory, without sources, after [`step`](Self::step) has returned `true`.
    pub(crate) fn finish(self) -> Directory {
        let Self { table: RecordStore { cells, enum_columns }, order, mut ids } = self;
        let records = order.into_records();
        let mut rows = vec![REMOVED; enum_columns.len()];
        for (row, &record) in (0..).zip(&records) {
            rows[record as usize] = row;
        }
        ids.renumber(&rows);
        let enum_columns = records.iter().map(|&record| enum_columns[record as usize]).collect();
        Directory { cells, records, enum_columns, ids, ..Directory::default() }
    }
}

/// `None` if a required cell is missing, which the checks would have found.
pub(super) fn decode(cells: &[&str; COLUMNS]) -> Option<EnumColumns> {
    let cell = |column: Column| cells[column as usize];
    Some(EnumColumns {
        regions: Entries::of(cell(Column::Regions)).filter_map(Region::parse).collect(),
        region_basis: RegionBasis::parse(cell(Column::RegionBasis))?,
        status: Status::parse(cell(Column::Status))?,
        legal_form: LegalForm::parse(cell(Column::LegalForm)),
    })
}
