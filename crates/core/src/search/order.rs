//! The orders that rows can be shown in.

use std::sync::OnceLock;

use gpf_scan::{Match, by_tier, in_piles, keep_marked};

use super::index::Index;
use super::query::Sort;
use crate::directory::{Directory, RegionChoice};
use crate::sort::{sorted, text_key};

/// All rows in each order but that of names, which is the rows' own: by region, by place, by number of patients. Each is
/// made when it is first asked for.
#[derive(Default)]
pub(super) struct Orders([OnceLock<Vec<u32>>; 3]);

impl Index {
    /// All rows in order.
    pub(super) fn in_order(&self, directory: &Directory, sort: Sort) -> Vec<u32> {
        match sort {
            Sort::Name => self.rows().collect(),
            Sort::NameReversed => self.rows().rev().collect(),
            Sort::Suggested => self.ordered(directory, 0).to_vec(),
            Sort::Place => self.ordered(directory, 1).to_vec(),
            Sort::Patients => self.ordered(directory, 2).to_vec(),
        }
    }

    /// The rows of matches, which come from A to Z, in order.
    pub(super) fn put_in_order(&self, directory: &Directory, sort: Sort, matches: &[Match]) -> Vec<u32> {
        match sort {
            Sort::Suggested => by_tier(matches),
            Sort::Name => matches.iter().map(|found| found.row).collect(),
            Sort::NameReversed => matches.iter().rev().map(|found| found.row).collect(),
            // Walking all rows in order beats sorting the matches, unless they are few.
            Sort::Place | Sort::Patients => {
                let mut rows = self.in_order(directory, sort);
                keep_marked(&mut rows, matches);
                rows
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
        in_piles(cards)
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
