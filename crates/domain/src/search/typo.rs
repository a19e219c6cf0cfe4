//! Typos: an extra letter, a missing letter, a wrong letter, or 2 neighbours swapped.

use gpf_search_kernel::{LetterMask, Match, NOT_FOUND, Needle, SubstringFinder, TermMatcher, for_each_one_edit};

use super::index::Index;
use super::terms::{Term, Terms};
use crate::merge_sort::sorted;

/// A typed word that matched nothing, or only as several words, and its correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word as typed, folded.
    pub typed: String,
    /// The word of the directory, or the start of words, that is one typo away; folded.
    pub corrected: String,
}

/// Shorter words have too many neighbours: `bath`, `bats`, `baths`, `path`.
const MIN_LETTERS: usize = 5;

/// The maximum number of corrections of one word, because more would not help. Those in the most records are kept.
const MAX_CANDIDATES: usize = 8;

/// Whether typos are allowed in this word.
fn allows_typo(word: &Term) -> bool {
    word.typed.chars().count() >= MIN_LETTERS
}

/// The distance of a record from one typed word.
#[derive(Default)]
struct Distance<'i> {
    /// 0: the record has the word. 1: a whole word is one typo away. 2: the start of a word is.
    cost: u8,
    /// The nearest words, each once.
    readings: Vec<&'i str>,
}

/// The distance of the row from word number `at`. `None` if there is more than one typo.
fn distance<'i>(index: &'i Index, row: u32, word: &Term, sought: &TermMatcher<'_>, at: usize) -> Option<Distance<'i>> {
    if sought.has(at, row) {
        return Some(Distance::default());
    }
    if !allows_typo(word) {
        return None;
    }
    let mut nearest = Distance { cost: u8::MAX, readings: Vec::new() };
    for text in [index.records.names().get(row), index.secondary_text(row)] {
        for_each_one_edit(&word.typed, text, &mut |near| {
            let cost = if near.whole { 1 } else { 2 };
            if cost < nearest.cost {
                nearest = Distance { cost, readings: Vec::new() };
            }
            if cost == nearest.cost && !nearest.readings.contains(&near.corrected) {
                nearest.readings.push(near.corrected);
            }
        });
    }
    (nearest.cost < u8::MAX).then_some(nearest)
}

/// The corrections of a query.
#[derive(Clone, Debug, Default)]
pub(super) struct CorrectedQuery {
    /// The rows that have each word, or a word one typo away from it, from A to Z. The matches of longer words are all
    /// among these. Empty for initials.
    pub(super) near: Vec<u32>,
    /// The terms with the corrections of the nearest of those rows: the fewest typos, and whole words before starts of
    /// words.
    pub(super) terms: Terms,
    /// The corrections, to show to the user.
    pub(super) corrections: Vec<Correction>,
}

/// Corrects words that no record has as typed. `None` if that takes more than one typo per word.
///
/// `among` are rows that include all possible matches. Without them the whole text is searched.
pub(super) fn correct(index: &Index, words: &Terms, among: Option<&[u32]>) -> Option<CorrectedQuery> {
    let needles = words.needles();
    let sought = TermMatcher::new(&index.records, &needles, among.map_or(index.len(), <[u32]>::len));
    let among = match among {
        Some(rows) => rows.to_vec(),
        None => {
            // The longest word is in the fewest records.
            let forgivable = words.iter().enumerate().filter(|(_, word)| allows_typo(word));
            let (at, longest) = forgivable.max_by_key(|(_, word)| word.typed.len())?;
            rows_near_one(index, longest, &sought, at)
        }
    };
    let mut near = Vec::new();
    let mut least = u32::MAX;
    let mut readings: Vec<Candidates<'_>> = Vec::new();
    'rows: for row in among {
        let mut cost = 0;
        let mut distances = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let Some(distance) = distance(index, row, word, &sought, at) else {
                continue 'rows;
            };
            cost += u32::from(distance.cost);
            distances.push(distance);
        }
        near.push(row);
        if cost < least {
            least = cost;
            readings = words.iter().map(|_| Candidates::default()).collect();
        }
        if cost == least {
            for (readings, distance) in readings.iter_mut().zip(distances) {
                readings.add(distance);
            }
        }
    }
    if near.is_empty() {
        return None;
    }
    let mut corrections: Vec<Correction> = Vec::new();
    let mut read_words = Vec::new();
    for (word, readings) in words.iter().zip(readings) {
        let mut corrected = readings.best();
        for &reading in &corrected {
            let correction = Correction { typed: word.typed.clone(), corrected: reading.to_owned() };
            if !corrections.contains(&correction) {
                corrections.push(correction);
            }
        }
        if readings.as_typed {
            corrected.insert(0, &word.typed);
        }
        let mut read = Term::corrected(&word.typed, &corrected);
        if readings.as_typed {
            read.needles.extend(word.apart().cloned());
        }
        read_words.push(read);
    }
    Some(CorrectedQuery { near, terms: Terms::from(read_words), corrections })
}

