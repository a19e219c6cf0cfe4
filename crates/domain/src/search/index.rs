//! The index: the folded text of all records.

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use gpf_search_kernel::{Match, SearchRecords, TextTable};

use super::filter_groups::{FilterGroups, FilterGroupsBuilder};
use super::query::Sort;
use super::secondary_text;
use super::sort_orders::{SortOrders, SortableRows};
use crate::directory::id_index::IdIndex;
use crate::directory::{Directory, Federation};

/// A [`Directory`] prepared for searching. It owns its folded text and borrows nothing.
///
/// Memory: the folded text, 22 to 26 bytes per row, and 4 more for each order that has been used.
pub struct Index {
    /// The searchable text. A secondary text is the fields aliases, place and the rest, with [`secondary_text::FIELD_END`] between them.
    pub(super) records: SearchRecords,
    pub(super) groups: FilterGroups,
    orders: SortOrders,
    /// The rows that cover each postcode area, by [`area_number`]. It is built when a postcode is typed.
    areas: OnceLock<Vec<Vec<u32>>>,
    /// Identifies the index, so that a [`super::SearchSession`] is never used with another one.
    pub(super) id: u32,
}

impl Index {
    /// Folds all searchable text of `directory`. Takes about 1 µs per row.
    #[must_use]
    pub fn new(directory: &Directory) -> Self {
        let mut builder = IndexBuilder::new(directory);
        builder.step(directory, usize::MAX);
        builder.finish()
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    pub(super) fn rows(&self) -> Range<u32> {
        0..self.len() as u32
    }

    /// The text of the row's secondary text.
    pub(super) fn secondary_text(&self, row: u32) -> &str {
        secondary_text::text(&self.records, row)
    }

    /// All rows in order.
    pub(super) fn all_in_order(&self, directory: &Directory, sort: Sort) -> Vec<u32> {
        self.orders.all(self.sortable(directory), sort)
    }

    /// The rows of matches, which must come from A to Z, in order.
    pub(super) fn sort_matches(&self, directory: &Directory, sort: Sort, matches: &[Match]) -> Vec<u32> {
        self.orders.of_matches(self.sortable(directory), sort, matches)
    }

    fn sortable<'a>(&'a self, directory: &'a Directory) -> SortableRows<'a> {
        SortableRows { records: &self.records, groups: &self.groups, directory }
    }

    /// The rows that cover the postcode area, given in capitals, at least in part.
    pub(super) fn rows_in_postcode_area(&self, directory: &Directory, area: &str) -> &[u32] {
        let areas = self.areas.get_or_init(|| areas(directory));
        let rows = area_number(area).and_then(|number| areas.get(number));
        rows.map_or(&[], Vec::as_slice)
    }
}

/// Builds an [`Index`] in steps.
pub struct IndexBuilder {
    records: SearchRecords,
    /// The numbers of the secondary texts by their text.
    secondary_texts: IdIndex,
    groups: FilterGroupsBuilder,
    seen: SeenSecondaryTexts,
    rows: usize,
}

impl IndexBuilder {
    /// Starts with a directory, which must be the same in each step.
    #[must_use]
    pub fn new(directory: &Directory) -> Self {
        let rows = directory.len();
        let (names, secondary_texts) = room_for(directory);
        let records = SearchRecords::with_capacity(rows, names, secondary_texts);
        let (secondary_texts, seen, groups) =
            (IdIndex::default(), SeenSecondaryTexts::default(), FilterGroupsBuilder::new(rows));
        Self { records, secondary_texts, seen, groups, rows }
    }

