//! Sorting, compiled once for the whole crate.
//!
//! For each type and each order, the sorts of the standard library add 3 to 5 kB of wasm. So this module only sorts
//! numbers, of rows or of positions in a list, by keys that decide most comparisons.

/// A sort key, and the number of its row or position.
pub(crate) type Keyed = (u64, u32);

/// The numbers in the order of their keys. For equal keys, the number that `precedes` the other comes first, or else
/// the one that was first before.
pub(crate) fn sorted(keyed: Vec<Keyed>, precedes: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut sorter = ResumableSort::new(keyed);
    sorter.step(usize::MAX, precedes);
    sorter.into_numbers()
}

/// Sorting in steps: a natural merge sort, which merges the runs that are in order already. Most lists are nearly in
/// order.
pub(crate) struct ResumableSort {
    keyed: Vec<Keyed>,
    /// The start of the next longer runs.
    merged: Vec<Keyed>,
    /// The ends of the runs of `keyed`, as far as they are known. The first `merged_runs` of them are the ends of the
    /// runs of `merged`.
    runs: Vec<u32>,
    looked: usize,
    merged_runs: usize,
    /// The numbers of items of the left and of the right run that are in `merged` already.
    taken: [usize; 2],
    passes: u32,
}

impl ResumableSort {
    pub(crate) fn new(keyed: Vec<Keyed>) -> Self {
        Self { keyed, merged: Vec::new(), runs: Vec::new(), looked: 0, merged_runs: 0, taken: [0; 2], passes: 0 }
    }

    /// Finds runs in, or merges, about `budget` keys. Returns whether all are in order. See [`sorted`].
    pub(crate) fn step(&mut self, mut budget: usize, less: &dyn Fn(u32, u32) -> bool) -> bool {
        let all = self.keyed.len();
        while self.looked < all && budget > 0 {
            self.looked += 1;
            budget -= 1;
            let is_end = match self.keyed[self.looked - 1..] {
                [one, next, ..] => is_before(next, one, less),
                _ => true,
            };
            if is_end {
                self.runs.push(self.looked as u32);
            }
            if self.looked == all && self.runs.len() > 1 {
                self.merged.reserve_exact(all);
            }
        }
        if self.looked < all {
            return false;
        }
        while self.runs.len() > 1 && budget > 0 {
            let [left_taken, right_taken] = self.taken;
            let start = self.merged.len() - left_taken - right_taken;
            let end_of = |run| self.runs.get(run).map_or(all, |&end| end as usize);
            let (middle, end) = (end_of(2 * self.merged_runs), end_of(2 * self.merged_runs + 1));
            let (left, right) = (&self.keyed[start + left_taken..middle], &self.keyed[middle + right_taken..end]);
            let [left_merged, right_merged] = merge(left, right, budget, &mut self.merged, less);
            budget -= left_merged + right_merged;
            self.taken = [left_taken + left_merged, right_taken + right_merged];
            if self.merged.len() == end {
                self.taken = [0; 2];
                self.runs[self.merged_runs] = end as u32;
                self.merged_runs += 1;
            }
            if self.merged.len() == all {
                std::mem::swap(&mut self.keyed, &mut self.merged);
                self.merged.clear();
                self.runs.truncate(self.merged_runs);
                self.merged_runs = 0;
                self.passes += 1;
            }
        }
        self.runs.len() <= 1
    }

    /// Roughly how much of the work is done. All of it is the number of keys.
    pub(crate) fn done(&self) -> usize {
        let to_come = usize::BITS - self.runs.len().saturating_sub(1).leading_zeros();
        let all_passes = 1 + self.passes + to_come;
        (self.looked + self.keyed.len() * self.passes as usize + self.merged.len()) / all_passes as usize
    }

    pub(crate) fn into_numbers(self) -> Vec<u32> {
        self.keyed.iter().map(|&(_, number)| number).collect()
    }
}

fn is_before((key, number): Keyed, (other_key, other): Keyed, precedes: &dyn Fn(u32, u32) -> bool) -> bool {
    key < other_key || key == other_key && precedes(number, other)
}

/// Merges up to `budget` keys. Returns how many of them are from the left and from the right run.
fn merge(
    left: &[Keyed],
    right: &[Keyed],
    budget: usize,
    merged: &mut Vec<Keyed>,
    precedes: &dyn Fn(u32, u32) -> bool,
) -> [usize; 2] {
    let mut rests = [left, right];
    for _ in 0..budget {
        let from = match rests {
            [[one, ..], [other, ..]] => usize::from(is_before(*other, *one, precedes)),
            [rest, _] => usize::from(rest.is_empty()),
        };
        let [next, rest @ ..] = rests[from] else {
            break;
        };
        merged.push(*next);
        rests[from] = rest;
    }
    [left.len() - rests[0].len(), right.len() - rests[1].len()]
}

/// The first 8 bytes as a sort key in the same order, and the rest of the text, which few comparisons need. If the last
/// of these bytes is inside a character, the rest begins with that character.
pub(crate) fn prefix_key(text: &str) -> (u64, &str) {
    let mut first = [0; 8];
    for (to, from) in first.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    let mut end = first.len().min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (u64::from_be_bytes(first), text.get(end..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{ResumableSort, prefix_key, sorted};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn prefix_keys_sort_like_texts(one in "[aé東]{0,5}[bé𝄞]{0,3}", other in "[aé東]{0,5}[bé𝄞]{0,3}") {
            prop_assert_eq!(prefix_key(&one).cmp(&prefix_key(&other)), one.cmp(&other));
        }

        #[test]
        fn sorts_like_the_stable_sort_of_the_standard_library(
            keys in prop::collection::vec((0..5_u64, 0..5_u8), 0..70)
        ) {
            let keyed: Vec<_> = (0..).zip(&keys).map(|(number, &(key, _))| (key, number)).collect();
            let found = sorted(keyed, &|one, other| keys[one as usize].1 < keys[other as usize].1);
            let mut expected: Vec<u32> = (0..keys.len() as u32).collect();
            expected.sort_by_key(|&number| keys[number as usize]);
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn sorting_in_steps_gives_the_same_order(keys in prop::collection::vec(0..20_u64, 0..70), budget in 1..30_usize) {
            let keyed: Vec<_> = (0..).zip(&keys).map(|(number, &key)| (key, number)).collect();
            let mut sorter = ResumableSort::new(keyed.clone());
            let mut steps = 0;
            while !sorter.step(budget, &|_, _| false) {
                steps += 1;
            }
            let passes = 8; // One of these passes finds the runs.
            prop_assert!(steps <= passes * keys.len() / budget + passes);
            prop_assert_eq!(sorter.into_numbers(), sorted(keyed, &|_, _| false));
        }
    }
}