/// The rows that have one word, or a neighbour of it. Whatever the typo, the neighbour has all letters of the word but
/// one, so for most rows the words need no check.
fn rows_near_one(index: &Index, word: &Term, sought: &TermMatcher<'_>, at: usize) -> Vec<u32> {
    let typed = &*word.typed;
    let is_near = |text: &str| {
        let mut is_near = false;
        for_each_one_edit(typed, text, &mut |_| is_near = true);
        is_near
    };
    let records = &index.records;
    let mut is_name_near = vec![false; index.len()];
    for found in sought.rows_with_term(at) {
        is_name_near[found.row as usize] = true;
    }
    for row in records.rows_missing_at_most_one_letter(LetterMask::of(typed.as_bytes())) {
        is_name_near[row as usize] |= is_near(records.names().get(row));
    }
    let is_secondary_text_near: Vec<bool> = (0..records.secondary_texts().len() as u32)
        .map(|secondary_text| is_near(records.secondary_texts().get(secondary_text)))
        .collect();
    records.rows_where(&is_name_near, &is_secondary_text_near)
}

/// Whether a record has word number `at`, as typed or one typo away.
pub(super) fn is_in_a_record(index: &Index, word: &Term, sought: &TermMatcher<'_>, at: usize) -> bool {
    !sought.rows_with_term(at).is_empty() || allows_typo(word) && !rows_near_one(index, word, sought, at).is_empty()
}

/// The words that none of these rows has as typed, and the several words that match in their place.
pub(super) fn split_corrections(index: &Index, words: &Terms, matches: &[Match]) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for word in words.iter() {
        let has = |needle: &Needle| {
            let finder = SubstringFinder::new(needle.bytes());
            matches.iter().any(|found| {
                [index.records.names().get(found.row), index.secondary_text(found.row)]
                    .iter()
                    .any(|text| finder.find(text.as_bytes(), 0, text.len()) < NOT_FOUND)
            })
        };
        let is_apart = |needle: &&Needle| needle.letters().contains(&b' ');
        if word.apart().next().is_none() || word.needles.iter().any(|it| !is_apart(&it) && has(it)) {
            continue;
        }
        for needle in word.apart().filter(|it| has(it)) {
            corrections.push(Correction { typed: word.typed.clone(), corrected: needle.words().to_owned() });
        }
    }
    corrections
}

/// Whether every row that is near these words is near the `shorter` ones too.
pub(super) fn still_within_typo(words: &Terms, shorter: &Terms) -> bool {
    // A word that has just become long enough for typos has neighbours that it did not have before.
    let follows = |old: &Term, new: &Term| new.extends(old) && (allows_typo(old) || !allows_typo(new));
    !shorter.is_empty() && shorter.iter().all(|old| words.iter().any(|new| follows(old, new)))
}

/// The corrections of one word, with the number of records of each.
#[derive(Default)]
struct Candidates<'i> {
    /// Whether some of the nearest records have the word as typed.
    as_typed: bool,
    others: Vec<(&'i str, u32)>,
}

impl<'i> Candidates<'i> {
    fn add(&mut self, distance: Distance<'i>) {
        self.as_typed |= distance.cost == 0;
        for reading in distance.readings {
            match self.others.iter_mut().find(|(other, _)| *other == reading) {
                Some((_, records)) => *records += 1,
                None => self.others.push((reading, 1)),
            }
        }
    }

    /// The corrections, with those in the most records first.
    fn best(&self) -> Vec<&'i str> {
        let key = |(number, &(_, records))| (u64::from(u32::MAX - records), number);
        let keyed = (0..).zip(&self.others).map(key).collect();
        let reading = |number| self.others[number as usize].0;
        let mut best = sorted(keyed, &|one, other| reading(one) < reading(other));
        best.truncate(MAX_CANDIDATES);
        best.into_iter().map(reading).collect()
    }
}
