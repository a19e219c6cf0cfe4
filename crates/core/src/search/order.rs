//! The orders that rows can be shown in.

use std::sync::OnceLock;

use super::index::Index;
use super::query::Sort;
use super::scan::Match;
use crate::directory::{Directory, RegionChoice};
use crate::sort::{sorted, text_key};

/// All rows in each order but that of names, which is the rows' own: by region, by place, by number of patients. Each is
/// made when it is first asked for.
#[derive(Default)]
pub(super) struct Orders([OnceLock<Vec<u32>>; 3]);

impl Index {
    /// All rows that `keep` keeps, in order.
    pub(super) fn in_order(&self, directory: &Directory, sort: Sort, keep: Option<&dyn Fn(u32) -> bool>) -> Vec<u32> {
        let mut rows = match sort {
            Sort::Name | Sort::NameReversed => self.rows().collect(),
            Sort::Suggested => self.ordered(directory, 0).to_vec(),
            Sort::Place => self.ordered(directory, 1).to_vec(),
            Sort::Patients => self.ordered(directory, 2).to_vec(),
        };
        if let Some(keep) = keep {
            rows.retain(|&row| keep(row));
        }
        if sort == Sort::NameReversed {
            rows.reverse();
        }
        rows
    }

    /// The rows of matches, which come from A to Z, in order.
    pub(super) fn put_in_order(&self, directory: &Directory, sort: Sort, matches: &[Match]) -> Vec<u32> {
        match sort {
            Sort::Suggested => by_tier(matches),
            _ => {
                // Walking all rows in order beats sorting the matches, unless they are few.
                let mut found = vec![false; self.len()];
                for &Match { row, .. } in matches {
                    found[row as usize] = true;
                }
                self.in_order(directory, sort, Some(&|row| found[row as usize]))
            }
        }
    }

    fn ordered(&self, directory: &Directory, order: usize) -> &[u32] {
        self.orders.0[order].get_or_init(|| match order {
            0 => self.by_region(),
            1 => self.by_place(),
            _ => self.by_patients(directory),
        })
    }

    fn by_region(&self) -> Vec<u32> {
        let region = |row| RegionChoice::of(self.classes.of_row(row).regions);
        let cards = self.rows().map(|row| (row, region(row).index()));
        dealt_out(cards)
    }

    fn by_place(&self) -> Vec<u32> {
        let mut rests = Vec::with_capacity(self.len());
        let mut keyed = Vec::with_capacity(self.len());
        for row in self.rows() {
            let place = self.place(row);
            let (key, rest) = text_key(place);
            keyed.push((if place.is_empty() { u64::MAX } else { key }, row));
            rests.push(rest);
        }
        sorted(keyed, &|one, other| rests[one as usize] < rests[other as usize])
    }

    fn by_patients(&self, directory: &Directory) -> Vec<u32> {
        let key = |row| {
            let patients = directory.federation(row).patients();
            let key = patients.map_or(u64::MAX, |patients| u64::from(u32::MAX - patients));
            (key, row)
        };
        sorted(self.rows().map(key).collect(), &|_, _| false)
    }
}

fn by_tier(matches: &[Match]) -> Vec<u32> {
    dealt_out(matches.iter().map(|found| (found.row, found.tier as usize)))
}

/// As many piles as [`dealt_out`] can make.
const MOST_PILES: usize = 8;

/// Rows dealt out into a few piles, the piles one after the other. Each card is a row and its pile.
///
/// That is quicker than sorting, and keeps each pile from A to Z if the rows come so.
fn dealt_out(cards: impl Iterator<Item = (u32, usize)> + Clone) -> Vec<u32> {
    let mut next = [0; MOST_PILES + 1];
    for (_, pile) in cards.clone() {
        next[pile + 1] += 1;
    }
    for pile in 1..next.len() {
        next[pile] += next[pile - 1];
    }
    let mut dealt = vec![0; next[MOST_PILES]];
    for (row, pile) in cards {
        dealt[next[pile]] = row;
        next[pile] += 1;
    }
    dealt
}
