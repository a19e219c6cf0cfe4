//! Counting sorts and filters by class. They are quicker than comparing, and rows of one class keep their order.

use crate::rank::Tier;
use crate::scan::Match;

/// The rows of the matches, the best tier first.
#[must_use]
pub fn by_rank(matches: &[Match]) -> Vec<u32> {
    counting_sort(Tier::NoMatch as usize, matches.iter().map(|found| (found.row, found.tier as usize)))
}

/// The rows of the cards in the order of their piles: a stable counting sort. Each card is a row and the number of its
/// pile, from 0 and less than `piles`.
pub fn counting_sort(piles: usize, cards: impl Iterator<Item = (u32, usize)> + Clone) -> Vec<u32> {
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

/// The number of matches in each class. `class_of` has the class of each row.
#[must_use]
pub fn count(matches: &[Match], class_of: &[u16], classes: usize) -> Vec<u32> {
    let mut counts = vec![0; classes];
    for found in matches {
        counts[usize::from(class_of[found.row as usize])] += 1;
    }
    counts
}

/// Keeps the rows whose class passes. `passes` has an entry for each class.
pub fn retain_passing(rows: &mut Vec<u32>, class_of: &[u16], passes: &[bool]) {
    rows.retain(|&row| passes[usize::from(class_of[row as usize])]);
}

/// The matches whose class passes. `passes` has an entry for each class.
#[must_use]
pub fn passing(matches: &[Match], class_of: &[u16], passes: &[bool]) -> Vec<Match> {
    matches.iter().copied().filter(|found| passes[usize::from(class_of[found.row as usize])]).collect()
}

/// Keeps the `rows` that are among the matches. `rows` are all rows, in any order.
pub fn retain_matches(rows: &mut Vec<u32>, matches: &[Match]) {
    let mut found = vec![false; rows.len()];
    for &Match { row, .. } in matches {
        found[row as usize] = true;
    }
    rows.retain(|&row| found[row as usize]);
}
