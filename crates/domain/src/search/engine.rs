//! The search.

use gpf_search_kernel::{Match, Tier};

use super::facets::Facets;
use super::index::Index;
use super::near::LocatedPostcode;
use super::postcode;
use super::query::{Query, Sort};
use super::results::SearchResults;
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
        let passes: Vec<bool> = self.classes.iter().map(|class| class.matches(query).all()).collect();
        let sizes = self.classes.sizes();
        let matching_filters = sizes.iter().zip(&passes).filter_map(|(size, passes)| passes.then_some(size)).sum();
        let everything_passes = !passes.contains(&false);
        let mut words = Terms::of(&query.text);
        words.read_apart(self.records.joins());
        let total = self.len() as u32;
        if words.is_empty() {
            let mut rows = self.all_in_order(directory, query.sort);
            if !everything_passes {
                self.classes.keep(&mut rows, &passes);
            }
            return SearchResults {
                total,
                rows,
                facets: Facets::of(&self.classes, sizes, query),
                matching_filters,
                grouped_by_region: matches!(query.sort, Sort::Suggested | Sort::Nearest),
                ..SearchResults::default()
            };
        }

        let text = words.typed();
        let mut area = postcode::area(&text);
        let sound = locator.and_then(|locator| Typed::sound(&text, locator.districts));
        let mut place = LocatedPostcode::of(self, sound, session, locator);
        // A town that no federation mentions is not a typo.
        let town = locator.and_then(|_| town(&text));
        let TermMatches { matches, terms: words, corrections } =
            session.find_terms(self, words, area.is_none() && town.is_none());
        let (mut words, corrections) = (words.clone(), corrections.to_vec());
        let matches = if matches.is_empty() && place.is_none() {
            let mut guess = locator.and_then(|locator| match town {
                Some((_, code)) => Typed::town(code, locator.districts),
                None => Typed::guess(&text, locator.districts),
            });
            let mut is_part = false;
            if guess.is_none()
                && let Some(Locator { districts, .. }) = locator
                && let Some(part) = Typed::within(&text, districts)
            {
                (guess, area, words) = (Typed::sound(&part, districts), postcode::area(&part), Terms::of(&part));
                is_part = true;
            }
            place = LocatedPostcode::of(self, guess, session, locator);
            if let Some(LocatedPostcode::Near(near)) = &mut place {
                near.town = town.map(|(name, _)| name);
                near.is_part = is_part;
                near.is_sound &= !is_part;
            }
            &[][..]
        } else {
            matches
        };
        let postcode = match place {
            Some(LocatedPostcode::Near(near)) => {
                let near = self.near(directory, query, near, &words, matches, &passes);
                return SearchResults { total, matching_filters, terms: words, ..near };
            }
            Some(LocatedPostcode::Not(postcode, its_area)) => {
                area = its_area.or(area);
                Some(postcode)
            }
            None => None,
        };
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
            let typed = words.typed();
            merged = merge(matches, in_area, &|row| directory.federation(row).postcodes().any(|it| begins(it, &typed)));
            &merged
        };
        let counts = self.classes.count(matches);
        let shown;
        let shown = if everything_passes {
            matches
        } else {
            shown = self.classes.passing(matches, &passes);
            &shown
        };
        SearchResults {
            total,
            rows: self.sort_matches(directory, query.sort, shown),
            facets: Facets::of(&self.classes, &counts, query),
            matching_filters,
            area,
            postcode,
            corrections,
            terms: words.clone(),
            grouped_by_region: false,
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
