//! The search itself.

use gpf_scan::{Match, Tier};

use super::facets::Facets;
use super::index::Index;
use super::narrowing::{Narrowing, Outcome};
use super::postcode;
use super::query::{Query, Sort};
use super::slip::Slip;
use super::words::Words;
use crate::directory::Directory;

/// What a [`Query`] finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many rows the directory has.
    pub total: u32,
    /// The rows that match, in the order to show them.
    pub rows: Vec<u32>,
    /// The counts beside the choices of the filters.
    pub facets: Facets,
    /// How many rows match the filters whatever the text.
    pub without_text: u32,
    /// The postcode area that was used, in capitals, if a postcode was typed. Only approximate: an area is larger
    /// than most federations.
    pub area: Option<String>,
    /// How mistyped words were read; empty unless nothing in the whole directory has the words as typed.
    pub slips: Vec<Slip>,
    /// What was looked for, for highlighting.
    pub words: Words,
    /// Whether the rows are grouped: by main region in the order of [`RegionChoice::ALL`], then by name.
    ///
    /// [`RegionChoice::ALL`]: crate::directory::RegionChoice::ALL
    pub grouped: bool,
}

impl Index {
    /// Finds what `query` asks for in `directory`, which must be the one the index was made of.
    ///
    /// `narrowing` belongs to the search box and makes the next search quicker while a text grows.
    #[must_use]
    pub fn search(&self, directory: &Directory, query: &Query, narrowing: &mut Narrowing) -> Found {
        let passes: Vec<bool> = self.classes.iter().map(|class| class.passes(query).all()).collect();
        let sizes = self.classes.sizes();
        let without_text = sizes.iter().zip(&passes).filter_map(|(size, passes)| passes.then_some(size)).sum();
        let everything_passes = !passes.contains(&false);
        let mut words = Words::of(&query.text);
        words.read_apart(self.records.joins());
        let total = self.len() as u32;
        if words.is_empty() {
            let mut rows = self.in_order(directory, query.sort);
            if !everything_passes {
                self.classes.keep(&mut rows, &passes);
            }
            return Found {
                total,
                rows,
                facets: Facets::of(&self.classes, sizes, query),
                without_text,
                grouped: query.sort == Sort::Suggested,
                ..Found::default()
            };
        }

        let area = postcode::area(&words.typed());
        let Outcome { matches, words, slips } = narrowing.look_for(self, words, area.is_none());
        let in_area = match &area {
            Some(area) => self.rows_in_area(directory, area),
            None => &[],
        };
        // "Area A" is no answer to "A1 Health Group" if nobody covers area A.
        let area = area.filter(|_| !in_area.is_empty() || matches.is_empty());
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
        Found {
            total,
            rows: self.put_in_order(directory, query.sort, shown),
            facets: Facets::of(&self.classes, &counts, query),
            without_text,
            area,
            slips,
            words: words.clone(),
            grouped: false,
        }
    }
}

/// Whether a postcode begins with what was typed, whatever the case and the space in the middle.
fn begins(postcode: &str, typed: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = u8> {
        text.bytes().filter(|byte| *byte != b' ').map(|byte| byte.to_ascii_lowercase())
    }
    let mut postcode = letters(postcode);
    letters(typed).all(|letter| postcode.next() == Some(letter))
}

/// The matches and the rows, both from A to Z, each row once. A row that isn't found by its text ranks first if the
/// postcode `is_its`, and last if not.
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
