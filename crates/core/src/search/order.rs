//! The orders that rows can be shown in.

use std::sync::OnceLock;

use super::index::Index;
use super::query::Sort;
use super::scan::Match;
use crate::directory::ids::Ids;
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
        by_number(self.len(), &|row| RegionChoice::of(self.classes.of_row(row).regions).index() as u64)
    }

    /// A long list has far fewer places than rows, so the places are sorted, and the rows dealt out to them.
    fn by_place(&self) -> Vec<u32> {
        let mut places = Ids::default();
        // For each place the first row that has it; for each row the number of its place.
        let (mut firsts, mut numbers) = (Vec::new(), Vec::with_capacity(self.len()));
        for row in self.rows() {
            let known = places.find(self.place(row), &|number| self.place(firsts[number as usize]));
            let number = known.unwrap_or(firsts.len() as u32);
            if known.is_none() {
                firsts.push(row);
                places.add(number, &|number| self.place(firsts[number as usize]));
            }
            numbers.push(number);
        }
        let mut keyed = Vec::with_capacity(firsts.len());
        for (number, &row) in (0..).zip(&firsts) {
            let place = self.place(row);
            keyed.push((if place.is_empty() { u64::MAX } else { text_key(place).0 }, number));
        }
        let rest = |number: u32| text_key(self.place(firsts[number as usize])).1;
        let order = sorted(keyed, &|one, other| rest(one) < rest(other));
        let mut ranks = vec![0; order.len()];
        for (rank, number) in (0_u32..).zip(order) {
            ranks[number as usize] = rank;
        }
        by_number(self.len(), &|row| u64::from(ranks[numbers[row as usize] as usize]))
    }

    fn by_patients(&self, directory: &Directory) -> Vec<u32> {
        let not_known = 1 << u32::BITS;
        let patients = directory.patients();
        by_number(self.len(), &|row| {
            patients[row as usize].map_or(not_known, |patients| u64::from(u32::MAX - patients))
        })
    }
}

fn by_tier(matches: &[Match]) -> Vec<u32> {
    dealt_out(MOST_TIERS, matches.iter().map(|found| (found.row, found.tier as usize)))
}

/// At least as many as there are tiers.
const MOST_TIERS: usize = 8;

/// Rows by the number of each, those with the same one from A to Z: dealt out by its lowest bits, then by the next…
fn by_number(rows: usize, number_of: &dyn Fn(u32) -> u64) -> Vec<u32> {
    const BITS: u32 = 11;
    let mut rows: Vec<u32> = (0..rows as u32).collect();
    let numbers: Vec<u64> = rows.iter().map(|&row| number_of(row)).collect();
    let all_bits = numbers.iter().fold(0, |all, number| all | number);
    let mut shift = 0;
    while shift < u64::BITS && all_bits >> shift > 0 {
        let pile = |row: u32| (numbers[row as usize] >> shift) as usize % (1 << BITS);
        rows = dealt_out(1 << BITS, rows.iter().map(|&row| (row, pile(row))));
        shift += BITS;
    }
    rows
}

/// Rows dealt out into some piles, the piles one after the other. Each card is a row and its pile.
///
/// That is quicker than sorting, and keeps each pile from A to Z if the rows come so.
fn dealt_out(piles: usize, cards: impl Iterator<Item = (u32, usize)> + Clone) -> Vec<u32> {
    let mut next = vec![0; piles + 1];
    for (_, pile) in cards.clone() {
        next[pile + 1] += 1;
    }
    for pile in 1..next.len() {
        next[pile] += next[pile - 1];
    }
    let mut dealt = vec![0; next[piles]];
    for (row, pile) in cards {
        dealt[next[pile]] = row;
        next[pile] += 1;
    }
    dealt
}

#[cfg(test)]
mod tests {
    use super::by_number;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_stand_by_number_and_then_as_they_came(
            numbers in prop::collection::vec(prop_oneof![0..4_u64, 0..5000_u64, 0..=1_u64 << 32], 0..60)
        ) {
            let mut expected: Vec<u32> = (0..numbers.len() as u32).collect();
            expected.sort_by_key(|&row| numbers[row as usize]);
            prop_assert_eq!(by_number(numbers.len(), &|row| numbers[row as usize]), expected);
        }
    }
}
