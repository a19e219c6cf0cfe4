//! Sorting, written once for the whole crate.
//!
//! Each type and each order that is given to the sorts of the standard library becomes 3 to 5 kB of wasm. So what is
//! sorted here is always numbers, of rows or of places in a list, by a key that decides most comparisons at once.

/// A key, and the number that it stands for.
pub(crate) type Keyed = (u64, u32);

/// The numbers in the order of their keys. Of two with the same key, the one that `precedes` the other comes first, or
/// else the one that stands first.
pub(crate) fn sorted(mut keyed: Vec<Keyed>, precedes: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    // Merge sort from the bottom up: runs of 1, 2, 4, 8… are in order.
    let mut merged = keyed.clone();
    let mut run = 1;
    while run < keyed.len() {
        for (two_runs, merged) in keyed.chunks(2 * run).zip(merged.chunks_mut(2 * run)) {
            let (left, right) = two_runs.split_at(run.min(two_runs.len()));
            merge(left, right, merged, precedes);
        }
        (keyed, merged) = (merged, keyed);
        run *= 2;
    }
    keyed.iter().map(|&(_, number)| number).collect()
}

fn merge<'k>(mut left: &'k [Keyed], mut right: &'k [Keyed], merged: &mut [Keyed], precedes: &dyn Fn(u32, u32) -> bool) {
    let comes_first = |(key, number): Keyed, (other_key, other): Keyed| {
        key < other_key || key == other_key && precedes(number, other)
    };
    for place in merged {
        let from = match (left, right) {
            ([one, ..], [other, ..]) if !comes_first(*other, *one) => &mut left,
            (_, []) => &mut left,
            _ => &mut right,
        };
        if let [next, rest @ ..] = *from {
            *place = *next;
            *from = rest;
        }
    }
}

/// The first 8 bytes as a key that sorts as they do, and the bytes after them, which few comparisons need.
pub(crate) fn text_key(text: &str) -> (u64, &[u8]) {
    let mut first = [0; 8];
    for (to, from) in first.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    let rest = text.as_bytes().get(first.len()..).unwrap_or_default();
    (u64::from_be_bytes(first), rest)
}

#[cfg(test)]
mod tests {
    use super::sorted;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_stable_sort_of_the_standard_library(
            keys in prop::collection::vec((0..5_u64, 0..5_u8), 0..70)
        ) {
            let keyed: Vec<_> = (0..).zip(&keys).map(|(number, &(key, _))| (key, number)).collect();
            let found = sorted(keyed, &|one, other| keys[one as usize].1 < keys[other as usize].1);
            let mut expected: Vec<u32> = (0..keys.len() as u32).collect();
            expected.sort_by_key(|&number| keys[number as usize]);
            prop_assert_eq!(found, expected);
        }
    }
}
