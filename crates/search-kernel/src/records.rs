//! The text of all records.

use crate::joins::Joins;
use crate::letter_mask::LetterMask;
use crate::rank::Tier;
use crate::texts::TextTable;

/// The folded text of all records. A record is its name and its tail: the aliases, place, area covered, regions and
/// integrated care board.
///
/// Names differ, but in a long list many records are in the same town and under the same board. Each tail is stored
/// once, so that a search reads far less text than the list has.
#[derive(Default)]
pub struct SearchRecords {
    /// By row. Every word has a space on both sides.
    pub(crate) names: TextTable,
    /// The letters of the names, by row.
    pub(crate) letters: Vec<LetterMask>,
    /// By number. Every word has a space on both sides.
    pub(crate) tails: TextTable,
    /// The ends of each tail's aliases and place, counted from the start of the tail.
    ends: Vec<[u32; 2]>,
    /// The number of each row's tail.
    pub(crate) tail_of: Vec<u32>,
    joins: Joins,
}

impl SearchRecords {
    /// Reserves memory for this number of records, and this number of bytes for names and for tails.
    #[must_use]
    pub fn with_capacity(rows: usize, names: usize, tails: usize) -> Self {
        Self {
            names: TextTable::with_capacity(rows, names),
            letters: Vec::with_capacity(rows),
            tails: TextTable::with_capacity(0, tails),
            ends: Vec::new(),
            tail_of: Vec::with_capacity(rows),
            joins: Joins::with_capacity(rows),
        }
    }

    /// The number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tail_of.len()
    }

    /// Whether there are no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tail_of.is_empty()
    }

    /// All names, by row.
    #[must_use]
    pub fn names(&self) -> &TextTable {
        &self.names
    }

    /// All tails, by number.
    #[must_use]
    pub fn tails(&self) -> &TextTable {
        &self.tails
    }

    /// Which words are next to each other.
    #[must_use]
    pub fn joins(&self) -> &Joins {
        &self.joins
    }

    /// The number of the row's tail.
    #[must_use]
    pub fn tail_of(&self, row: u32) -> u32 {
        self.tail_of[row as usize]
    }

    /// The ends of the tail's aliases and place.
    #[must_use]
    pub fn ends(&self, tail: u32) -> [u32; 2] {
        self.ends[tail as usize]
    }

    /// Appends a record. `name` appends its name to a text, and `tail` is the number of its tail.
    pub fn push(&mut self, tail: u32, name: impl FnOnce(&mut String)) {
        name(&mut self.names.text);
        self.names.end();
        let row = self.tail_of.len() as u32;
        let name = self.names.bytes(row);
        self.letters.push(LetterMask::of(name));
        self.joins.add(name);
        self.tail_of.push(tail);
    }

    /// Appends the tail that the closure `tail` appends to a text, unless `find` returns its number. `tail` returns the
    /// ends of the tail's aliases and place. Returns the tail's number, and whether it is new.
    pub fn push_tail(
        &mut self,
        tail: impl FnOnce(&mut String) -> [u32; 2],
        find: impl FnOnce(&str, &TextTable) -> Option<u32>,
    ) -> (u32, bool) {
        let start = self.tails.text.len();
        let ends = tail(&mut self.tails.text);
        let there = find(self.tails.text.get(start..).unwrap_or_default(), &self.tails);
        if let Some(there) = there {
            self.tails.text.truncate(start);
            return (there, false);
        }
        self.ends.push(ends);
        self.tails.end();
        self.joins.add(self.tails.bytes(self.ends.len() as u32 - 1));
        (self.ends.len() as u32 - 1, true)
    }

    /// The rows whose name has all of these letters, or all but one.
    #[must_use]
    pub fn rows_missing_at_most_one_letter(&self, letters: LetterMask) -> Vec<u32> {
        let rows = (0..).zip(&self.letters);
        rows.filter(|(_, there)| letters.within_one_of(**there)).map(|(row, _)| row).collect()
    }

    /// The rows with these names or these tails. `names` has an entry for each row, and `tails` for each tail.
    #[must_use]
    pub fn rows_where(&self, names: &[bool], tails: &[bool]) -> Vec<u32> {
        let rows = (0..).zip(names).zip(&self.tail_of);
        rows.filter(|&((_, name), tail)| *name || tails[*tail as usize]).map(|((row, _), _)| row).collect()
    }

    /// Frees the spare memory that [`with_capacity`](Self::with_capacity) reserved.
    pub fn shrink(&mut self) {
        self.names.text.shrink_to_fit();
        self.tails.text.shrink_to_fit();
    }

    /// The tier of a match at byte `at` of this tail.
    #[inline]
    pub(crate) fn tier_in_tail(&self, tail: u32, at: usize) -> Tier {
        let [aliases_end, place_end] = self.ends[tail as usize];
        match at as u32 {
            alias if alias < aliases_end => Tier::Alias,
            place if place < place_end => Tier::Place,
            _ => Tier::Other,
        }
    }
}
