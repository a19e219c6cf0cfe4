//! A directory in the making.

use super::cells::Cells;
use super::column::{COLUMNS, Column, KEPT_CELLS, NAMES, TEXT_COLUMNS};
use super::header::Header;
use super::ids::Ids;
use super::order::ByName;
use super::sheet::Sheet;
use super::{Decoded, Directory, LegalForm, List, Region, RegionBasis, Source, Status, source};
use crate::text::without_mark;

/// The records of a file, in its order.
#[derive(Default)]
pub(crate) struct Table {
    cells: Cells,
    decoded: Vec<Decoded>,
}

impl Table {
    /// Room for the records of a text.
    pub(crate) fn with_room_for(text: &str) -> Self {
        // A row has at least its commas and its end of line, so that short text cannot ask for much memory.
        let line_ends = text.bytes().filter(|&byte| byte == b'\n').count();
        let most_rows = line_ends.min(text.len() / COLUMNS) + 1;
        Self::with_capacity(most_rows, text.len())
    }

    /// Room for so many records with so many bytes of text.
    pub(crate) fn with_capacity(rows: usize, bytes: usize) -> Self {
        Self { cells: Cells::with_capacity(rows, bytes), decoded: Vec::with_capacity(rows) }
    }

    /// Appends a record: its cells by the columns' numbers, what those that aren't kept as text say, and its details.
    pub(crate) fn push(&mut self, cells: &[&str; COLUMNS], decoded: Decoded, details: &str) {
        let mut kept = [details; KEPT_CELLS];
        kept[..TEXT_COLUMNS].copy_from_slice(&cells[..TEXT_COLUMNS]);
        self.push_kept(&kept, decoded);
    }

    /// The same of the cells that are kept, in their order.
    pub(crate) fn push_kept(&mut self, kept: &[&str; KEPT_CELLS], decoded: Decoded) {
        self.cells.push_row(kept);
        self.decoded.push(decoded);
    }

    /// Makes room for so many more records with so many bytes of text.
    pub(crate) fn reserve(&mut self, rows: usize, bytes: usize) {
        self.cells.reserve(rows, bytes);
        self.decoded.reserve(rows);
    }

    /// How many records there are.
    pub(crate) fn len(&self) -> u32 {
        self.decoded.len() as u32
    }

    /// The numbers of all records.
    pub(crate) fn records(&self) -> Vec<u32> {
        (0..self.len()).collect()
    }

    /// A cell that is kept as text.
    pub(crate) fn text(&self, record: u32, column: Column) -> &str {
        self.cells.get(record as usize, column as usize)
    }

    /// The directory of these of the records.
    pub(super) fn into_directory(self, records: Vec<u32>, sources: Vec<Source>) -> Directory {
        let mut assembly = Assembly::new(self, records);
        while !assembly.step(usize::MAX) {}
        Directory { sources, ..assembly.finish() }
    }
}

/// Puts the records of a table in order and makes a directory of them, in steps.
#[derive(Default)]
pub(crate) struct Assembly {
    table: Table,
    order: Option<ByName>,
    /// In the order of names.
    records: Vec<u32>,
    ids: Ids,
    next: u32,
}

impl Assembly {
    /// Of these of the records.
    pub(crate) fn new(mut table: Table, records: Vec<u32>) -> Self {
        table.cells.shrink();
        let ids = Ids::with_room_for(records.len());
        Self { table, order: Some(ByName::new(records)), records: Vec::new(), ids, next: 0 }
    }

    /// Does about as much as `budget` records take; `true` when all is done.
    pub(crate) fn step(&mut self, budget: usize) -> bool {
        let table = &self.table;
        if let Some(order) = &mut self.order {
            if order.step(budget, |record| table.text(record, Column::Name)) {
                self.records = self.order.take().map(ByName::into_records).unwrap_or_default();
            }
            return false;
        }
        let records = &self.records;
        let end = (self.next as usize).saturating_add(budget).min(records.len()) as u32;
        for row in self.next..end {
            self.ids.add(row, &|row| table.text(records[row as usize], Column::Id));
        }
        self.next = end;
        end as usize == records.len()
    }

    /// How much of the work is done, out of how much.
    pub(crate) fn progress(&self) -> (usize, usize) {
        let all = 3 * self.table.decoded.len();
        (self.order.as_ref().map_or(all * 2 / 3 + self.next as usize, ByName::done), all)
    }

    /// The directory, without sources, when [`step`](Self::step) has said that it is done.
    pub(crate) fn finish(self) -> Directory {
        let Self { table: Table { cells, decoded }, records, ids, .. } = self;
        let decoded = records.iter().map(|&record| decoded[record as usize]).collect();
        Directory { cells, records, decoded, ids, ..Directory::default() }
    }
}

/// Reads files that have been checked; see [`Directory::from_checked_csv`].
pub(super) fn read_checked(federations: &str, sources: &str) -> Directory {
    let mut table = Table::with_room_for(federations);
    let mut sheet = Sheet::new(b',');
    let mut rest = without_mark(federations);
    if let Some(header) = sheet.next_row(&mut rest).map(|row| Header::of(&row, &NAMES)) {
        while let Some(row) = sheet.next_row(&mut rest) {
            let mut cells = [""; COLUMNS];
            header.sort_cells(&row, &mut cells);
            if let Some(decoded) = decode(&cells) {
                table.push(&cells, decoded, "");
            }
        }
    }
    let records = table.records();
    table.into_directory(records, source::read_checked(sources))
}

/// `None` if a cell that must be there isn't, which a check would have found.
fn decode(cells: &[&str; COLUMNS]) -> Option<Decoded> {
    let cell = |column: Column| cells[column as usize];
    Some(Decoded {
        regions: List::of(cell(Column::Regions)).filter_map(Region::parse).collect(),
        region_basis: RegionBasis::parse(cell(Column::RegionBasis))?,
        status: Status::parse(cell(Column::Status))?,
        legal_form: LegalForm::parse(cell(Column::LegalForm)),
    })
}
