//! Searching near a place.

use std::sync::Arc;

use gpf_search_kernel::{Match, Tier};

use super::engine::SearchResults;
use super::facets::Facets;
use super::index::Index;
use super::query::{Query, Sort};
use super::session::SearchSession;
use super::sort_orders::radix_sort;
use super::terms::Terms;
use crate::directory::{Directory, Status};
use crate::near::{AT_LEAST, Districts, Nation, Nearby, Points, RADIUS_MILES, Typed};

/// What knows where places and federations are.
#[derive(Clone, Copy)]
pub struct Locator<'a> {
    /// Where the federations of the directory are.
    pub points: &'a Points,
    /// The districts of England, asked for when a postcode is typed.
    pub districts: fn() -> &'static Districts,
}

/// What was typed, where that is a postcode or looks like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Postcode {
    /// A district of England: what is near it is found.
    Near(Near),
    /// A district that does not exist.
    NoSuchDistrict(String),
    /// A district or an area that is not in England.
    Elsewhere(String, Nation),
    /// An area, with a district of it for an example.
    Area(String, String),
    /// It looks like a postcode and is none.
    NotAPostcode,
}

/// What was found near a district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The district, and how far every federation is from it.
    pub nearby: Arc<Nearby>,
    /// The town that was typed; empty where that was a postcode.
    pub town: &'static str,
    /// Whether all of what was typed is a postcode or the beginning of one; else only its district was used.
    pub is_sound: bool,
    /// Whether some of the federations found have what was typed in their names or places: they are suggested first.
    pub has_text: bool,
    /// Whether federations further away than [`RADIUS_MILES`] had to be taken for want of nearer ones.
    pub is_widened: bool,
    /// Whether some of the federations found are only known to cover the postcode area.
    pub has_unplaced: bool,
}

impl Near {
    /// What the place is called.
    #[must_use]
    pub fn name(&self) -> String {
        if self.town.is_empty() { self.nearby.district.code.name() } else { self.town.to_owned() }
    }
}

impl SearchResults {
    /// What is near, where a place was searched for.
    #[must_use]
    pub fn near(&self) -> Option<&Near> {
        match &self.postcode {
            Some(Postcode::Near(near)) => Some(near),
            _ => None,
        }
    }

    /// The order that the rows are in where this one is asked for: near a place the nearest is what is suggested.
    #[must_use]
    pub fn sort(&self, asked: Sort) -> Sort {
        match (asked, self.near()) {
            (Sort::Suggested, Some(near)) if !near.has_text => Sort::Nearest,
            (Sort::Nearest, None) => Sort::Suggested,
            _ => asked,
        }
    }

    /// Whether this order is one to choose.
    #[must_use]
    pub fn offers(&self, sort: Sort) -> bool {
        self.sort(sort) == sort
    }
}

/// [`Postcode`] before anything is found.
pub(super) enum Place {
    Near(Near),
    /// With the area that may be used instead.
    Not(Postcode, Option<String>),
}

impl Place {
    /// Works out the distances from a district; `None` where nobody knows where any federation is.
    pub(super) fn of(
        index: &Index,
        typed: Option<Typed>,
        session: &mut SearchSession,
        locator: Option<Locator<'_>>,
    ) -> Option<Self> {
        Some(match typed? {
            Typed::District { district, is_sound } => {
                let nearby = session.nearby(index, district, locator?);
                if !nearby.knows_any() {
                    return None;
                }
                let near = Near { nearby, town: "", is_sound, has_text: false, is_widened: false, has_unplaced: false };
                Self::Near(near)
            }
            Typed::NoSuchDistrict(district) => Self::Not(Postcode::NoSuchDistrict(district), None),
            Typed::Elsewhere(code, nation) => {
                let letters = code.bytes().take_while(u8::is_ascii_alphabetic).count();
                let area = code.get(..letters).map(str::to_owned);
                Self::Not(Postcode::Elsewhere(code, nation), area)
            }
            Typed::Area(area, example) => Self::Not(Postcode::Area(area.clone(), example), Some(area)),
            Typed::NotAPostcode => Self::Not(Postcode::NotAPostcode, None),
        })
    }
}

