//! The index: one folded text of all records.

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use super::classes::{Classes, ClassesBuilder};
use super::fold::fold_onto;
use super::order::Orders;
use crate::directory::{Directory, Federation};

/// Stands between the fields of a record; never in folded text.
const FIELD_END: char = '\x1f';

/// A [`Directory`] made ready for searching. It holds its own folded text and borrows nothing.
///
/// Memory: the folded text, 18 bytes a row, and 4 more for each order that has been asked for.
pub struct Index {
    /// All records in row order. A record is the fields name, aliases, place and the rest (what it covers, regions,
    /// integrated care board), with [`FIELD_END`] between them; every word has a space on both sides.
    text: String,
    /// Where each record begins in `text`, and where the last one ends.
    starts: Vec<u32>,
    /// Where each record's name, aliases and place end, counted from its beginning.
    ends: Vec<[u32; 3]>,
    pub(super) classes: Classes,
    pub(super) orders: Orders,
    /// The rows that cover each postcode area, by [`area_number`]; made when a postcode is typed.
    areas: OnceLock<Vec<Vec<u32>>>,
    /// Tells indexes apart, so that a [`super::Narrowing`] is never used for another one.
    pub(super) id: u32,
}

/// A record's folded text.
#[derive(Clone, Copy)]
pub(super) struct Record<'i> {
    pub(super) text: &'i [u8],
    /// Where its name, aliases and place end.
    pub(super) ends: [u32; 3],
}

