//! The text of every cell, in pages.

use super::column::KEPT_CELLS;

/// A table of text. A cell costs 4 bytes and its text with its length before it, or 4 bytes alone where it
/// [shares](Self::push_places) the text of another.
///
/// A `String` a cell would cost 12 bytes in wasm and an allocation each, and 100,000 federations have 1.9 million cells.
/// In pages, because a list that is copied to a larger place as it grows leaves its old places behind: wasm memory never
/// shrinks again.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    texts: Vec<String>,
    rows: Vec<Vec<Places>>,
    count: usize,
}

/// Where the texts of a row's cells are: the number of the page, and where on it.
pub(crate) type Places = [u32; KEPT_CELLS];

/// Where an empty text is.
pub(crate) const NOWHERE: u32 = u32::MAX;

/// The bits of a place that say where on the page it is.
const PAGE_BITS: u32 = 16;
const PAGE: usize = 1 << PAGE_BITS;
/// Rows a page.
const ROWS: usize = 512;

/// Digits of 6 bits, the largest first, are how a length is written; those that others follow have this mark.
const MORE: u8 = 1 << 6;

impl Cells {
    /// Appends a row. The texts together must stay below 2 GiB, which the caller sees to.
    pub(super) fn push_row(&mut self, row: &[&str; KEPT_CELLS]) {
        let places = row.map(|text| self.put(text));
        self.push_places(places);
    }

    /// Appends a row whose texts have been [put](Self::put) before.
    pub(super) fn push_places(&mut self, places: Places) {
        if self.count.is_multiple_of(ROWS) {
            // A short list, of which there is but one page, grows as it needs to.
            self.rows.push(Vec::with_capacity(if self.count == 0 { 0 } else { ROWS }));
        }
        if let Some(page) = self.rows.last_mut() {
            page.push(places);
        }
        self.count += 1;
    }

    /// Keeps a text; returns its place.
    pub(super) fn put(&mut self, text: &str) -> u32 {
        const LONGEST_LENGTH: usize = 6;
        if text.is_empty() {
            return NOWHERE;
        }
        let is_full = |page: &String| page.len() + LONGEST_LENGTH + text.len() > PAGE && !page.is_empty();
        if self.texts.last().is_none_or(is_full) {
            self.texts.push(String::with_capacity(if self.texts.is_empty() { 0 } else { PAGE }));
        }
        let number = self.texts.len() - 1;
        let page = &mut self.texts[number];
        let place = number << PAGE_BITS | page.len();
        push_length(page, text.len(), 0);
        page.push_str(text);
        place as u32
    }

    /// How many rows there are.
    #[cfg(test)]
    pub(super) fn rows(&self) -> usize {
        self.count
    }

    /// A cell's text. Panics if there is no such row or column.
    pub(super) fn get(&self, row: usize, column: usize) -> &str {
        self.at(self.place(row, column))
    }

    /// Where a cell's text is. Panics if there is no such row or column.
    pub(super) fn place(&self, row: usize, column: usize) -> u32 {
        self.rows[row / ROWS][row % ROWS][column]
    }

    /// The text in a place.
    fn at(&self, place: u32) -> &str {
        let (page, from, to) = self.bounds(place);
        page.get(from..to).unwrap_or_default()
    }

    /// Whether it is this one, which is not empty.
    pub(super) fn is_at(&self, place: u32, text: &str) -> bool {
        let (page, from, to) = self.bounds(place);
        to - from == text.len() && page.as_bytes()[from..to] == *text.as_bytes()
    }

    fn bounds(&self, place: u32) -> (&str, usize, usize) {
        let Some(page) = self.texts.get((place >> PAGE_BITS) as usize) else {
            return ("", 0, 0);
        };
        let (mut from, mut length) = (place as usize % PAGE, 0);
        loop {
            let digit = page.as_bytes()[from];
            length = length << 6 | usize::from(digit % MORE);
            from += 1;
            if digit < MORE {
                return (page, from, from + length);
            }
        }
    }
}

fn push_length(page: &mut String, length: usize, mark: u8) {
    let (digit, rest) = (length as u8 % MORE, length >> 6);
    if rest > 0 {
        push_length(page, rest, MORE);
    }
    page.push(char::from(digit | mark));
}

#[cfg(test)]
mod tests {
    use super::{Cells, KEPT_CELLS, NOWHERE, PAGE, ROWS};
    use proptest::prelude::*;

    #[test]
    fn texts_of_any_length_come_back_over_many_pages() {
        let lengths = [1, 63, 64, 65, 4095, 4096, 32_767, PAGE - 7, PAGE - 6, PAGE, 300_000, 0, 2];
        let texts: Vec<String> =
            (0..ROWS * 2 + 1).map(|row| "é".repeat(lengths[row % lengths.len()] / 2 + 1)).collect();
        let mut cells = Cells::default();
        for text in &texts {
            let place = cells.put(text);
            let mut row = [NOWHERE; KEPT_CELLS];
            (row[0], row[KEPT_CELLS - 1]) = (place, place);
            cells.push_places(row);
        }
        assert_eq!(cells.rows(), texts.len());
        for (row, text) in texts.iter().enumerate() {
            let found = [0, 1, KEPT_CELLS - 1].map(|column| cells.get(row, column));
            assert!(found == [text, "", text], "row {row}, {} bytes", text.len());
        }
    }

    proptest! {
        #[test]
        fn every_cell_comes_back_as_it_went_in(rows in prop::collection::vec(
            prop::array::uniform::<_, KEPT_CELLS>(".{0,6}"), 0..12
        )) {
            let mut cells = Cells::default();
            for row in &rows {
                cells.push_row(&row.each_ref().map(String::as_str));
            }
            prop_assert_eq!(cells.rows(), rows.len());
            for (at, row) in rows.iter().enumerate() {
                for (column, cell) in row.iter().enumerate() {
                    prop_assert_eq!(cells.get(at, column), cell);
                }
            }
        }
    }
}
