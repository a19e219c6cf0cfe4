//! Reading the index for words.

use memchr::memmem::Finder;

use super::index::{Index, Record};
use super::rank::{self, Hit, Tier};
use super::words::{Growth, Needle, Words};

/// A row that has all the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) row: u32,
    /// Where the last word first is in the record: a longer one can't be before it.
    last_at: u32,
    pub(super) tier: Tier,
    /// The worst tier of the words before the last.
    others: Tier,
}

impl Match {
    /// A row that is found by something else than its text, which ranks last.
    pub(super) fn by_area(row: u32) -> Self {
        Self { row, last_at: 0, tier: Tier::Rest, others: Tier::Rest }
    }
}

/// Words made ready for looking.
pub(super) struct Sought<'w> {
    words: &'w Words,
    /// For each word, its needles.
    seekers: Vec<Vec<Seeker<'w>>>,
}

struct Seeker<'w> {
    finder: Finder<'w>,
    needle: &'w Needle,
}

impl<'w> Seeker<'w> {
    fn new(needle: &'w Needle) -> Self {
        Self { finder: Finder::new(needle.bytes()), needle }
    }

    fn hit_at(&self, record: Record<'_>, first: usize) -> Hit {
        rank::hit(record, first, self.needle)
    }

    /// The hit, which is known not to be before `from`, and if it is letters, not at `from` either.
    fn hit(&self, record: Record<'_>, from: usize) -> Option<Hit> {
        let rest = &record.text[from..];
        // Mostly a longer word is just where the shorter one was.
        let is_next = !self.needle.is_whole() && rest[1..].starts_with(self.needle.bytes());
        let first = if is_next { 1 } else { self.finder.find(rest)? };
        Some(self.hit_at(record, from + first))
    }
}

/// How much of the text is read to learn which word is rarest.
const SAMPLE: usize = 32 << 10;

impl<'w> Sought<'w> {
    pub(super) fn new(words: &'w Words) -> Self {
        let seekers = words.iter().map(|word| word.needles.iter().map(Seeker::new).collect()).collect();
        Self { words, seekers }
    }

    /// Whether the record has the word number `at`.
    pub(super) fn has(&self, at: usize, record: Record<'_>) -> bool {
        self.seekers[at].iter().any(|seeker| seeker.finder.find(record.text).is_some())
    }

    /// All rows that have all the words, from A to Z.
    pub(super) fn in_all(&self, index: &Index) -> Vec<Match> {
        if let [one_word] = &*self.seekers
            && let [seeker] = &**one_word
        {
            return in_all_of_one(seeker, index);
        }
        let mut matches = Vec::new();
        let rarest = self.rarest(index);
        self.each_hit(rarest, index, &mut |row, record, hit| {
            if let Some(found) = self.matching(row, record, Some((rarest, hit))) {
                matches.push(found);
            }
        });
        matches
    }

    /// Those of the rows that have all the words.
    pub(super) fn among(&self, index: &Index, rows: &[u32]) -> Vec<Match> {
        rows.iter().filter_map(|&row| self.matching(row, index.record(row), None)).collect()
    }

    /// Those of the matches that have all the words, where the matches have what the words have grown from.
    pub(super) fn among_matches(&self, index: &Index, matches: &[Match], growth: Growth) -> Vec<Match> {
        let last = self.seekers.len() - 1;
        let still_matching = |found: &Match| {
            let record = index.record(found.row);
            let (others, from) = match growth {
                // The other spelling of a word has a space before it, so it may be one byte ahead.
                Growth::LongerWord => (found.others, found.last_at.saturating_sub(1) as usize),
                Growth::AnotherWord => (found.tier, 0),
            };
            Some(self.matched(found.row, record, others, self.hit(last, record, from)?))
        };
        matches.iter().filter_map(still_matching).collect()
    }

