//! The orders that rows can be shown in.

use std::cmp::Reverse;
use std::sync::OnceLock;

use super::index::Index;
use super::query::Sort;
use super::rank::Tier;
use super::scan::Match;
use crate::directory::{Directory, RegionChoice};

/// All rows in each order but that of names, which is the rows' own. Each is made when it is first asked for.
#[derive(Default)]
pub(super) struct Orders {
    regions: OnceLock<Vec<u32>>,
    places: OnceLock<Vec<u32>>,
    patients: OnceLock<Vec<u32>>,
}

impl Index {
    /// All rows that `keep` keeps, in order. Without `keep` there's nothing to walk.
    pub(super) fn in_order(
        &self,
        directory: &Directory,
        sort: Sort,
        keep: Option<&dyn Fn(u32) -> bool>,
    ) -> Vec<u32> {
        fn kept(rows: impl Iterator<Item = u32>, keep: Option<&dyn Fn(u32) -> bool>) -> Vec<u32> {
            match keep {
                None => rows.collect(),
                Some(keep) => rows.filter(|&row| keep(row)).collect(),
            }
        }
        match sort {
            Sort::Name => kept(self.rows(), keep),
            Sort::NameReversed => kept(self.rows().rev(), keep),
            Sort::Suggested => kept(self.by_region().iter().copied(), keep),
            Sort::Place | Sort::Patients => {
                kept(self.by_column(directory, sort).iter().copied(), keep)
            }
        }
    }

    /// The rows of matches, which come from A to Z, in order.
    pub(super) fn put_in_order(
        &self,
        directory: &Directory,
        sort: Sort,
        matches: &[Match],
    ) -> Vec<u32> {
        let rows = matches.iter().map(|found| found.row);
        match sort {
            Sort::Suggested => by_tier(matches),
            Sort::Name => rows.collect(),
            Sort::NameReversed => rows.rev().collect(),
            Sort::Place | Sort::Patients => {
                // Walking all rows in order beats sorting the matches, unless they are few.
                let mut found = vec![false; self.len()];
                for row in rows {
                    found[row as usize] = true;
                }
                self.in_order(directory, sort, Some(&|row| found[row as usize]))
            }
        }
    }

    fn by_region(&self) -> &[u32] {
        self.orders.regions.get_or_init(|| {
            let mut by_region: Vec<Vec<u32>> = vec![Vec::new(); RegionChoice::ALL.len()];
            for row in self.rows() {
                by_region[RegionChoice::of(self.classes.of_row(row).regions).index()].push(row);
            }
            by_region.concat()
        })
    }

    fn by_column(&self, directory: &Directory, sort: Sort) -> &[u32] {
        match sort {
            Sort::Patients => self.orders.patients.get_or_init(|| {
                let patients: Vec<_> = self
                    .rows()
                    .map(|row| Reverse(directory.federation(row).patients()))
                    .collect();
                // Nothing is less than any number, so it comes last. The sort is stable: equals stay in order of name.
                sorted(self, |row| &patients[row as usize])
            }),
            _ => self.orders.places.get_or_init(|| {
                let places: Vec<_> = self
                    .rows()
                    .map(|row| PlaceKey::of(self.place(row)))
                    .collect();
                sorted(self, |row| &places[row as usize])
            }),
        }
    }
}

/// A place to compare. Most comparisons are settled by the first bytes, without a look into the text.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct PlaceKey<'i> {
    is_missing: bool,
    first_bytes: u64,
    place: &'i str,
}

impl<'i> PlaceKey<'i> {
    fn of(place: &'i str) -> Self {
        let mut first_bytes = [0; 8];
        for (to, from) in first_bytes.iter_mut().zip(place.bytes()) {
            *to = from;
        }
        Self {
            is_missing: place.is_empty(),
            first_bytes: u64::from_be_bytes(first_bytes),
            place,
        }
    }
}

fn sorted<'k, K: Ord + 'k>(index: &Index, key: impl Fn(u32) -> &'k K) -> Vec<u32> {
    let mut rows: Vec<u32> = index.rows().collect();
    rows.sort_by(|&one, &other| key(one).cmp(key(other)));
    rows
}

/// Few tiers: dealing the rows out into them is quicker than sorting, and keeps each tier from A to Z.
fn by_tier(matches: &[Match]) -> Vec<u32> {
    let mut next = [0; Tier::COUNT + 1];
    for found in matches {
        next[found.tier as usize + 1] += 1;
    }
    for tier in 1..next.len() {
        next[tier] += next[tier - 1];
    }
    let mut rows = vec![0; matches.len()];
    for found in matches {
        let at = &mut next[found.tier as usize];
        rows[*at] = found.row;
        *at += 1;
    }
    rows
}
