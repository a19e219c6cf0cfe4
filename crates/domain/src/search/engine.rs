//! The search.

use std::cell::LazyCell;

use gpf_search_kernel::{Match, TermMatcher, Tier, counting_sort};

use super::facets::Facets;
use super::index::Index;
use super::near::LocatedPlace;
use super::part::Part;
use super::postcode;
use super::query::{Query, SearchRequest, Sort};
use super::results::{SearchResults, SearchedPlace};
use super::session::{SearchSession, TermMatches};
use super::terms::Terms;
use super::website;
use crate::directory::Directory;
use crate::near::{Locator, TypedPostcode};

impl Index {
    /// Searches `directory`, which must be the one that the index was made from.
    ///
    /// `session` belongs to the search box and makes the next search quicker while the text grows.
    #[must_use]
    pub fn search(&self, directory: &Directory, query: &Query, session: &mut SearchSession) -> SearchResults {
        self.search_near(directory, query, session, None)
    }

    /// Searches, and for a postcode finds the federations near it. `locator` has their points, which must be those of
    /// the directory, and the districts.
    #[must_use]
    pub fn search_near(
        &self,
        directory: &Directory,
        query: &Query,
        session: &mut SearchSession,
        locator: Option<Locator<'_>>,
    ) -> SearchResults {
        let terms = self.terms(&query.text);
        let groups = &*self.groups.matching(query);
        let request = SearchRequest { directory, query, groups };
        let found = if terms.is_empty() {
            self.everything(request)
        } else if let of_website = website::matches(directory, &query.text)
            && !of_website.is_empty()
        {
            SearchResults { terms: terms.clone(), ..self.in_postcode_area(request, None, None, &terms, &of_website) }
        } else {
            let found = self.search_text(request, session, locator, terms.clone());
            found.unwrap_or_else(|| SearchResults {
                terms,
                ..self.in_postcode_area(request, None, None, &Terms::default(), &[])
            })
        };
        let matching_filters =
            self.groups.sizes().iter().zip(groups).filter_map(|(size, is_in)| is_in.then_some(size)).sum();
        SearchResults { total: self.len() as u32, matching_filters, ..found }
    }

    /// The terms of a text, with the ways to write their words apart that the records have.
    fn terms(&self, text: &str) -> Terms {
        let mut terms = Terms::of(text);
        terms.read_apart(self.records.joins());
        terms
    }

    /// The federations that match the filters, without a text.
    fn everything(&self, SearchRequest { directory, query, groups }: SearchRequest<'_>) -> SearchResults {
        let mut rows = self.all_in_order(directory, query.sort);
        if groups.contains(&false) {
            self.groups.retain_rows(&mut rows, groups);
        }
        SearchResults {
            rows,
            facets: Facets::of(&self.groups, self.groups.sizes(), query),
            grouped_by_region: matches!(query.sort, Sort::Suggested | Sort::Nearest),
            ..SearchResults::default()
        }
    }

    /// The federations that match the text, or are near its place, or else those of a part of the text. `None` if there
    /// are none of these.
    fn search_text(
        &self,
        request: SearchRequest<'_>,
        session: &mut SearchSession,
        locator: Option<Locator<'_>>,
        terms: Terms,
    ) -> Option<SearchResults> {
        let text = terms.typed();
        let mut postcode_area = postcode::area(&text);
        let whole = locator.and_then(|locator| TypedPostcode::whole(&text, locator.districts));
        let mut place = LocatedPlace::of(self, whole, session, locator);
        let named = LazyCell::new(|| locator.and_then(|locator| (locator.districts)().named_place(&text)));
        let is_postcode_area =
            || locator.is_some_and(|it| text.len() < 3 && TypedPostcode::guess(&text, it.districts).is_some());
        // A postcode, or the name of a place that no federation mentions, is no typo and no initials.
        let allows_readings = || postcode_area.is_none() && named.is_none() && !is_postcode_area();
        let TermMatches { matches, terms, corrections } = session.find_terms(self, terms, &allows_readings);
        let terms = terms.clone();
        // If no federation has the text in its names or its place, it can be a town. Those that mention an area are in it.
        let is_unnamed = place.is_none() && matches.iter().all(|found| found.tier >= Tier::Other);
        let named = if is_unnamed { named.filter(|named| matches.is_empty() || !named.is_area) } else { None };
        let kept;
        let matches = if named.is_some() || is_unnamed && matches.is_empty() {
            kept = matches.to_vec();
            place = match named {
                Some(named) => LocatedPlace::near_named_place(self, named, session, locator),
                None => {
                    let guess = locator.and_then(|locator| TypedPostcode::guess(&text, locator.districts));
                    LocatedPlace::of(self, guess, session, locator)
                }
            };
            if kept.is_empty() && place.is_none() {
                let found = self.search_part(request, session, locator, &terms);
                if found.is_some() || postcode_area.is_none() {
                    return found;
                }
            }
            &kept
        } else {
            matches
        };
        let place = match place {
            Some(LocatedPlace::Near(near)) => {
                let found = self.near(request, near, &terms, matches);
                return Some(SearchResults { terms, ..found });
            }
            Some(LocatedPlace::Not(place, its_area)) => {
                postcode_area = its_area.or(postcode_area);
                Some(place)
            }
            None => None,
        };
        let found = self.in_postcode_area(request, postcode_area, place, &terms, matches);
        Some(SearchResults { terms, corrections, ..found })
    }

