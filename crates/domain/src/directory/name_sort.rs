//! The order of names.

use super::string_arena::StringArena;
use crate::fold::fold;
use crate::merge_sort::{Keyed, ResumableSort, prefix_key};

/// Sorts records by name in the order that people expect, in steps: case, accents, punctuation and a leading "The" are
/// ignored. Names that are equal apart from these stay in the order of the file.
#[derive(Default)]
pub(super) struct NameSorter {
    records: Vec<u32>,
    /// The rest of the folded names, which most comparisons do not need.
    rests: StringArena,
    places: Vec<u32>,
    keyed: Vec<Keyed>,
    /// Present once every name has its key.
    sorter: Option<ResumableSort>,
}

impl NameSorter {
    pub(super) fn new(records: Vec<u32>) -> Self {
        let count = records.len();
        let (places, keyed) = (Vec::with_capacity(count), Vec::with_capacity(count));
        Self { records, rests: StringArena::default(), places, keyed, sorter: None }
    }

    /// Does about as much work as it takes to fold `budget` records. Returns whether all are in order.
    pub(super) fn step<'a>(&mut self, budget: usize, name_of: impl Fn(u32) -> &'a str) -> bool {
        if let Some(sorter) = &mut self.sorter {
            let rest = |number: u32| self.rests.get(self.places[number as usize]);
            // To fold a name takes as long as a dozen comparisons.
            return sorter.step(budget.saturating_mul(8), &|one, other| rest(one) < rest(other));
        }
        let next = self.keyed.len();
        for &record in self.records.iter().skip(next).take(budget) {
            let name = fold(name_of(record));
            let (key, rest) = prefix_key(name.strip_prefix("the ").unwrap_or(&name));
            self.keyed.push((key, self.keyed.len() as u32));
            self.places.push(self.rests.alloc(rest));
        }
        if self.keyed.len() == self.records.len() {
            self.sorter = Some(ResumableSort::new(std::mem::take(&mut self.keyed)));
        }
        false
    }

    /// How much of the work is done. All of it is twice the number of records.
    pub(super) fn done(&self) -> usize {
        self.keyed.len() + self.sorter.as_ref().map_or(0, |sorter| self.records.len() + sorter.done())
    }

    /// The records in order, after [`step`](Self::step) has returned `true`.
    pub(super) fn into_records(self) -> Vec<u32> {
        let order = self.sorter.map(ResumableSort::into_numbers).unwrap_or_default();
        order.into_iter().map(|number| self.records[number as usize]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::NameSorter;

    #[test]
    fn names_are_sorted_ignoring_articles_case_and_accents() {
        let names = [
            "West Cheshire",
            "the Wirral Federation",
            "Àlpha",
            "alpha Beta",
            "Alpha, Gamma",
            "The Alliance",
            "Theale",
            "Alpha",
            "",
        ];
        let mut order = NameSorter::new((0..names.len() as u32).collect());
        while !order.step(2, |record| names[record as usize]) {}
        let sorted: Vec<_> = order.into_records().into_iter().map(|record| names[record as usize]).collect();
        assert_eq!(
            sorted,
            [
                "",
                "The Alliance",
                "Àlpha",
                "Alpha",
                "alpha Beta",
                "Alpha, Gamma",
                "Theale",
                "West Cheshire",
                "the Wirral Federation",
            ]
        );
    }
}
