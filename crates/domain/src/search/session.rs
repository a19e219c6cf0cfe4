//! A search session: if the text grows, only the earlier matches are searched.

use std::sync::Arc;

use gpf_search_kernel::{Match, TermMatcher};

use super::index::Index;
use super::initials;
use super::terms::Terms;
use super::typo::{self, CorrectedQuery, Correction};
use crate::near::{Locator, Nearby, PostcodeDistrict};

/// The last search of one search box, and its matches. It makes the next search quicker but never changes its results:
/// for another index, or a text that is not an extension of the last one, it starts again.
#[derive(Clone, Debug, Default)]
pub struct SearchSession {
    /// 0 before the first search.
    index: u32,
    terms: Terms,
    /// The rows that have the words as typed, from A to Z.
    direct: Vec<Match>,
    /// If there are none: the rows that have them with typos. Or the rows that have what they are the initials of.
    fuzzy: Option<FuzzyMatches>,
    /// Words that were split into several words to match.
    split_corrections: Vec<Correction>,
    /// Whether there are no rows with typos either.
    no_fuzzy_match: bool,
    /// The last place that was typed, with the distances from it.
    nearby: Option<Arc<Nearby>>,
    /// The last search for a part of the text.
    pub(super) part: Option<Box<SearchSession>>,
}

#[derive(Clone, Debug, Default)]
struct FuzzyMatches {
    query: CorrectedQuery,
    matches: Vec<Match>,
}

/// The matches of terms.
pub(super) struct TermMatches<'n> {
    /// From A to Z.
    pub(super) matches: &'n [Match],
    /// The terms that were searched for.
    pub(super) terms: &'n Terms,
    pub(super) corrections: Vec<Correction>,
}

/// To search single names takes longer than to read on from hit to hit. So only narrow a search if at most 1 in this
/// number of rows matches.
const NARROW_THRESHOLD: usize = 8;

impl SearchSession {
    /// Searches for the terms. `allows_readings` is whether they can have typos or be initials. It must be the same for the
    /// same terms.
    pub(super) fn find_terms(
        &mut self,
        index: &Index,
        terms: Terms,
        allows_readings: &dyn Fn() -> bool,
    ) -> TermMatches<'_> {
        if self.index != index.id || self.terms != terms {
            if self.index != index.id {
                *self = Self { index: index.id, ..Self::default() };
            }
            self.find_exact_terms(index, &terms);
            let looks = self.direct.is_empty() && allows_readings();
            let is_hopeless = self.no_fuzzy_match && typo::still_within_typo(&terms, &self.terms);
            let initials = if initials::is_possible(index, &terms, &self.direct) && (looks || allows_readings()) {
                Self::matches_of_initials(index, &terms, looks)
            } else {
                None
            };
            self.fuzzy = match initials {
                None if looks && !is_hopeless => self.fuzzy_matches(index, &terms),
                initials => initials,
            };
            self.no_fuzzy_match = looks && self.fuzzy.is_none();
            self.terms = terms;
            let (terms, matches) = match &self.fuzzy {
                Some(fuzzy) => (&fuzzy.query.terms, &fuzzy.matches),
                None => (&self.terms, &self.direct),
            };
            self.split_corrections = typo::split_corrections(index, terms, matches);
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

    /// The distances from a district, which are only computed if it is a new one.
    pub(super) fn nearby(&mut self, index: &Index, district: PostcodeDistrict, locator: Locator<'_>) -> Arc<Nearby> {
        if self.index != index.id {
            *self = Self { index: index.id, ..Self::default() };
        }
        let known = self.nearby.take().filter(|nearby| nearby.district == district);
        let of = || Arc::new(Nearby::of(district, locator));
        Arc::clone(self.nearby.insert(known.unwrap_or_else(of)))
    }

    fn find_exact_terms(&mut self, index: &Index, terms: &Terms) {
        let needles = &terms.needles();
        match terms.extension_of(&self.terms) {
            Some(growth) if self.direct.len() <= index.len() / NARROW_THRESHOLD => {
                TermMatcher::new(&index.records, needles, self.direct.len()).refine(&mut self.direct, growth);
            }
            _ => self.direct = TermMatcher::new(&index.records, needles, index.len()).match_all(),
        }
    }

    fn matches_of_initials(index: &Index, terms: &Terms, allows_starts: bool) -> Option<FuzzyMatches> {
        let terms = initials::read(index, terms, allows_starts)?;
        let matches = TermMatcher::new(&index.records, &terms.needles(), index.len()).match_all();
        Some(FuzzyMatches { query: CorrectedQuery { terms, ..CorrectedQuery::default() }, matches })
    }

    fn fuzzy_matches(&self, index: &Index, terms: &Terms) -> Option<FuzzyMatches> {
        let is_longer = typo::still_within_typo(terms, &self.terms);
        let before = self.fuzzy.as_ref().filter(|before| is_longer && !before.query.near.is_empty());
        let reading = typo::correct(index, terms, before.map(|before| &*before.query.near))?;
        let matches =
            TermMatcher::new(&index.records, &reading.terms.needles(), reading.near.len()).match_among(&reading.near);
        Some(FuzzyMatches { query: reading, matches })
    }
}
