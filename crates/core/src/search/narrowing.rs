//! Narrowing: a longer text is looked for only where the shorter one was found.

use std::sync::Arc;

use gpf_scan::{Match, Sought};

use super::index::Index;
use super::near::Locator;
use super::slip::{self, Reading, Slip};
use super::words::Words;
use crate::near::{Nearby, PostcodeDistrict};

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
    /// Words that are written as several where they were found.
    apart: Vec<Slip>,
    /// Whether there aren't any of those either.
    nothing_near: bool,
    /// The place that was last typed, with the distances from it.
    nearby: Option<Arc<Nearby>>,
}

#[derive(Clone, Debug, Default)]
struct Forgiven {
    reading: Reading,
    matches: Vec<Match>,
}

/// Where words were found.
pub(super) struct Outcome<'n> {
    /// From A to Z.
    pub(super) matches: &'n [Match],
    /// The words as they were looked for.
    pub(super) words: &'n Words,
    pub(super) slips: Vec<Slip>,
}

/// Looking into single names takes longer than reading on from hit to hit, so not more than one in so many.
const FEW: usize = 8;

impl Narrowing {
    /// Looks for the words. Slips are forgiven if `forgive` says so, which must be the same for the same words.
    pub(super) fn look_for(&mut self, index: &Index, words: Words, forgive: bool) -> Outcome<'_> {
        if self.index != index.id || self.words != words {
            if self.index != index.id {
                *self = Self { index: index.id, ..Self::default() };
            }
            self.look_for_direct(index, &words);
            let looks = forgive && self.direct.is_empty();
            let is_hopeless = self.nothing_near && slip::near_extends(&words, &self.words);
            self.forgiven = if looks && !is_hopeless { self.forgiven(index, &words) } else { None };
            self.nothing_near = looks && self.forgiven.is_none();
            self.words = words;
            let (words, matches) = match &self.forgiven {
                Some(forgiven) => (&forgiven.reading.words, &forgiven.matches),
                None => (&self.words, &self.direct),
            };
            self.apart = slip::read_apart(index, words, matches);
        }
        let mut slips = self.apart.clone();
        match &self.forgiven {
            Some(Forgiven { reading, matches }) => {
                slips.extend_from_slice(&reading.slips);
                Outcome { matches, words: &reading.words, slips }
            }
            None => Outcome { matches: &self.direct, words: &self.words, slips },
        }
    }

    /// The distances from a district, worked out where it is another one than before.
    pub(super) fn nearby(&mut self, index: &Index, district: PostcodeDistrict, locator: Locator<'_>) -> Arc<Nearby> {
        if self.index != index.id {
            *self = Self { index: index.id, ..Self::default() };
        }
        let known = self.nearby.take().filter(|nearby| nearby.district == district);
        let of = || Arc::new(Nearby::of(district, locator.points, (locator.districts)()));
        Arc::clone(self.nearby.insert(known.unwrap_or_else(of)))
    }

    fn look_for_direct(&mut self, index: &Index, words: &Words) {
        let needles = &words.needles();
        match words.growth(&self.words) {
            Some(growth) if self.direct.len() <= index.len() / FEW => {
                Sought::new(&index.records, needles, self.direct.len()).keep_grown(&mut self.direct, growth);
            }
            _ => self.direct = Sought::new(&index.records, needles, index.len()).in_all(),
        }
    }

    fn forgiven(&self, index: &Index, words: &Words) -> Option<Forgiven> {
        let before = self.forgiven.as_ref().filter(|_| slip::near_extends(words, &self.words));
        let reading = slip::read(index, words, before.map(|before| &*before.reading.near))?;
        let matches = Sought::new(&index.records, &reading.words.needles(), reading.near.len()).among(&reading.near);
        Some(Forgiven { reading, matches })
    }
}