/// Of a row that has not the text but covers the postcode area: worse than any tier.
const COVERS: u8 = Tier::NoMatch as u8;

/// Of a row that does neither. Near a place it is as good as one that covers the area.
const NEITHER: u8 = COVERS + 1;

impl Index {
    /// The rows near a place, those that have the text, and those that cover the place's area and nobody knows where they
    /// are; all that the filters let through.
    pub(super) fn near(
        &self,
        directory: &Directory,
        query: &Query,
        mut near: Near,
        words: &Terms,
        matches: &[Match],
        passes: &[bool],
    ) -> SearchResults {
        const RADIUS: u16 = (RADIUS_MILES * 10) as u16;
        let nearby = Arc::clone(&near.nearby);
        // By row: how good its text is, or else whether it covers the area.
        let mut tiers = vec![NEITHER; self.len()];
        for &row in self.rows_in_area(directory, &nearby.district.code.area()) {
            tiers[row as usize] = COVERS;
        }
        for found in matches {
            if self.is_meant(found, words) {
                tiers[found.row as usize] = found.tier as u8;
            }
        }
        let classes = self.classes.sizes().len();
        let (mut counts, mut among) = (vec![0; classes], vec![0; classes]);
        let (mut rows, mut others) = (Vec::new(), Vec::new());
        for row in self.rows() {
            let (at, rank, class) = (row as usize, nearby.rank(row), self.classes.number(row));
            let has_text = tiers[at] < COVERS;
            let is_unplaced = rank == Nearby::UNKNOWN;
            let is_found = has_text || rank <= RADIUS || is_unplaced && tiers[at] == COVERS;
            if is_found {
                counts[class] += 1;
            }
            if is_found || !is_unplaced {
                among[class] += 1;
            }
            if !passes[class] {
                continue;
            }
            if is_found {
                near.has_text |= has_text;
                near.has_unplaced |= is_unplaced;
                rows.push(row);
            } else if !is_unplaced {
                others.push(row);
            }
        }
        while rows.len() < AT_LEAST as usize {
            // The first of those that are as near.
            let mut nearest = None;
            for (at, &row) in others.iter().enumerate() {
                if nearest.is_none_or(|other: usize| nearby.rank(row) < nearby.rank(others[other])) {
                    nearest = Some(at);
                }
            }
            let Some(at) = nearest else { break };
            let row = others.remove(at);
            let place = rows.iter().take_while(|&&other| other < row).count();
            rows.insert(place, row);
            near.is_widened = true;
        }
        let facets = Facets::of(&self.classes, &counts, query);
        let facets = facets.or_at_least(AT_LEAST, &Facets::of(&self.classes, &among, query));
        let mut found = SearchResults { facets, postcode: Some(Postcode::Near(near)), ..SearchResults::default() };
        let ordered = |key: &dyn Fn(u32) -> u64| {
            let mut order = radix_sort(rows.len(), &|at| key(rows[at as usize]));
            for row in &mut order {
                *row = rows[*row as usize];
            }
            order
        };
        found.rows = match found.sort(query.sort) {
            // Those that have ended come last: they cover nobody.
            Sort::Nearest => ordered(&|row| {
                let has_ended = directory.federation(row).status() == Status::Ended;
                u64::from(has_ended) << 16 | u64::from(nearby.rank(row))
            }),
            Sort::Suggested => {
                ordered(&|row| u64::from(tiers[row as usize].min(COVERS)) << 16 | u64::from(nearby.rank(row)))
            }
            sort => {
                let matches: Vec<Match> = rows.iter().map(|&row| Match::by_area(row)).collect();
                self.sort_matches(directory, sort, &matches)
            }
        };
        found
    }

    /// Whether a row that has what was typed is meant by it: where a word of its name begins with it, or where it stands
    /// as a whole among the rest. `e1` in the middle of a word, or in SE15, is chance.
    fn is_meant(&self, found: &Match, words: &Terms) -> bool {
        if found.tier <= Tier::WordStart {
            return true;
        }
        let tail = self.tail_text(found.row);
        words.iter().all(|word| tail.contains(&*[" ", &word.typed, " "].concat()))
    }
}