impl Index {
    /// Folds everything that can be searched in `directory`. Takes about 1 µs a row.
    #[must_use]
    pub fn new(directory: &Directory) -> Self {
        let mut builder = IndexBuilder::new(directory);
        builder.step(directory, usize::MAX);
        builder.finish()
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(super) fn rows(&self) -> Range<u32> {
        0..self.ends.len() as u32
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where the record is in the text. As a call it would take longer than what it does, and it is called for each hit.
    #[inline(always)]
    pub(super) fn bounds(&self, row: u32) -> Range<usize> {
        self.starts[row as usize] as usize..self.starts[row as usize + 1] as usize
    }

    pub(super) fn record_text(&self, row: u32) -> &str {
        self.text.get(self.bounds(row)).unwrap_or_default()
    }

    #[inline(always)]
    pub(super) fn record(&self, row: u32) -> Record<'_> {
        Record { text: &self.text.as_bytes()[self.bounds(row)], ends: self.ends[row as usize] }
    }

    /// The folded place.
    pub(super) fn place(&self, row: u32) -> &str {
        let [_, aliases_end, place_end] = self.ends[row as usize];
        // Before it stand the end of the field before and a space, after it a space; of no place only one of them.
        let place = aliases_end as usize + 2..place_end as usize - 1;
        self.record_text(row).get(place).unwrap_or_default()
    }

    /// The row whose record holds the byte `at` of the text; it is known not to come before row `from`.
    ///
    /// Strides of 1, 2, 4… because hits come in order: dense ones are in the next row or the one after it.
    #[inline(always)]
    pub(super) fn row_at(&self, at: usize, from: u32) -> u32 {
        if (at as u32) < self.starts[from as usize + 1] {
            return from;
        }
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
    pub(super) fn rows_in_area(&self, directory: &Directory, area: &str) -> &[u32] {
        let areas = self.areas.get_or_init(|| areas(directory));
        let rows = area_number(area).and_then(|number| areas.get(number));
        rows.map_or(&[], Vec::as_slice)
    }
}

/// An [`Index`] in the making, in steps.
pub struct IndexBuilder {
    text: String,
    starts: Vec<u32>,
    ends: Vec<[u32; 3]>,
    classes: ClassesBuilder,
    seen: SeenAreas,
    /// The one that is being repeated.
    area: String,
    rows: usize,
}

impl IndexBuilder {
    /// Begins with a directory, which each step must be given again.
    #[must_use]
    pub fn new(directory: &Directory) -> Self {
        let rows = directory.len();
        Self {
            text: String::with_capacity(room_for(directory)),
            starts: Vec::with_capacity(rows + 1),
            ends: Vec::with_capacity(rows),
            classes: ClassesBuilder::new(rows),
            seen: SeenAreas::default(),
            area: String::new(),
            rows,
        }
    }

    /// Folds up to `budget` rows; `true` when all are folded.
    pub fn step(&mut self, directory: &Directory, budget: usize) -> bool {
        let next = self.ends.len();
        for row in next as u32..next.saturating_add(budget).min(self.rows) as u32 {
            let federation = directory.federation(row);
            let start = self.text.len();
            self.starts.push(start as u32);
            let [name_end, aliases_end] = push_names(&mut self.text, federation);
            let place_end = match self.seen.like(directory, row) {
                Some(other) => self.repeat_area(other),
                None => push_area(&mut self.text, federation),
            };
            self.ends.push([name_end, aliases_end, place_end].map(|end| (end - start) as u32));
            self.classes.push(federation);
        }
        self.ends.len() == self.rows
    }

    /// Appends the area of another row; returns where its place ends.
    fn repeat_area(&mut self, row: u32) -> usize {
        let [_, aliases_end, place_end] = self.ends[row as usize];
        let (start, end) = (self.starts[row as usize], self.starts[row as usize + 1]);
        self.area.clear();
        self.area.push_str(self.text.get((start + aliases_end + 1) as usize..end as usize).unwrap_or_default());
        let at = self.text.len();
        self.text.push_str(&self.area);
        at + (place_end - aliases_end - 1) as usize
    }

    /// How many rows are done, out of how many.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.ends.len(), self.rows)
    }

    /// The index of the rows that are done.
    #[must_use]
    pub fn finish(mut self) -> Index {
        static NEXT_ID: AtomicU32 = AtomicU32::new(1);
        self.starts.push(self.text.len() as u32);
        self.text.shrink_to_fit();
        Index {
            text: self.text,
            starts: self.starts,
            ends: self.ends,
            classes: self.classes.finish(),
            orders: Orders::default(),
            areas: OnceLock::new(),
            id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
        }
    }
}

/// About how many bytes the text will take, by a sample. A text that doubles as it grows would leave its old copies in
/// wasm memory for good; for a small one that doesn't matter.
fn room_for(directory: &Directory) -> usize {
    const SAMPLE: usize = 256;
    let step = directory.len() / SAMPLE;
    if step < 4 {
        return 0;
    }
    let mut sample = String::new();
    for row in (0..directory.len() as u32).step_by(step) {
        push_names(&mut sample, directory.federation(row));
        push_area(&mut sample, directory.federation(row));
    }
    sample.len() * step / 16 * 17
}

/// Appends the first fields of a record; returns where its name and its aliases end.
fn push_names(text: &mut String, federation: Federation<'_>) -> [usize; 2] {
    push_words(text, federation.name());
    let name_end = end_field(text);
    for alias in federation.aliases() {
        push_words(text, alias);
    }
    [name_end, end_field(text)]
}

/// Appends the other fields; returns where its place ends.
fn push_area(text: &mut String, federation: Federation<'_>) -> usize {
    push_words(text, federation.place());
    let place_end = end_field(text);
    push_words(text, federation.covers());
    for region in federation.regions().iter() {
        push_words(text, region.name());
    }
    push_words(text, federation.icb());
    text.push(' ');
    place_end
}

fn end_field(text: &mut String) -> usize {
    text.push(' ');
    text.push(FIELD_END);
    text.len() - 1
}

/// Finds rows with the same area, so that it is folded once: by the hash of an area the last row that had it.
struct SeenAreas(Vec<u32>);

const SEEN_BITS: u32 = 10;

impl Default for SeenAreas {
    fn default() -> Self {
        Self(vec![u32::MAX; 1 << SEEN_BITS])
    }
}

impl SeenAreas {
    /// An earlier row with the same area as this one, if one is known.
    fn like(&mut self, directory: &Directory, row: u32) -> Option<u32> {
        let area = directory.area(row);
        let hash = area.iter().fold(0_u32, |hash, &part| (hash.rotate_left(9) ^ part).wrapping_mul(0x9E37_79B9));
        let last = std::mem::replace(&mut self.0[(hash >> (u32::BITS - SEEN_BITS)) as usize], row);
        (last < row && directory.area(last) == area).then_some(last)
    }
}

/// Appends a space and the folded words.
fn push_words(text: &mut String, words: &str) {
    if !words.is_empty() {
        text.push(' ');
        fold_onto(words, text);
    }
}

fn areas(directory: &Directory) -> Vec<Vec<u32>> {
    let mut areas = vec![Vec::new(); AREAS];
    for row in 0..directory.len() as u32 {
        for area in directory.federation(row).postcode_areas() {
            if let Some(number) = area_number(area)
                && areas[number].last() != Some(&row)
            {
                areas[number].push(row);
            }
        }
    }
    areas
}

/// One letter, or two: the second may be missing.
const AREAS: usize = 26 * 27;

/// The number of a postcode area, below [`AREAS`]; `None` if it isn't 1 or 2 letters.
fn area_number(area: &str) -> Option<usize> {
    let (first, second) = match area.as_bytes() {
        [one] => (one, None),
        [one, two] => (one, Some(two)),
        _ => return None,
    };
    let number = |letter: &u8| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| usize::from(letter - b'A'))
    };
    let second = match second {
        Some(letter) => number(letter)? + 1,
        None => 0,
    };
    Some(number(first)? * 27 + second)
}
