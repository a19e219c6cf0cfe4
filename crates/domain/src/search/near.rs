//! Searching near a place.

use std::sync::Arc;

use gpf_search_kernel::{Match, Tier};

use super::facets::Facets;
use super::index::Index;
use super::query::{SearchRequest, Sort};
use super::results::{Near, SearchResults, SearchedPlace};
use super::session::SearchSession;
use super::sort_orders::radix_sort;
use super::terms::Terms;
use crate::directory::{Directory, Status};
use crate::near::{AT_LEAST, Locator, NamedPlace, Nearby, RADIUS_MILES, TypedPostcode};
use crate::strings;

/// The place in the query, before the search: see [`SearchedPlace`].
pub(super) enum LocatedPlace {
    Near(Near),
    /// With the postcode area that can be used instead.
    Not(SearchedPlace, Option<String>),
}

impl LocatedPlace {
    /// Computes the distances from a place of the gazetteer. `None` if no federation has a known location.
    pub(super) fn near_named_place(
        index: &Index,
        NamedPlace { name, district, .. }: NamedPlace<'static>,
        session: &mut SearchSession,
        locator: Option<Locator<'_>>,
    ) -> Option<Self> {
        let typed = TypedPostcode::District { district: *district, is_whole: true };
        let mut place = Self::of(index, Some(typed), session, locator);
        if let Some(Self::Near(near)) = &mut place {
            near.place_name = Some(name);
        }
        place
    }

    /// Computes the distances from a district. `None` if no federation has a known location.
    pub(super) fn of(
        index: &Index,
        typed: Option<TypedPostcode>,
        session: &mut SearchSession,
        locator: Option<Locator<'_>>,
    ) -> Option<Self> {
        Some(match typed? {
            TypedPostcode::District { district, is_whole } => {
                let nearby = session.nearby(index, district, locator?);
                if !nearby.knows_any() {
                    return None;
                }
                Self::Near(Near {
                    nearby,
                    place_name: None,
                    is_whole,
                    has_text: false,
                    is_widened: false,
                    has_unplaced: false,
                    left_out: 0,
                })
            }
            TypedPostcode::NoSuchDistrict(district) => Self::Not(SearchedPlace::NoSuchDistrict(district), None),
            TypedPostcode::Elsewhere(code, nation) => {
                let letters = code.bytes().take_while(u8::is_ascii_alphabetic).count();
                let area = code.get(..letters).map(str::to_owned);
                Self::Not(SearchedPlace::Elsewhere(code, nation), area)
            }
            TypedPostcode::Area(area, example) => {
                Self::Not(SearchedPlace::PostcodeArea(area.clone(), example), Some(area))
            }
            TypedPostcode::NotAPostcode => Self::Not(SearchedPlace::NotAPostcode, None),
        })
    }
}

/// The rank of a row that covers the postcode area but does not match the text: worse than any tier.
const COVERS: u8 = Tier::NoMatch as u8;

/// The rank of a row that does neither. Near a place, it is as good as one that covers the area.
const NEITHER: u8 = COVERS + 1;

/// The rows near a place, by what they have in common with the query.
#[derive(Default)]
struct NearRows {
    /// The rows to show, in the order of the list.
    found: Vec<u32>,
    /// The other rows with a location.
    others: Vec<u32>,
    /// By filter group: the rows that would be found without filters, and those that could be.
    counts: Vec<u32>,
    among: Vec<u32>,
}

impl NearRows {
    /// Adds the nearest of the other rows until at least [`AT_LEAST`] are found. Returns whether any were added.
    fn widen(&mut self, nearby: &Nearby) -> bool {
        let mut is_widened = false;
        while self.found.len() < AT_LEAST as usize {
            // The first of those at the same distance.
            let mut nearest = None;
            for (at, &row) in self.others.iter().enumerate() {
                if nearest.is_none_or(|other: usize| nearby.rank(row) < nearby.rank(self.others[other])) {
                    nearest = Some(at);
                }
            }
            let Some(at) = nearest else { break };
            let row = self.others.remove(at);
            let place = self.found.iter().take_while(|&&other| other < row).count();
            self.found.insert(place, row);
            is_widened = true;
        }
        is_widened
    }
}

