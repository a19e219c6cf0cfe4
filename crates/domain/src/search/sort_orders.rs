//! The orders of rows.

use std::ops::Range;
use std::sync::OnceLock;

use gpf_search_kernel::{Match, SearchRecords, by_rank, counting_sort, retain_matches};

use super::filter_groups::FilterGroups;
use super::query::Sort;
use super::secondary_text;
use crate::directory::id_index::IdIndex;
use crate::directory::{Directory, RegionChoice};
use crate::merge_sort::{prefix_key, sorted};

/// All rows in each order: by region, by place, by number of patients and by when they were last known active. Each is
/// computed when it is first needed. The rows themselves are in the order of names.
#[derive(Default)]
pub(super) struct SortOrders([OnceLock<Vec<u32>>; 4]);

/// The sort keys of rows.
#[derive(Clone, Copy)]
pub(super) struct SortableRows<'a> {
    pub(super) records: &'a SearchRecords,
    pub(super) groups: &'a FilterGroups,
    pub(super) directory: &'a Directory,
}

impl SortOrders {
    /// All rows in order.
    pub(super) fn all(&self, rows: SortableRows<'_>, sort: Sort) -> Vec<u32> {
        match sort {
            Sort::Name => rows.numbers().collect(),
            Sort::NameReversed => rows.numbers().rev().collect(),
            Sort::Suggested | Sort::Nearest => self.order(0, rows).to_vec(),
            Sort::Place => self.order(1, rows).to_vec(),
            Sort::Patients => self.order(2, rows).to_vec(),
            Sort::LastSeen => self.order(3, rows).to_vec(),
        }
    }

    /// The rows of matches, which must come from A to Z, in order.
    pub(super) fn of_matches(&self, rows: SortableRows<'_>, sort: Sort, matches: &[Match]) -> Vec<u32> {
        match sort {
            Sort::Suggested | Sort::Nearest => by_rank(matches),
            Sort::Name => matches.iter().map(|found| found.row).collect(),
            Sort::NameReversed => matches.iter().rev().map(|found| found.row).collect(),
            // To go through all rows in order is quicker than to sort the matches, unless they are few.
            Sort::Place | Sort::Patients | Sort::LastSeen => {
                let mut rows = self.all(rows, sort);
                retain_matches(&mut rows, matches);
                rows
            }
        }
    }

    fn order(&self, order: usize, rows: SortableRows<'_>) -> &[u32] {
        self.0[order].get_or_init(|| match order {
            0 => rows.by_region(),
            1 => rows.by_place(),
            2 => rows.by_patients(),
            _ => rows.by_last_seen(),
        })
    }
}

impl SortableRows<'_> {
    fn len(self) -> usize {
        self.records.len()
    }

    fn numbers(self) -> Range<u32> {
        0..self.len() as u32
    }

    fn place(&self, row: u32) -> &str {
        secondary_text::place(self.records, row)
    }

    fn by_region(self) -> Vec<u32> {
        radix_sort(self.len(), &|row| RegionChoice::of(self.groups.of_row(row).regions).index() as u64)
    }

    /// A long list has far fewer places than rows. So sort the places, and then put the rows into buckets by place.
    fn by_place(self) -> Vec<u32> {
        let mut places = IdIndex::default();
        // The first row with each place, and the number of each row's place.
        let (mut firsts, mut numbers) = (Vec::new(), Vec::with_capacity(self.len()));
        for row in self.numbers() {
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
            keyed.push((if place.is_empty() { u64::MAX } else { prefix_key(place).0 }, number));
        }
        let rest = |number: u32| prefix_key(self.place(firsts[number as usize])).1;
        let order = sorted(keyed, &|one, other| rest(one) < rest(other));
        let mut ranks = vec![0; order.len()];
        for (rank, number) in (0_u32..).zip(order) {
            ranks[number as usize] = rank;
        }
        radix_sort(self.len(), &|row| u64::from(ranks[numbers[row as usize] as usize]))
    }

    fn by_last_seen(self) -> Vec<u32> {
        let last_seen = self.directory.last_seen();
        radix_sort(self.len(), &|row| u64::from(u32::MAX - last_seen[row as usize]))
    }

    fn by_patients(self) -> Vec<u32> {
        let not_known = 1 << u32::BITS;
        let patients = self.directory.patients();
        radix_sort(self.len(), &|row| {
            patients[row as usize].map_or(not_known, |patients| u64::from(u32::MAX - patients))
        })
    }
}

/// A stable radix sort of rows by their numbers. Rows with the same number stay from A to Z.
pub(super) fn radix_sort(rows: usize, number_of: &dyn Fn(u32) -> u64) -> Vec<u32> {
    const BITS: u32 = 11;
    let mut rows: Vec<u32> = (0..rows as u32).collect();
    let numbers: Vec<u64> = rows.iter().map(|&row| number_of(row)).collect();
    let all_bits = numbers.iter().fold(0, |all, number| all | number);
    let mut shift = 0;
    while shift < u64::BITS && all_bits >> shift > 0 {
        let pile = |row: u32| (numbers[row as usize] >> shift) as usize % (1 << BITS);
        rows = counting_sort(1 << BITS, rows.iter().map(|&row| (row, pile(row))));
        shift += BITS;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::radix_sort;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn radix_sort_is_stable(
            numbers in prop::collection::vec(prop_oneof![0..4_u64, 0..5000_u64, 0..=1_u64 << 32], 0..60)
        ) {
            let mut expected: Vec<u32> = (0..numbers.len() as u32).collect();
            expected.sort_by_key(|&row| numbers[row as usize]);
            prop_assert_eq!(radix_sort(numbers.len(), &|row| numbers[row as usize]), expected);
        }
    }
}
