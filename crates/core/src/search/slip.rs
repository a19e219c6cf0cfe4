//! Typing slips: a letter too many, one too few, a wrong one, or two neighbours swapped.

use super::index::Index;
use super::scan::Sought;
use super::words::{Word, Words};

/// A typed word that matched nothing, and what it was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The word as typed, folded.
    pub typed: String,
    /// The word of the directory, or the beginning of words, that is one slip away; folded.
    pub read_as: String,
}

/// Shorter words have too many neighbours: `bath`, `bats`, `baths`, `path`.
const FEWEST_LETTERS: usize = 5;

/// More readings of one word than this help nobody; the ones in the most records are kept.
const MOST_READINGS: usize = 8;

/// Whether a slip in this word is forgiven.
fn is_forgivable(word: &Word) -> bool {
    word.typed.chars().count() >= FEWEST_LETTERS
}

/// A beginning of a word that is one slip away from what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Near<'w> {
    read_as: &'w str,
    /// Whether it is the whole word.
    whole: bool,
}

/// The beginning of `word` that is one slip away from `typed`; the whole word if that is. `None` also if `word` begins
/// with `typed`, which is no slip.
///
/// Only the first letters that differ have to be looked at: a slip further ahead in a run of equal letters ("hallton")
/// is the same as one at its end.
fn near<'w>(typed: &str, word: &'w str) -> Option<Near<'w>> {
    let mut same = typed
        .bytes()
        .zip(word.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    while !typed.is_char_boundary(same) {
        same -= 1;
    }
    let (left, there) = (&typed[same..], &word[same..]);
    let after_typed = without_first(left)?;
    let after_word = without_first(there);
    let begins_with = |rest: &'w str, with: &str| {
        rest.strip_prefix(with)
            .map(|beyond| word.len() - beyond.len())
    };
    let replaced = || begins_with(after_word?, after_typed);
    let swapped = || {
        let mut letters = left.chars();
        let (first, second) = (letters.next()?, letters.next()?);
        begins_with(
            there.strip_prefix(second)?.strip_prefix(first)?,
            letters.as_str(),
        )
    };
    let missed = || begins_with(after_word?, left);
    let doubled = || begins_with(there, after_typed);
    let ways: [&dyn Fn() -> Option<usize>; 4] = [&replaced, &swapped, &missed, &doubled];
    let mut nearest: Option<Near<'w>> = None;
    for end in ways.into_iter().filter_map(|way| way()) {
        let whole = end == word.len();
        if nearest.is_none() || whole {
            nearest = Some(Near {
                read_as: &word[..end],
                whole,
            });
        }
        if whole {
            break;
        }
    }
    nearest
}

fn without_first(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    chars.next().map(|_| chars.as_str())
}

/// How far a record is from one typed word.
#[derive(Default)]
struct Distance<'i> {
    /// 0: the record has it. 1: a whole word is one slip away. 2: a beginning of a word is.
    cost: u8,
    /// The nearest, each once.
    readings: Vec<&'i str>,
}

/// How far the record is from the word; `None` if more than a slip.
fn distance<'i>(
    index: &'i Index,
    row: u32,
    word: &Word,
    sought: &Sought<'_>,
    at: usize,
) -> Option<Distance<'i>> {
    if sought.has(at, index.record(row)) {
        return Some(Distance::default());
    }
    if !is_forgivable(word) {
        return None;
    }
    let mut nearest = Distance {
        cost: u8::MAX,
        readings: Vec::new(),
    };
    for near in index
        .record_text(row)
        .split(' ')
        .filter_map(|other| near(&word.typed, other))
    {
        let cost = if near.whole { 1 } else { 2 };
        if cost < nearest.cost {
            nearest = Distance {
                cost,
                readings: Vec::new(),
            };
        }
        if cost == nearest.cost && !nearest.readings.contains(&near.read_as) {
            nearest.readings.push(near.read_as);
        }
    }
    (nearest.cost < u8::MAX).then_some(nearest)
}

/// The rows in which each word is, or is one slip away from being.
///
/// `among` are rows known to hold them all; without it the whole text is read once.
pub(super) fn near_rows(index: &Index, words: &Words, among: Option<&[u32]>) -> Vec<u32> {
    // The longest word is in the fewest records. Without one to forgive there's nothing to read.
    let Some((at, longest)) = words
        .iter()
        .enumerate()
        .filter(|(_, word)| is_forgivable(word))
        .max_by_key(|(_, word)| word.typed.len())
    else {
        return Vec::new();
    };
    let sought = Sought::new(words);
    let first = match among {
        Some(rows) => rows.to_vec(),
        None => rows_near_one(index, longest, &sought, at),
    };
    let holds = |row: u32| {
        words
            .iter()
            .enumerate()
            .all(|(at, word)| distance(index, row, word, &sought, at).is_some())
    };
    first.into_iter().filter(|&row| holds(row)).collect()
}