impl Index {
    /// The rows near a place, those that match the text, and those without a location that cover the place's area. All
    /// of them match the filters.
    pub(super) fn near(
        &self,
        request: SearchRequest<'_>,
        mut near: Near,
        terms: &Terms,
        matches: &[Match],
    ) -> SearchResults {
        let SearchRequest { directory, query, groups } = request;
        let nearby = Arc::clone(&near.nearby);
        let tiers = self.tiers(directory, &nearby, terms, matches);
        let mut rows = self.near_rows(groups, &mut near, &tiers);
        near.is_widened = rows.widen(&nearby);
        let facets = Facets::of(&self.groups, &rows.counts, query);
        let facets = facets.or_at_least(AT_LEAST, &Facets::of(&self.groups, &rows.among, query));
        let mut found = SearchResults { facets, place: Some(SearchedPlace::Near(near)), ..SearchResults::default() };
        let rows = rows.found;
        let ordered = |key: &dyn Fn(u32) -> u64| {
            let mut order = radix_sort(rows.len(), &|at| key(rows[at as usize]));
            for row in &mut order {
                *row = rows[*row as usize];
            }
            order
        };
        found.rows = match found.sort(query.sort) {
            // Ended federations come last, because they do not cover anyone.
            Sort::Nearest => ordered(&|row| {
                let has_ended = directory.federation(row).status() == Status::Ended;
                u64::from(has_ended) << 16 | u64::from(nearby.rank(row))
            }),
            Sort::Suggested => {
                ordered(&|row| u64::from(tiers[row as usize].min(COVERS)) << 16 | u64::from(nearby.rank(row)))
            }
            sort => {
                let matches: Vec<Match> = rows.iter().map(|&row| Match::not_by_text(row)).collect();
                self.sort_matches(directory, sort, &matches)
            }
        };
        found
    }

    /// By row: the tier of its text, or else whether it covers the place's area.
    fn tiers(&self, directory: &Directory, nearby: &Nearby, terms: &Terms, matches: &[Match]) -> Vec<u8> {
        let mut tiers = vec![NEITHER; self.len()];
        for &row in self.rows_in_postcode_area(directory, &nearby.district.code.area()) {
            tiers[row as usize] = COVERS;
        }
        for found in matches {
            if self.is_meant(found, terms) {
                tiers[found.row as usize] = found.tier as u8;
            }
        }
        tiers
    }

    /// Sorts the rows into those that are found and the others, and notes in `near` what was found.
    fn near_rows(&self, groups: &[bool], near: &mut Near, tiers: &[u8]) -> NearRows {
        const RADIUS: u16 = (RADIUS_MILES * 10) as u16;
        let nearby = Arc::clone(&near.nearby);
        let counts = vec![0; groups.len()];
        let mut rows = NearRows { among: counts.clone(), counts, ..NearRows::default() };
        for row in self.rows() {
            let (at, rank, group) = (row as usize, nearby.rank(row), self.groups.number(row));
            let has_text = tiers[at] < COVERS;
            let is_unplaced = rank == Nearby::UNKNOWN;
            let is_found = has_text || rank <= RADIUS || is_unplaced && tiers[at] == COVERS;
            if is_found {
                rows.counts[group] += 1;
            }
            if is_found || !is_unplaced {
                rows.among[group] += 1;
            }
            if !groups[group] {
                continue;
            }
            if is_found {
                near.has_text |= has_text;
                near.has_unplaced |= is_unplaced;
                rows.found.push(row);
            } else if is_unplaced {
                near.left_out += 1;
            } else {
                rows.others.push(row);
            }
        }
        rows
    }

    /// Whether a matching row is probably what the user means: a word of its name begins with the text, or another
    /// field has it as a whole word. `e1` in the middle of a word, or in SE15, is a coincidence.
    fn is_meant(&self, found: &Match, terms: &Terms) -> bool {
        if found.tier <= Tier::WordStart {
            return true;
        }
        let secondary_text = self.secondary_text(found.row);
        terms.iter().all(|term| strings::contains(secondary_text, &[" ", &term.typed, " "].concat()))
    }
}
