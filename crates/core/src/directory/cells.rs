//! The text of every cell, in one piece.

use super::column::KEPT_CELLS;

/// A table of text in one string and one list of ends.
///
/// A `String` a cell would cost 12 bytes in wasm and an allocation each, and 100,000 federations have 1.9 million
/// cells. Here a cell costs 4 bytes and its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    text: String,
    /// Where each cell ends in `text`; it begins where the one before it ends.
    ends: Vec<u32>,
}

impl Cells {
    /// Room for so many rows with so many bytes of text, so that a large file is not copied while the table grows:
    /// wasm memory never shrinks again.
    pub(super) fn with_capacity(rows: usize, bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ends: Vec::with_capacity(rows * KEPT_CELLS) }
    }

    /// Makes room for so many more rows with so many bytes of text.
    pub(super) fn reserve(&mut self, rows: usize, bytes: usize) {
        self.text.reserve(bytes);
        self.ends.reserve(rows * KEPT_CELLS);
    }

    /// Appends a row. The texts together must stay below 4 GiB, which the caller sees to.
    pub(super) fn push_row(&mut self, row: &[&str; KEPT_CELLS]) {
        for cell in row {
            self.text.push_str(cell);
            self.ends.push(self.text.len() as u32);
        }
    }

    /// How many rows there are.
    #[cfg(test)]
    pub(super) fn rows(&self) -> usize {
        self.ends.len() / KEPT_CELLS
    }

    /// A cell's text. Panics if there is no such row or column.
    pub(super) fn get(&self, row: usize, column: usize) -> &str {
        let cell = row * KEPT_CELLS + column;
        let start = if cell == 0 { 0 } else { self.ends[cell - 1] };
        self.text.get(start as usize..self.ends[cell] as usize).unwrap_or_default()
    }

    /// Gives back what [`with_capacity`](Self::with_capacity) reserved too much.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::{Cells, KEPT_CELLS};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_cell_comes_back_as_it_went_in(rows in prop::collection::vec(
            prop::array::uniform::<_, KEPT_CELLS>(".{0,6}"), 0..12
        )) {
            let mut cells = Cells::with_capacity(0, 0);
            for row in &rows {
                cells.push_row(&row.each_ref().map(String::as_str));
            }
            cells.shrink();
            prop_assert_eq!(cells.rows(), rows.len());
            for (at, row) in rows.iter().enumerate() {
                for (column, cell) in row.iter().enumerate() {
                    prop_assert_eq!(cells.get(at, column), cell);
                }
            }
        }
    }
}
