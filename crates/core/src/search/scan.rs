//! Reading the index for words.

use memchr::memmem::Finder;

use super::index::{Index, Record};
use super::rank::{self, Tier};
use super::words::{Needle, Words};

/// A row that has all the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) row: u32,
    pub(super) tier: Tier,
}

/// Words made ready for looking.
pub(super) struct Sought<'w> {
    words: &'w Words,
    /// For each word, its needles.
    seekers: Vec<Vec<Seeker<'w>>>,
}

struct Seeker<'w> {
    finder: Finder<'w>,
    is_whole: bool,
}

impl<'w> Seeker<'w> {
    fn new(needle: &'w Needle) -> Self {
        Self {
            finder: Finder::new(needle.bytes()),
            is_whole: needle.is_whole(),
        }
    }

    fn tier(&self, record: Record<'_>, first: usize) -> Tier {
        rank::of_needle(record, first, self.is_whole, |text| self.finder.find(text))
    }
}

/// How much of the text is read to learn which word is rarest.
const SAMPLE: usize = 32 << 10;

impl<'w> Sought<'w> {
    pub(super) fn new(words: &'w Words) -> Self {
        let seekers = words
            .iter()
            .map(|word| word.needles.iter().map(Seeker::new).collect())
            .collect();
        Self { words, seekers }
    }

    /// Whether the record has the word number `at`.
    pub(super) fn has(&self, at: usize, record: Record<'_>) -> bool {
        self.seekers[at]
            .iter()
            .any(|seeker| seeker.finder.find(record.text).is_some())
    }

    /// All rows that have all the words, from A to Z.
    pub(super) fn in_all(&self, index: &Index) -> Vec<Match> {
        let mut matches = Vec::new();
        let rarest = self.rarest(index);
        self.each_hit(rarest, index, |row, record, tier| {
            if let Some(tier) = self.tier(record, Some((rarest, tier))) {
                matches.push(Match { row, tier });
            }
        });
        matches
    }

    /// Those of the rows that have all the words.
    pub(super) fn among(&self, index: &Index, rows: impl Iterator<Item = u32>) -> Vec<Match> {
        rows.filter_map(|row| {
            Some(Match {
                row,
                tier: self.tier(index.record(row), None)?,
            })
        })
        .collect()
    }

    /// Calls `each` with every row that has the word number `at`, from A to Z, and with that word's tier in it.
    pub(super) fn each_hit(
        &self,
        at: usize,
        index: &Index,
        mut each: impl FnMut(u32, Record<'_>, Tier),
    ) {
        let text = index.text().as_bytes();
        let next = |seeker: &Seeker<'_>, from: usize| {
            seeker
                .finder
                .find(&text[from..])
                .map_or(usize::MAX, |hit| from + hit)
        };
        let mut heads: Vec<_> = self.seekers[at]
            .iter()
            .map(|seeker| (seeker, next(seeker, 0)))
            .collect();
        let mut row = 0;
        while let Some(first) = heads
            .iter()
            .map(|&(_, hit)| hit)
            .min()
            .filter(|&hit| hit < usize::MAX)
        {
            row = index.row_at(first, row);
            let bounds = index.bounds(row);
            let record = index.record(row);
            let mut best = Tier::Rest;
            for (seeker, hit) in &mut heads {
                if *hit < bounds.end {
                    best = best.min(seeker.tier(record, *hit - bounds.start));
                    *hit = next(seeker, bounds.end);
                }
            }
            each(row, record, best);
        }
    }

    /// The record's tier, if it has all the words. The tier of one of them may be `known`.
    fn tier(&self, record: Record<'_>, known: Option<(usize, Tier)>) -> Option<Tier> {
        let mut worst = Tier::WholeName;
        for (at, seekers) in self.seekers.iter().enumerate() {
            let tier = match known {
                Some((known, tier)) if known == at => tier,
                _ => seekers
                    .iter()
                    .filter_map(|seeker| {
                        Some(seeker.tier(record, seeker.finder.find(record.text)?))
                    })
                    .min()?,
            };
            worst = worst.max(tier);
        }
        if worst == Tier::WordStart {
            rank::of_phrase(record, self.words).or(Some(worst))
        } else {
            Some(worst)
        }
    }

    /// The word with the fewest hits in a sample from the middle of the directory; of equals the longest.
    fn rarest(&self, index: &Index) -> usize {
        let text = index.text().as_bytes();
        let from = (text.len() / 2).saturating_sub(SAMPLE / 2);
        let sample = &text[from..text.len().min(from + SAMPLE)];
        let rarity = |&at: &usize| {
            let seekers = &self.seekers[at];
            let hits: usize = seekers
                .iter()
                .map(|seeker| seeker.finder.find_iter(sample).count())
                .sum();
            (
                hits,
                usize::MAX
                    - seekers
                        .iter()
                        .map(|seeker| seeker.finder.needle().len())
                        .min()
                        .unwrap_or(0),
            )
        };
        if self.seekers.len() == 1 {
            0
        } else {
            (0..self.seekers.len()).min_by_key(rarity).unwrap_or(0)
        }
    }
}
