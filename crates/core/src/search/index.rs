//! The index: one folded text of all records.

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use super::classes::Classes;
use super::fold::fold_onto;
use super::order::Orders;
use crate::directory::{Directory, Federation};

/// Stands between the fields of a record; never in folded text.
pub(super) const FIELD_END: u8 = b'\x1f';

/// A [`Directory`] made ready for searching. It holds its own folded text and borrows nothing.
///
/// Memory: the folded text, 10 bytes a row, and 4 more for each order that has been asked for.
pub struct Index {
    /// All records in row order. A record is the fields name, aliases, place and the rest (what it covers, regions,
    /// integrated care board), with [`FIELD_END`] between them; every word has a space on both sides.
    text: String,
    /// Where each record begins in `text`, and where the last one ends.
    starts: Vec<u32>,
    /// How long each record's name is, with its spaces.
    name_ends: Vec<u32>,
    pub(super) classes: Classes,
    pub(super) orders: Orders,
    /// Postcode area and row, in order; made when a postcode is typed.
    areas: OnceLock<Vec<([u8; 2], u32)>>,
    /// Tells indexes apart, so that a [`super::Narrowing`] is never used for another one.
    pub(super) id: u32,
}

/// A record's folded text.
#[derive(Clone, Copy)]
pub(super) struct Record<'i> {
    pub(super) text: &'i [u8],
    /// Where the name ends in `text`.
    pub(super) name_end: usize,
}

impl Index {
    /// Folds everything that can be searched in `directory`. Takes about 1 µs a row.
    #[must_use]
    pub fn new(directory: &Directory) -> Self {
        static NEXT_ID: AtomicU32 = AtomicU32::new(1);
        let rows = directory.len() as u32;
        // Room at once: a text that doubles as it grows would leave its old copies in wasm memory for good.
        let mut text = String::with_capacity(
            (0..rows)
                .map(|row| room_for(directory.federation(row)))
                .sum(),
        );
        let mut starts = Vec::with_capacity(rows as usize + 1);
        let mut name_ends = Vec::with_capacity(rows as usize);
        for row in 0..rows {
            let start = text.len();
            starts.push(start as u32);
            let federation = directory.federation(row);
            push_words(&mut text, federation.name());
            text.push(' ');
            name_ends.push((text.len() - start) as u32);
            push_details(&mut text, federation);
        }
        starts.push(text.len() as u32);
        text.shrink_to_fit();
        Self {
            text,
            starts,
            name_ends,
            classes: Classes::of((0..rows).map(|row| directory.federation(row))),
            orders: Orders::default(),
            areas: OnceLock::new(),
            id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
        }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.name_ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.name_ends.is_empty()
    }

    pub(super) fn rows(&self) -> Range<u32> {
        0..self.name_ends.len() as u32
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where the record is in the text.
    pub(super) fn bounds(&self, row: u32) -> Range<usize> {
        self.starts[row as usize] as usize..self.starts[row as usize + 1] as usize
    }

    pub(super) fn record_text(&self, row: u32) -> &str {
        &self.text[self.bounds(row)]
    }

    pub(super) fn record(&self, row: u32) -> Record<'_> {
        Record {
            text: self.record_text(row).as_bytes(),
            name_end: self.name_ends[row as usize] as usize,
        }
    }

    /// The folded place.
    pub(super) fn place(&self, row: u32) -> &str {
        self.record_text(row)
            .split(char::from(FIELD_END))
            .nth(2)
            .unwrap_or_default()
    }

    /// The row whose record holds the byte `at` of the text; it is known not to come before row `from`.
    ///
    /// Strides of 1, 2, 4… because hits come in order: dense ones are in the next row or the one after it.
    pub(super) fn row_at(&self, at: usize, from: u32) -> u32 {
        let ends = &self.starts[from as usize + 1..];
        let begins_later = |end: &u32| *end as usize > at;
        let mut stride = 1;
        while stride < ends.len() && !begins_later(&ends[stride - 1]) {
            stride *= 2;
        }
        let passed = stride / 2;
        let among = &ends[passed..stride.min(ends.len())];
        from + (passed + among.partition_point(|end| !begins_later(end))) as u32
    }

    /// The rows that cover the postcode area, given in capitals, at least in part.
    pub(super) fn rows_in_area<'i>(
        &'i self,
        directory: &Directory,
        area: &str,
    ) -> impl Iterator<Item = u32> + 'i {
        let areas = self.areas.get_or_init(|| areas(directory));
        let key = area_key(area);
        let from = areas.partition_point(|&(other, _)| Some(other) < key);
        areas[from..]
            .iter()
            .take_while(move |&&(other, _)| Some(other) == key)
            .map(|&(_, row)| row)
    }
}

/// About how many bytes the record takes.
fn room_for(federation: Federation<'_>) -> usize {
    let words = federation.name().len()
        + federation.place().len()
        + federation.covers().len()
        + federation.icb().len();
    let aliases: usize = federation.aliases().map(str::len).sum();
    let regions: usize = federation
        .regions()
        .iter()
        .map(|region| region.name().len())
        .sum();
    words + aliases + regions + 24
}

/// Everything but the name.
fn push_details(text: &mut String, federation: Federation<'_>) {
    text.push(char::from(FIELD_END));
    for alias in federation.aliases() {
        push_words(text, alias);
    }
    text.push(' ');
    text.push(char::from(FIELD_END));
    push_words(text, federation.place());
    text.push(' ');
    text.push(char::from(FIELD_END));
    push_words(text, federation.covers());
    for region in federation.regions().iter() {
        push_words(text, region.name());
    }
    push_words(text, federation.icb());
    text.push(' ');
}

/// Appends a space and the folded words.
fn push_words(text: &mut String, words: &str) {
    if !words.is_empty() {
        text.push(' ');
        fold_onto(words, text);
    }
}

fn areas(directory: &Directory) -> Vec<([u8; 2], u32)> {
    let mut areas = Vec::new();
    for row in 0..directory.len() as u32 {
        areas.extend(
            directory
                .federation(row)
                .postcode_areas()
                .filter_map(area_key)
                .map(|key| (key, row)),
        );
    }
    areas.sort_unstable();
    areas.dedup();
    areas
}

/// One or two letters, in capitals.
fn area_key(area: &str) -> Option<[u8; 2]> {
    match area.as_bytes() {
        [one] => Some([one.to_ascii_uppercase(), 0]),
        [one, two] => Some([one.to_ascii_uppercase(), two.to_ascii_uppercase()]),
        _ => None,
    }
}