    /// Folds up to `budget` rows. Returns whether all are folded.
    pub fn step(&mut self, directory: &Directory, budget: usize) -> bool {
        let next = self.records.len();
        let mut budget = budget;
        for row in next as u32..next.saturating_add(budget).min(self.rows) as u32 {
            if budget == 0 {
                break;
            }
            let before = self.records.secondary_texts().text().len();
            let federation = directory.federation(row);
            let secondary_text = match self.seen.like(directory, row) {
                Some(other) => self.records.secondary_text_of(other),
                None => self.secondary_text(federation),
            };
            self.push(secondary_text, federation);
            self.groups.push(federation);
            // Hundreds of member practices take as long as many rows.
            budget = budget.saturating_sub(1 + (self.records.secondary_texts().text().len() - before) / 256);
        }
        self.records.len() == self.rows
    }

    /// The number of the federation's secondary text.
    fn secondary_text(&mut self, federation: Federation<'_>) -> u32 {
        let find = |secondary_text: &str, secondary_texts: &TextTable| {
            self.secondary_texts.find(secondary_text, &|number| secondary_texts.get(number))
        };
        let (secondary_text, is_new) =
            self.records.push_secondary_text(|text| secondary_text::push(text, federation), find);
        if is_new {
            self.secondary_texts.add(secondary_text, &|number| self.records.secondary_texts().get(number));
        }
        secondary_text
    }

    fn push(&mut self, secondary_text: u32, federation: Federation<'_>) {
        self.records.push(secondary_text, |text| {
            secondary_text::push_words(text, federation.name());
            text.push(' ');
        });
    }

    /// The number of rows that are done, and the number of all rows.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.records.len(), self.rows)
    }

    /// The index of the rows that are done.
    #[must_use]
    pub fn finish(mut self) -> Index {
        static NEXT_ID: AtomicU32 = AtomicU32::new(1);
        self.records.shrink();
        Index {
            records: self.records,
            groups: self.groups.finish(),
            orders: SortOrders::default(),
            areas: OnceLock::new(),
            id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
        }
    }
}

/// An estimate of the bytes that the names and the secondary texts need, from a sample. A text that doubles as it grows would
/// leave its old copies in wasm memory for good. For a small one that does not matter.
fn room_for(directory: &Directory) -> (usize, usize) {
    const SAMPLE: usize = 256;
    let step = directory.len() / SAMPLE;
    if step < 4 {
        return (0, 0);
    }
    let mut sample = IndexBuilder::new(&Directory::default());
    for row in (0..directory.len() as u32).step_by(step) {
        let federation = directory.federation(row);
        let secondary_text = sample.secondary_text(federation);
        sample.push(secondary_text, federation);
    }
    let room = |texts: &TextTable| texts.text().len() * step / 16 * 17;
    let (names, secondary_texts) = (sample.records.names(), sample.records.secondary_texts());
    // If half of the sample has different secondary texts, nearly all of the list does.
    (room(names), if secondary_texts.len() > SAMPLE / 2 { room(secondary_texts) } else { 0 })
}

/// Finds rows with the same secondary text, so that it is folded once. For each hash, it has the last row with such a secondary text.
struct SeenSecondaryTexts(Vec<u32>);

const SEEN_BITS: u32 = 10;

impl Default for SeenSecondaryTexts {
    fn default() -> Self {
        Self(vec![u32::MAX; 1 << SEEN_BITS])
    }
}

impl SeenSecondaryTexts {
    /// An earlier row with the same secondary text as this one, if one is known.
    fn like(&mut self, directory: &Directory, row: u32) -> Option<u32> {
        let secondary_key = directory.secondary_key(row);
        let hash =
            secondary_key.iter().fold(0_u32, |hash, &part| (hash.rotate_left(9) ^ part).wrapping_mul(0x9E37_79B9));
        let last = std::mem::replace(&mut self.0[(hash >> (u32::BITS - SEEN_BITS)) as usize], row);
        (last < row && directory.secondary_key(last) == secondary_key).then_some(last)
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

/// One letter or two: the second is optional.
const AREAS: usize = 26 * 27;

/// The number of a postcode area, below [`AREAS`]; `None` if it is not 1 or 2 letters.
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
