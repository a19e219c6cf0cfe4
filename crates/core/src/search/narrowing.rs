//! Narrowing: a longer text is looked for only where the shorter one was found.

use super::index::Index;
use super::scan::{Match, Sought};
use super::slip::{self, Reading, Slip};
use super::words::Words;

/// What one search box last looked for, and where it was found. It changes how quickly the next search is done, never
/// what it finds: with another index, or another text than a longer one, it starts afresh.
#[derive(Clone, Debug, Default)]
pub struct Narrowing {
    /// 0 before the first search.
    index: u32,
    words: Words,
    /// The rows that have the words as typed, from A to Z.
    direct: Vec<Match>,
    /// If there are none: the rows that have them with slips.
    forgiven: Option<Forgiven>,
}

#[derive(Clone, Debug, Default)]
struct Forgiven {
    reading: Reading,
    matches: Vec<Match>,
}

/// Where words were found.
#[derive(Clone, Copy)]
pub(super) struct Outcome<'n> {
    /// From A to Z.
    pub(super) matches: &'n [Match],
    /// The words as they were looked for.
    pub(super) words: &'n Words,
    pub(super) slips: &'n [Slip],
}

/// Looking into single records takes longer than reading on from hit to hit, so not more than one in so many.
const FEW: usize = 2;

impl Narrowing {
    /// Looks for the words. Slips are forgiven if `forgive` says so, which must be the same for the same words.
    pub(super) fn look_for(&mut self, index: &Index, words: Words, forgive: bool) -> Outcome<'_> {
        if self.index != index.id || self.words != words {
            let same_index = self.index == index.id && !self.words.is_empty();
            let direct = self.direct(index, &words, same_index);
            let forgiven = if forgive && direct.is_empty() { self.forgiven(index, &words, same_index) } else { None };
            *self = Self { index: index.id, words, direct, forgiven };
        }
        match &self.forgiven {
            Some(forgiven) => {
                Outcome { matches: &forgiven.matches, words: &forgiven.reading.words, slips: &forgiven.reading.slips }
            }
            None => Outcome { matches: &self.direct, words: &self.words, slips: &[] },
        }
    }

    fn direct(&self, index: &Index, words: &Words, same_index: bool) -> Vec<Match> {
        let sought = Sought::new(words);
        match words.growth(&self.words).filter(|_| same_index) {
            Some(growth) if self.direct.len() <= index.len() / FEW => sought.among_matches(index, &self.direct, growth),
            _ => sought.in_all(index),
        }
    }

    fn forgiven(&self, index: &Index, words: &Words, same_index: bool) -> Option<Forgiven> {
        let before = self.forgiven.as_ref().filter(|_| same_index && slip::near_extends(words, &self.words));
        let reading = slip::read(index, words, before.map(|before| &*before.reading.near))?;
        let matches = Sought::new(&reading.words).among(index, &reading.near);
        Some(Forgiven { reading, matches })
    }
}
