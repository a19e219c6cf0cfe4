//! The text of all records.

use crate::joins::Joins;
use crate::letter_mask::LetterMask;
use crate::rank::Tier;
use crate::texts::TextTable;

/// The folded text of all records. A record is its name and its tail, which is all the rest: aliases, place, what it
/// covers, regions, integrated care board.
///
/// Names differ, but in a long list many records are in the same town under the same board: each tail is kept once, so
/// that a word is looked for in far less text than the list has.
#[derive(Default)]
pub struct SearchRecords {
    /// By row. Every word has a space on both sides.
    pub(crate) names: TextTable,
    /// What the names are made of, by row.
    pub(crate) letters: Vec<LetterMask>,
    /// By number. Every word has a space on both sides.
    pub(crate) tails: TextTable,
    /// Where each tail's aliases and place end, counted from its beginning.
    ends: Vec<[u32; 2]>,
    /// The number of each row's tail.
    pub(crate) tail_of: Vec<u32>,
    joins: Joins,
}

impl SearchRecords {
    /// Room for so many records, with so many bytes of names and of tails.
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

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tail_of.len()
    }

    /// Whether there are none.
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

    /// Which words stand next to each other.
    #[must_use]
    pub fn joins(&self) -> &Joins {
        &self.joins
    }

    /// The number of the row's tail.
    #[must_use]
    pub fn tail_of(&self, row: u32) -> u32 {
        self.tail_of[row as usize]
    }

    /// Where the tail's aliases and place end.
    #[must_use]
    pub fn ends(&self, tail: u32) -> [u32; 2] {
        self.ends[tail as usize]
    }

    /// Appends a record of the name that `name` appends to a text and of the tail of this number.
    pub fn push(&mut self, tail: u32, name: impl FnOnce(&mut String)) {
        name(&mut self.names.text);
        self.names.end();
        let row = self.tail_of.len() as u32;
        let name = self.names.bytes(row);
        self.letters.push(LetterMask::of(name));
        self.joins.add(name);
        self.tail_of.push(tail);
    }

    /// Appends the tail that `tail` appends to a text, unless `find` knows its number; returns its number, and whether
    /// it is new. `tail` says where its aliases and place end.
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

    /// The rows whose name has all of these letters but one at the most.
    #[must_use]
    pub fn rows_missing_at_most_one_letter(&self, letters: LetterMask) -> Vec<u32> {
        let rows = (0..).zip(&self.letters);
        rows.filter(|(_, there)| letters.within_one_of(**there)).map(|(row, _)| row).collect()
    }

    /// The rows of these names, by row, or of these tails, by number.
    #[must_use]
    pub fn rows_where(&self, names: &[bool], tails: &[bool]) -> Vec<u32> {
        let rows = (0..).zip(names).zip(&self.tail_of);
        rows.filter(|&((_, name), tail)| *name || tails[*tail as usize]).map(|((row, _), _)| row).collect()
    }

    /// Gives back what [`with_capacity`](Self::with_capacity) reserved too much.
    pub fn shrink(&mut self) {
        self.names.text.shrink_to_fit();
        self.tails.text.shrink_to_fit();
    }

    /// The tier of what is at byte `at` of the tail of this number.
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
