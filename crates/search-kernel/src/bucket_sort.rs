//! Rows in piles: quicker than sorting, and each pile stays from A to Z if the rows come so.

use crate::rank::Tier;
use crate::scan::Match;

/// The rows of matches, the best tier first.
#[must_use]
pub fn by_rank(matches: &[Match]) -> Vec<u32> {
    counting_sort(Tier::NoMatch as usize, matches.iter().map(|found| (found.row, found.tier as usize)))
}

/// Rows dealt out into so many piles, the piles one after the other. Each card is a row and its pile.
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

/// How many matches are in each class of so many, where each row is in one.
#[must_use]
pub fn count(matches: &[Match], class_of: &[u16], classes: usize) -> Vec<u32> {
    let mut counts = vec![0; classes];
    for found in matches {
        counts[usize::from(class_of[found.row as usize])] += 1;
    }
    counts
}

/// Keeps the rows whose class passes; `passes` is by class.
pub fn retain_passing(rows: &mut Vec<u32>, class_of: &[u16], passes: &[bool]) {
    rows.retain(|&row| passes[usize::from(class_of[row as usize])]);
}

/// The matches whose class passes; `passes` is by class.
#[must_use]
pub fn passing(matches: &[Match], class_of: &[u16], passes: &[bool]) -> Vec<Match> {
    matches.iter().copied().filter(|found| passes[usize::from(class_of[found.row as usize])]).collect()
}

/// Keeps those of the `rows`, which are all rows in some order, that are among the matches.
pub fn retain_matches(rows: &mut Vec<u32>, matches: &[Match]) {
    let mut found = vec![false; rows.len()];
    for &Match { row, .. } in matches {
        found[row as usize] = true;
    }
    rows.retain(|&row| found[row as usize]);
}