    /// The federations that match a part of the text or are near the place that it names.
    fn search_part(
        &self,
        request: SearchRequest<'_>,
        session: &mut SearchSession,
        locator: Option<Locator<'_>>,
        terms: &Terms,
    ) -> Option<SearchResults> {
        let Part { text, is_postcode } = Part::of(self, &request.query.text, terms, locator)?;
        // In a session of its own, so that both searches are quicker while the text grows.
        let mut of_part = session.part.take().unwrap_or_default();
        let found = self.search_text(request, &mut of_part, locator, self.terms(&text));
        session.part = Some(of_part);
        let mut found = found?;
        // A postcode must not find a name, nor a name a postcode that it happens to look like.
        let is_located = found.postcode_area.is_some() || found.place.is_some();
        let is_useful = if is_postcode { is_located } else { found.place.is_none() || found.near().is_some() };
        if request.query.sort == Sort::Suggested && !is_located {
            found.rows = self.most_terms_first(terms, &found.rows);
        }
        is_useful.then(|| SearchResults { part: found.part.or(Some(text)), ..found })
    }

    /// The rows, with those that have the most of these terms first. Otherwise they stay in their order.
    fn most_terms_first(&self, terms: &Terms, rows: &[u32]) -> Vec<u32> {
        let needles = terms.needles();
        let matcher = TermMatcher::new(&self.records, &needles, rows.len());
        let missing = |row| (0..needles.len()).filter(|&at| !matcher.has(at, row)).count();
        let keyed: Vec<_> = rows.iter().map(|&row| (row, missing(row))).collect();
        counting_sort(needles.len() + 1, keyed.into_iter())
    }

    /// The matches, and the federations that cover the postcode area, if there is one.
    fn in_postcode_area(
        &self,
        SearchRequest { directory, query, groups }: SearchRequest<'_>,
        postcode_area: Option<String>,
        place: Option<SearchedPlace>,
        terms: &Terms,
        matches: &[Match],
    ) -> SearchResults {
        let in_area = match &postcode_area {
            Some(area) => self.rows_in_postcode_area(directory, area),
            None => &[],
        };
        // "Area A" would not be helpful for "A1 Health Group" if no federation covers area A.
        let postcode_area = postcode_area.filter(|_| !in_area.is_empty() || matches.is_empty());
        // The same applies to "A1 is not a district", or to an area that no federation is known to cover.
        let (place, postcode_area) = match place {
            Some(_) if postcode_area.is_none() && !matches.is_empty() => (None, postcode_area),
            Some(place) => (Some(place), postcode_area.filter(|_| !in_area.is_empty())),
            None => (None, postcode_area),
        };
        let merged;
        let matches = if in_area.is_empty() {
            matches
        } else {
            let typed = terms.typed();
            merged = merge(matches, in_area, &|row| directory.federation(row).postcodes().any(|it| begins(it, &typed)));
            &merged
        };
        let counts = self.groups.count(matches);
        let filtered;
        let shown = if groups.contains(&false) {
            filtered = self.groups.matches_in(matches, groups);
            &filtered
        } else {
            matches
        };
        SearchResults {
            rows: self.sort_matches(directory, query.sort, shown),
            facets: Facets::of(&self.groups, &counts, query),
            postcode_area,
            place,
            ..SearchResults::default()
        }
    }
}

/// Whether a postcode begins with the typed text, ignoring case and the space in the middle.
fn begins(postcode: &str, typed: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = u8> {
        text.bytes().filter(|byte| *byte != b' ').map(|byte| byte.to_ascii_lowercase())
    }
    let mut postcode = letters(postcode);
    letters(typed).all(|letter| postcode.next() == Some(letter))
}

/// The matches and the rows, both from A to Z, each row once. A row that does not match the text ranks first if
/// `is_its` returns that it has the postcode, and last otherwise.
fn merge(matches: &[Match], rows: &[u32], is_its: &dyn Fn(u32) -> bool) -> Vec<Match> {
    let mut merged = Vec::with_capacity(matches.len() + rows.len());
    let mut rest = matches;
    for &row in rows {
        while let [found, after @ ..] = rest
            && found.row <= row
        {
            merged.push(*found);
            rest = after;
        }
        if merged.last().is_none_or(|found| found.row != row) {
            let mut found = Match::not_by_text(row);
            if is_its(row) {
                found.tier = Tier::Place;
            }
            merged.push(found);
        }
    }
    merged.extend_from_slice(rest);
    merged
}
