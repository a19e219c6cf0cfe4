//! The search.

use gpf_search_kernel::{Match, Tier};

use super::facets::Facets;
use super::index::Index;
use super::near::LocatedPostcode;
use super::postcode;
use super::query::{Query, SearchRequest, Sort};
use super::results::{Postcode, SearchResults};
use super::session::{SearchSession, TermMatches};
use super::terms::Terms;
use crate::directory::Directory;
use crate::near::{Locator, Typed, town};

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
        let mut terms = Terms::of(&query.text);
        terms.read_apart(self.records.joins());
        let groups = &*self.groups.matching(query);
        let request = SearchRequest { directory, query, groups };
        let found = if terms.is_empty() {
            self.everything(request)
        } else {
            self.search_text(request, session, locator, terms)
        };
        let matching_filters =
            self.groups.sizes().iter().zip(groups).filter_map(|(size, is_in)| is_in.then_some(size)).sum();
        SearchResults { total: self.len() as u32, matching_filters, ..found }
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

    /// The federations that match the text, or are near its place.
    fn search_text(
        &self,
        request: SearchRequest<'_>,
        session: &mut SearchSession,
        locator: Option<Locator<'_>>,
        terms: Terms,
    ) -> SearchResults {
        let text = terms.typed();
        let mut area = postcode::area(&text);
        let sound = locator.and_then(|locator| Typed::sound(&text, locator.districts));
        let mut place = LocatedPostcode::of(self, sound, session, locator);
        // A town that no federation mentions is not a typo.
        let town = locator.and_then(|_| town(&text));
        let TermMatches { mut matches, terms, corrections } =
            session.find_terms(self, terms, area.is_none() && town.is_none());
        let (mut terms, corrections) = (terms.clone(), corrections.to_vec());
        if matches.is_empty() && place.is_none() {
            let mut guess = locator.and_then(|locator| match town {
                Some((_, code)) => Typed::town(code, locator.districts),
                None => Typed::guess(&text, locator.districts),
            });
            let mut is_part = false;
            if guess.is_none()
                && let Some(Locator { districts, .. }) = locator
                && let Some(part) = Typed::within(&text, districts)
            {
                (guess, area, terms) = (Typed::sound(&part, districts), postcode::area(&part), Terms::of(&part));
                is_part = true;
            }
            matches = &[];
            place = LocatedPostcode::of(self, guess, session, locator);
            if let Some(LocatedPostcode::Near(near)) = &mut place {
                near.town = town.map(|(name, _)| name);
                near.is_part = is_part;
                near.is_sound &= !is_part;
            }
        }
        let postcode = match place {
            Some(LocatedPostcode::Near(near)) => {
                let found = self.near(request, near, &terms, matches);
                return SearchResults { terms, ..found };
            }
            Some(LocatedPostcode::Not(postcode, its_area)) => {
                area = its_area.or(area);
                Some(postcode)
            }
            None => None,
        };
        let found = self.in_area(request, area, postcode, &terms, matches);
        SearchResults { terms, corrections, ..found }
    }

    /// The matches, and the federations that cover the postcode area, if there is one.
    fn in_area(
        &self,
        SearchRequest { directory, query, groups }: SearchRequest<'_>,
        area: Option<String>,
        postcode: Option<Postcode>,
        terms: &Terms,
        matches: &[Match],
    ) -> SearchResults {
        let in_area = match &area {
            Some(area) => self.rows_in_area(directory, area),
            None => &[],
        };
        // "Area A" would not be helpful for "A1 Health Group" if no federation covers area A.
        let area = area.filter(|_| !in_area.is_empty() || matches.is_empty());
        // The same applies to "A1 is not a district", or to an area that no federation is known to cover.
        let (postcode, area) = match postcode {
            Some(_) if area.is_none() && !matches.is_empty() => (None, area),
            Some(postcode) => (Some(postcode), area.filter(|_| !in_area.is_empty())),
            None => (None, area),
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
            area,
            postcode,
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
            let mut found = Match::by_area(row);
            if is_its(row) {
                found.tier = Tier::Place;
            }
            merged.push(found);
        }
    }
    merged.extend_from_slice(rest);
    merged
}
