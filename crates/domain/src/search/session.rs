//! A search session: a longer text is looked for only where the shorter one was found.

use std::sync::Arc;

use gpf_search_kernel::{Match, TermMatcher};

use super::index::Index;
use super::terms::Terms;
use super::typo::{self, CorrectedQuery, Correction};
use crate::near::{Locator, Nearby, PostcodeDistrict};

/// What one search box last looked for, and where it was found. It changes how quickly the next search is done, never
/// what it finds: with another index, or another text than a longer one, it starts afresh.
#[derive(Clone, Debug, Default)]
pub struct SearchSession {
    /// 0 before the first search.
    index: u32,
    terms: Terms,
    /// The rows that have the words as typed, from A to Z.
    direct: Vec<Match>,
    /// If there are none: the rows that have them with typos.
    fuzzy: Option<FuzzyMatches>,
    /// Words that are written as several where they were found.
    split_corrections: Vec<Correction>,
    /// Whether there are not any of those either.
    no_fuzzy_match: bool,
    /// The place that was last typed, with the distances from it.
    nearby: Option<Arc<Nearby>>,
}

#[derive(Clone, Debug, Default)]
struct FuzzyMatches {
    query: CorrectedQuery,
    matches: Vec<Match>,
}

/// Where words were found.
pub(super) struct TermMatches<'n> {
    /// From A to Z.
    pub(super) matches: &'n [Match],
    /// The words as they were looked for.
    pub(super) terms: &'n Terms,
    pub(super) corrections: Vec<Correction>,
}

/// Looking into single names takes longer than reading on from hit to hit, so not more than one in so many.
const NARROW_THRESHOLD: usize = 8;

impl SearchSession {
    /// Looks for the words. Typos are forgiven if `forgive` says so, which must be the same for the same words.
    pub(super) fn find_terms(&mut self, index: &Index, words: Terms, forgive: bool) -> TermMatches<'_> {
        if self.index != index.id || self.terms != words {
            if self.index != index.id {
                *self = Self { index: index.id, ..Self::default() };
            }
            self.find_exact_terms(index, &words);
            let looks = forgive && self.direct.is_empty();
            let is_hopeless = self.no_fuzzy_match && typo::still_within_typo(&words, &self.terms);
            self.fuzzy = if looks && !is_hopeless { self.fuzzy_matches(index, &words) } else { None };
            self.no_fuzzy_match = looks && self.fuzzy.is_none();
            self.terms = words;
            let (words, matches) = match &self.fuzzy {
                Some(forgiven) => (&forgiven.query.terms, &forgiven.matches),
                None => (&self.terms, &self.direct),
            };
            self.split_corrections = typo::split_corrections(index, words, matches);
        }
        let mut corrections = self.split_corrections.clone();
        match &self.fuzzy {
            Some(FuzzyMatches { query: reading, matches }) => {
                corrections.extend_from_slice(&reading.corrections);
                TermMatches { matches, terms: &reading.terms, corrections }
            }
            None => TermMatches { matches: &self.direct, terms: &self.terms, corrections },
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

    fn find_exact_terms(&mut self, index: &Index, words: &Terms) {
        let needles = &words.needles();
        match words.extension_of(&self.terms) {
            Some(growth) if self.direct.len() <= index.len() / NARROW_THRESHOLD => {
                TermMatcher::new(&index.records, needles, self.direct.len()).refine(&mut self.direct, growth);
            }
            _ => self.direct = TermMatcher::new(&index.records, needles, index.len()).match_all(),
        }
    }

    fn fuzzy_matches(&self, index: &Index, words: &Terms) -> Option<FuzzyMatches> {
        let before = self.fuzzy.as_ref().filter(|_| typo::still_within_typo(words, &self.terms));
        let reading = typo::correct(index, words, before.map(|before| &*before.query.near))?;
        let matches =
            TermMatcher::new(&index.records, &reading.terms.needles(), reading.near.len()).match_among(&reading.near);
        Some(FuzzyMatches { query: reading, matches })
    }
}
