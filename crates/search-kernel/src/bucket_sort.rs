//! Counting sorts, and filters by group. They are quicker than comparing, and rows of one group keep their order.

use crate::rank::Tier;
use crate::scan::Match;

/// The rows of the matches, the best tier first.
#[must_use]
pub fn by_rank(matches: &[Match]) -> Vec<u32> {
    counting_sort(Tier::NoMatch as usize, matches.iter().map(|found| (found.row, found.tier as usize)))
}

/// The rows in the order of their buckets: a stable counting sort. Each row has the number of its bucket, which is less
/// than `buckets`.
pub fn counting_sort(buckets: usize, rows: impl Iterator<Item = (u32, usize)> + Clone) -> Vec<u32> {
    let mut next = vec![0; buckets + 1];
    for (_, bucket) in rows.clone() {
        next[bucket + 1] += 1;
    }
    for bucket in 1..next.len() {
        next[bucket] += next[bucket - 1];
    }
    let mut sorted = vec![0; next[buckets]];
    for (row, bucket) in rows {
        sorted[next[bucket]] = row;
        next[bucket] += 1;
    }
    sorted
}

/// The number of matches in each group. `group_of` has the group of each row.
#[must_use]
pub fn count_by_group(matches: &[Match], group_of: &[u16], groups: usize) -> Vec<u32> {
    let mut counts = vec![0; groups];
    for found in matches {
        counts[usize::from(group_of[found.row as usize])] += 1;
    }
    counts
}

/// Keeps the rows of these groups. `is_in` has an entry for each group.
pub fn retain_rows_of_groups(rows: &mut Vec<u32>, group_of: &[u16], is_in: &[bool]) {
    rows.retain(|&row| is_in[usize::from(group_of[row as usize])]);
}

/// The matches in these groups. `is_in` has an entry for each group.
#[must_use]
pub fn matches_in_groups(matches: &[Match], group_of: &[u16], is_in: &[bool]) -> Vec<Match> {
    matches.iter().copied().filter(|found| is_in[usize::from(group_of[found.row as usize])]).collect()
}

/// Keeps the `rows` that are among the matches. `rows` are all rows, in any order.
pub fn retain_matches(rows: &mut Vec<u32>, matches: &[Match]) {
    let mut found = vec![false; rows.len()];
    for &Match { row, .. } in matches {
        found[row as usize] = true;
    }
    rows.retain(|&row| found[row as usize]);
}