/// The rows that hold one word, or a neighbour of it, by one pass over all words of the directory.
fn rows_near_one(index: &Index, word: &Word, sought: &Sought<'_>, at: usize) -> Vec<u32> {
    let mut rows = Vec::new();
    sought.each_hit(at, index, |row, _| rows.push(row));
    let text = index.text();
    let mut from = 0;
    let mut row = 0;
    for space in memchr::memchr_iter(b' ', text.as_bytes()) {
        if near(&word.typed, &text[from..space]).is_some() {
            row = index.row_at(from, row);
            if rows.last() != Some(&row) {
                rows.push(row);
            }
        }
        from = space + 1;
    }
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// Whether every row that is near these words is near the `shorter` ones too.
pub(super) fn near_extends(words: &Words, shorter: &Words) -> bool {
    // A word that has just become long enough to be forgiven has neighbours that it didn't have before.
    let follows = |old: &Word, new: &Word| {
        new.typed.starts_with(&old.typed) && (is_forgivable(old) || !is_forgivable(new))
    };
    !shorter.is_empty()
        && shorter
            .iter()
            .all(|old| words.iter().any(|new| follows(old, new)))
}

/// Reads the words as those of the nearest of the `rows`: the fewest slips, and whole words before beginnings.
pub(super) fn read(index: &Index, words: &Words, rows: &[u32]) -> (Words, Vec<Slip>) {
    let sought = Sought::new(words);
    let mut least = u32::MAX;
    let mut readings: Vec<Readings<'_>> = Vec::new();
    for &row in rows {
        let distances = words
            .iter()
            .enumerate()
            .map(|(at, word)| distance(index, row, word, &sought, at));
        let Some(distances) = distances.collect::<Option<Vec<_>>>() else {
            continue;
        };
        let cost = distances
            .iter()
            .map(|distance| u32::from(distance.cost))
            .sum();
        if cost < least {
            least = cost;
            readings = words.iter().map(|_| Readings::default()).collect();
        }
        if cost == least {
            for (readings, distance) in readings.iter_mut().zip(distances) {
                readings.add(distance);
            }
        }
    }
    let mut slips: Vec<Slip> = Vec::new();
    let read_words = words.iter().zip(readings).map(|(word, readings)| {
        let read_as = readings.best();
        for &reading in &read_as {
            let slip = Slip {
                typed: word.typed.clone(),
                read_as: reading.to_owned(),
            };
            if !slips.contains(&slip) {
                slips.push(slip);
            }
        }
        let typed = readings.as_typed.then_some(&*word.typed);
        Word::read_as(&word.typed, typed.into_iter().chain(read_as))
    });
    let read_words = read_words.collect();
    (read_words, slips)
}

/// What one word was read as, in how many records.
#[derive(Default)]
struct Readings<'i> {
    /// Whether some of the nearest records have the word as it was typed.
    as_typed: bool,
    others: Vec<(&'i str, u32)>,
}

impl<'i> Readings<'i> {
    fn add(&mut self, distance: Distance<'i>) {
        self.as_typed |= distance.cost == 0;
        for reading in distance.readings {
            match self.others.iter_mut().find(|(other, _)| *other == reading) {
                Some((_, records)) => *records += 1,
                None => self.others.push((reading, 1)),
            }
        }
    }

    /// The readings, those in the most records first.
    fn best(&self) -> Vec<&'i str> {
        let mut best = self.others.clone();
        best.sort_unstable_by(|(one, records), (other, others)| {
            others.cmp(records).then(one.cmp(other))
        });
        best.into_iter()
            .take(MOST_READINGS)
            .map(|(reading, _)| reading)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_slip_is_near() {
        for (typed, word, expected) in [
            ("halton", "halton", None),
            ("halt", "halton", None),
            ("haltom", "halton", Some(("halton", true))),
            ("hlaton", "halton", Some(("halton", true))),
            ("hlato", "halton", Some(("halto", false))),
            ("haton", "halton", Some(("halton", true))),
            ("hallton", "halton", Some(("halton", true))),
            ("xhalton", "halton", Some(("halton", true))),
            ("haltons", "halton", Some(("halton", true))),
            ("norht", "northern", Some(("north", false))),
            ("halotm", "halton", None),
            ("xyzzy", "halton", None),
            ("halton", "", None),
            ("halton", "h", None),
            ("東京都区部", "東京都区外", Some(("東京都区外", true))),
            ("東京都部区", "東京都区部", Some(("東京都区部", true))),
            ("aé", "aè", Some(("aè", true))),
        ] {
            let expected = expected.map(|(read_as, whole)| Near { read_as, whole });
            assert_eq!(near(typed, word), expected, "{typed} for {word}");
        }
    }

    /// How many slips are between two words: the distance of "optimal string alignment", letter by letter.
    fn slips(a: &[char], b: &[char]) -> usize {
        let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                rows[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    let swapped = if swap {
                        rows[i - 2][j - 2] + 1
                    } else {
                        usize::MAX
                    };
                    replaced
                        .min(swapped)
                        .min(rows[i - 1][j] + 1)
                        .min(rows[i][j - 1] + 1)
                };
            }
        }
        rows[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn near_is_one_slip_from_some_beginning(typed in "[abé]{1,7}", word in "[abé]{0,8}") {
            let a: Vec<char> = typed.chars().collect();
            let b: Vec<char> = word.chars().collect();
            let least = (0..=b.len()).map(|end| slips(&a, &b[..end])).min();
            let found = near(&typed, &word);
            prop_assert_eq!(found.is_some(), least == Some(1));
            if let Some(Near { read_as, whole }) = found {
                prop_assert_eq!(slips(&a, &read_as.chars().collect::<Vec<_>>()), 1);
                prop_assert!(word.starts_with(read_as));
                prop_assert_eq!(whole, slips(&a, &b) == 1);
            }
        }
    }
}
