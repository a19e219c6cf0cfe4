//! The text of every cell.

use super::column::KEPT_CELLS;
use super::string_arena::{EMPTY_REF, StringArena};

/// A table of text. A cell takes 4 bytes and its text, or only 4 bytes if it [shares](Self::push_refs) the text of
/// another.
///
/// One `String` per cell would take 12 bytes in wasm and an allocation each, and 100,000 federations have 1.9 million
/// cells.
#[derive(Clone, Debug, Default)]
pub(super) struct CellTable {
    pub(super) texts: StringArena,
    /// In pages, like the texts.
    rows: Vec<Vec<RowRefs>>,
    count: usize,
}

/// The references to the texts of a row's cells.
pub(crate) type RowRefs = [u32; KEPT_CELLS];

/// Rows per page.
const ROWS: usize = 512;

impl CellTable {
    /// Appends a row.
    pub(super) fn push_row(&mut self, row: &[&str; KEPT_CELLS]) {
        let mut places = [EMPTY_REF; KEPT_CELLS];
        for (place, text) in places.iter_mut().zip(row) {
            *place = self.texts.alloc(text);
        }
        self.push_refs(places);
    }

    /// Appends a row whose texts are stored already.
    pub(super) fn push_refs(&mut self, places: RowRefs) {
        if self.count.is_multiple_of(ROWS) {
            self.rows.push(Vec::with_capacity(if self.count == 0 { 0 } else { ROWS }));
        }
        if let Some(page) = self.rows.last_mut() {
            page.push(places);
        }
        self.count += 1;
    }

    /// Replaces the text of a cell. The memory of the old text is not freed.
    pub(super) fn set(&mut self, row: usize, column: usize, text: &str) {
        self.rows[row / ROWS][row % ROWS][column] = self.texts.alloc(text);
    }

    /// The number of rows.
    pub(super) fn rows(&self) -> usize {
        self.count
    }

    /// A cell's text. Panics if there is no such row or column.
    pub(super) fn get(&self, row: usize, column: usize) -> &str {
        self.texts.get(self.text_ref(row, column))
    }

    /// The reference to a cell's text. Panics if there is no such row or column.
    pub(super) fn text_ref(&self, row: usize, column: usize) -> u32 {
        self.rows[row / ROWS][row % ROWS][column]
    }
}

#[cfg(test)]
mod tests {
    use super::{CellTable, KEPT_CELLS, ROWS};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_cell_round_trips(
            rows in prop::collection::vec(prop::array::uniform::<_, KEPT_CELLS>(".{0,6}"), 1..12),
            times in prop_oneof![Just(1), Just(ROWS)],
        ) {
            let rows: Vec<_> = rows.iter().cycle().take(rows.len() * times).collect();
            let mut cells = CellTable::default();
            for row in &rows {
                cells.push_row(&row.each_ref().map(String::as_str));
            }
            for (at, row) in rows.iter().enumerate() {
                for (column, cell) in row.iter().enumerate() {
                    prop_assert_eq!(cells.get(at, column), cell);
                }
            }
        }
    }
}
