//! A directory in the making.

use super::cells::Cells;
use super::column::{COLUMNS, Column, NAMES, TEXT_COLUMNS};
use super::header::Header;
use super::ids::Ids;
use super::sheet::Sheet;
use super::{Decoded, Directory, LegalForm, List, Region, RegionBasis, Source, Status, order, source};

/// The records of a file, in its order.
pub(super) struct Table {
    cells: Cells,
    decoded: Vec<Decoded>,
}

impl Table {
    pub(super) fn with_room_for(text: &str) -> Self {
        // A row has at least its commas and its end of line, so that short text cannot ask for much memory.
        let line_ends = text.bytes().filter(|&byte| byte == b'\n').count();
        let most_rows = line_ends.min(text.len() / COLUMNS) + 1;
        Self { cells: Cells::with_capacity(most_rows, text.len()), decoded: Vec::with_capacity(most_rows) }
    }

    /// Appends a record: its cells by the columns' numbers, and what those that aren't kept as text say.
    pub(super) fn push(&mut self, cells: &[&str; COLUMNS], decoded: Decoded) {
        if let Some((text, _)) = cells.split_first_chunk::<TEXT_COLUMNS>() {
            self.cells.push_row(text);
        }
        self.decoded.push(decoded);
    }

    /// The numbers of all records.
    pub(super) fn records(&self) -> Vec<u32> {
        (0..self.decoded.len() as u32).collect()
    }

    /// A cell that is kept as text.
    pub(super) fn text(&self, record: u32, column: Column) -> &str {
        self.cells.get(record as usize, column as usize)
    }

    /// The directory of these of the records.
    pub(super) fn into_directory(mut self, mut records: Vec<u32>, sources: Vec<Source>) -> Directory {
        self.cells.shrink();
        order::by_name(&mut records, |record| self.text(record, Column::Name));
        let ids = Ids::of(&records, |record| self.text(record, Column::Id));
        let decoded = records.iter().map(|&record| self.decoded[record as usize]).collect();
        Directory { cells: self.cells, records, decoded, ids, sources }
    }
}

/// Reads files that have been checked; see [`Directory::from_checked_csv`].
pub(super) fn read_checked(federations: &str, sources: &str) -> Directory {
    let mut table = Table::with_room_for(federations);
    let mut sheet = Sheet::new(federations);
    if let Some(header) = sheet.next_row().map(|row| Header::of(&row, &NAMES)) {
        while let Some(row) = sheet.next_row() {
            let mut cells = [""; COLUMNS];
            header.sort_cells(&row, &mut cells);
            if let Some(decoded) = decode(&cells) {
                table.push(&cells, decoded);
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