    /// Calls `each` with every row that has the word number `at`, from A to Z, and with that word's hit.
    pub(super) fn each_hit(&self, at: usize, index: &Index, each: &mut dyn FnMut(u32, Record<'_>, Hit)) {
        let text = index.text().as_bytes();
        let next =
            |seeker: &Seeker<'_>, from: usize| seeker.finder.find(&text[from..]).map_or(usize::MAX, |hit| from + hit);
        let mut heads: Vec<_> = self.seekers[at].iter().map(|seeker| (seeker, next(seeker, 0))).collect();
        let mut row = 0;
        while let Some(first) = heads.iter().map(|&(_, head)| head).min().filter(|&head| head < usize::MAX) {
            row = index.row_at(first, row);
            let bounds = index.bounds(row);
            let record = index.record(row);
            let mut best: Option<Hit> = None;
            for (seeker, head) in &mut heads {
                if *head < bounds.end {
                    best = better(best, seeker.hit_at(record, *head - bounds.start));
                    *head = next(seeker, bounds.end);
                }
            }
            if let Some(hit) = best {
                each(row, record, hit);
            }
        }
    }

    /// The word's hit, which is known not to be before `from`.
    fn hit(&self, at: usize, record: Record<'_>, from: usize) -> Option<Hit> {
        self.seekers[at].iter().filter_map(|seeker| seeker.hit(record, from)).fold(None, better)
    }

    /// The record as a match, if it has all the words. The hit of one of them may be `known`.
    fn matching(&self, row: u32, record: Record<'_>, known: Option<(usize, Hit)>) -> Option<Match> {
        let hit = |at| match known {
            Some((known, hit)) if known == at => Some(hit),
            _ => self.hit(at, record, 0),
        };
        let last = self.seekers.len() - 1;
        let mut others = Tier::WholeName;
        for at in 0..last {
            others = others.max(hit(at)?.tier);
        }
        Some(self.matched(row, record, others, hit(last)?))
    }

    fn matched(&self, row: u32, record: Record<'_>, others: Tier, last: Hit) -> Match {
        let tier = if self.seekers.len() == 1 {
            last.tier
        } else {
            let worst = others.max(last.tier).max(Tier::WordStart);
            let phrase = if worst == Tier::WordStart { rank::of_phrase(record, self.words) } else { None };
            phrase.unwrap_or(worst)
        };
        Match { row, last_at: last.first as u32, tier, others }
    }

    /// The word with the fewest hits in a sample from the middle of the directory; of equals the longest.
    fn rarest(&self, index: &Index) -> usize {
        let text = index.text().as_bytes();
        let from = (text.len() / 2).saturating_sub(SAMPLE / 2);
        let sample = &text[from..text.len().min(from + SAMPLE)];
        let (mut rarest, mut fewest, mut longest) = (0, usize::MAX, 0);
        if self.seekers.len() > 1 {
            for (at, seekers) in self.seekers.iter().enumerate() {
                let (mut hits, mut length) = (0, usize::MAX);
                for seeker in seekers {
                    hits += seeker.finder.find_iter(sample).count();
                    length = length.min(seeker.finder.needle().len());
                }
                if hits < fewest || hits == fewest && length > longest {
                    (rarest, fewest, longest) = (at, hits, length);
                }
            }
        }
        rarest
    }
}

/// All rows that have the one needle: the first letters that are typed are in most rows, so this is the longest of all
/// searches, and does nothing that isn't needed for it.
fn in_all_of_one(seeker: &Seeker<'_>, index: &Index) -> Vec<Match> {
    let text = index.text().as_bytes();
    let mut matches = Vec::new();
    let (mut row, mut from) = (0, 0);
    while let Some(hit) = seeker.finder.find(&text[from..]) {
        row = index.row_at(from + hit, row);
        let bounds = index.bounds(row);
        let Hit { first, tier } = rank::hit(index.record(row), from + hit - bounds.start, seeker.needle);
        matches.push(Match { row, last_at: first as u32, tier, others: Tier::WholeName });
        from = bounds.end;
    }
    matches
}

/// Of two needles of one word, where the first is and how good the better one is.
fn better(best: Option<Hit>, hit: Hit) -> Option<Hit> {
    let best = best.unwrap_or(hit);
    Some(Hit { first: best.first.min(hit.first), tier: best.tier.min(hit.tier) })
}
