//! The text of every cell.

use super::column::KEPT_CELLS;
use super::string_arena::{EMPTY_REF, StringArena};

/// A table of text. A cell costs 4 bytes and its text, or 4 bytes alone where it [shares](Self::push_refs) the text of
/// another.
///
/// A `String` a cell would cost 12 bytes in wasm and an allocation each, and 100,000 federations have 1.9 million cells.
#[derive(Clone, Debug, Default)]
pub(super) struct CellTable {
    pub(super) texts: StringArena,
    /// In pages, as the texts are.
    rows: Vec<Vec<RowRefs>>,
    count: usize,
}

/// Where the texts of a row's cells are.
pub(crate) type RowRefs = [u32; KEPT_CELLS];

/// Rows a page.
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

    /// Appends a row whose texts have been put before.
    pub(super) fn push_refs(&mut self, places: RowRefs) {
        if self.count.is_multiple_of(ROWS) {
            self.rows.push(Vec::with_capacity(if self.count == 0 { 0 } else { ROWS }));
        }
        if let Some(page) = self.rows.last_mut() {
            page.push(places);
        }
        self.count += 1;
    }

    /// Gives a cell another text; the old one stays where it is.
    pub(super) fn set(&mut self, row: usize, column: usize, text: &str) {
        self.rows[row / ROWS][row % ROWS][column] = self.texts.alloc(text);
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.count
    }

    /// A cell's text. Panics if there is no such row or column.
    pub(super) fn get(&self, row: usize, column: usize) -> &str {
        self.texts.get(self.text_ref(row, column))
    }

    /// Where a cell's text is. Panics if there is no such row or column.
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
        fn every_cell_comes_back_as_it_went_in(
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
