//! The text of all records.

use crate::joins::Joins;
use crate::letter_mask::LetterMask;
use crate::rank::Tier;
use crate::texts::TextTable;

/// The folded text of all records. A record is its name and its tail: the aliases, place, area covered, regions and
/// integrated care board.
///
/// Names differ, but in a long list many records are in the same town and under the same board. Each secondary text is stored
/// once, so that a search reads far less text than the list has.
#[derive(Default)]
pub struct SearchRecords {
    /// By row. Every word has a space on both sides.
    pub(crate) names: TextTable,
    /// The letters of the names, by row.
    pub(crate) letters: Vec<LetterMask>,
    /// By number. Every word has a space on both sides.
    pub(crate) secondary_texts: TextTable,
    /// The ends of each secondary text's aliases and place, counted from the start of the secondary text.
    ends: Vec<[u32; 2]>,
    /// The number of each row's secondary text.
    pub(crate) secondary_text_of: Vec<u32>,
    joins: Joins,
}

impl SearchRecords {
    /// Reserves memory for this number of records, and this number of bytes for names and for secondary texts.
    #[must_use]
    pub fn with_capacity(rows: usize, names: usize, secondary_texts: usize) -> Self {
        Self {
            names: TextTable::with_capacity(rows, names),
            letters: Vec::with_capacity(rows),
            secondary_texts: TextTable::with_capacity(0, secondary_texts),
            ends: Vec::new(),
            secondary_text_of: Vec::with_capacity(rows),
            joins: Joins::with_capacity(rows),
        }
    }

    /// The number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.secondary_text_of.len()
    }

    /// Whether there are no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.secondary_text_of.is_empty()
    }

    /// All names, by row.
    #[must_use]
    pub fn names(&self) -> &TextTable {
        &self.names
    }

    /// All secondary texts, by number.
    #[must_use]
    pub fn secondary_texts(&self) -> &TextTable {
        &self.secondary_texts
    }

    /// Which words are next to each other.
    #[must_use]
    pub fn joins(&self) -> &Joins {
        &self.joins
    }

    /// The number of the row's secondary text.
    #[must_use]
    pub fn secondary_text_of(&self, row: u32) -> u32 {
        self.secondary_text_of[row as usize]
    }

    /// The ends of the secondary text's aliases and place.
    #[must_use]
    pub fn ends(&self, secondary_text: u32) -> [u32; 2] {
        self.ends[secondary_text as usize]
    }

    /// Appends a record. `name` appends its name to a text, and `secondary_text` is the number of its secondary text.
    pub fn push(&mut self, secondary_text: u32, name: impl FnOnce(&mut String)) {
        name(&mut self.names.text);
        self.names.end();
        let row = self.secondary_text_of.len() as u32;
        let name = self.names.bytes(row);
        self.letters.push(LetterMask::of(name));
        self.joins.add(name);
        self.secondary_text_of.push(secondary_text);
    }

    /// Appends the secondary text that the closure `secondary_text` appends to a text, unless `find` returns its number. `secondary_text` returns the
    /// ends of the secondary text's aliases and place. Returns the secondary text's number, and whether it is new.
    pub fn push_secondary_text(
        &mut self,
        secondary_text: impl FnOnce(&mut String) -> [u32; 2],
        find: impl FnOnce(&str, &TextTable) -> Option<u32>,
    ) -> (u32, bool) {
        let start = self.secondary_texts.text.len();
        let ends = secondary_text(&mut self.secondary_texts.text);
        let there = find(self.secondary_texts.text.get(start..).unwrap_or_default(), &self.secondary_texts);
        if let Some(there) = there {
            self.secondary_texts.text.truncate(start);
            return (there, false);
        }
        self.ends.push(ends);
        self.secondary_texts.end();
        self.joins.add(self.secondary_texts.bytes(self.ends.len() as u32 - 1));
        (self.ends.len() as u32 - 1, true)
    }

    /// The rows whose name has all of these letters, or all but one.
    #[must_use]
    pub fn rows_missing_at_most_one_letter(&self, letters: LetterMask) -> Vec<u32> {
        let rows = (0..).zip(&self.letters);
        rows.filter(|(_, there)| letters.within_one_of(**there)).map(|(row, _)| row).collect()
    }

    /// The rows whose name has, for each of these letters, a word that begins with it.
    #[must_use]
    pub fn rows_with_initials(&self, letters: LetterMask) -> Vec<u32> {
        let rows = (0..).zip(&self.letters);
        rows.filter(|(_, there)| letters.all & !there.first == 0).map(|(row, _)| row).collect()
    }

    /// The rows with these names or these secondary texts. `names` has an entry for each row, and `secondary_texts` for each secondary text.
    #[must_use]
    pub fn rows_where(&self, names: &[bool], secondary_texts: &[bool]) -> Vec<u32> {
        let rows = (0..).zip(names).zip(&self.secondary_text_of);
        rows.filter(|&((_, name), secondary_text)| *name || secondary_texts[*secondary_text as usize])
            .map(|((row, _), _)| row)
            .collect()
    }

    /// Frees the spare memory that [`with_capacity`](Self::with_capacity) reserved.
    pub fn shrink(&mut self) {
        self.names.text.shrink_to_fit();
        self.secondary_texts.text.shrink_to_fit();
    }

    /// The tier of a match at byte `at` of this secondary text.
    #[inline]
    pub(crate) fn tier_in_secondary_text(&self, secondary_text: u32, at: usize) -> Tier {
        let [aliases_end, place_end] = self.ends[secondary_text as usize];
        match at as u32 {
            alias if alias < aliases_end => Tier::Alias,
            place if place < place_end => Tier::Place,
            _ => Tier::Other,
        }
    }
}
