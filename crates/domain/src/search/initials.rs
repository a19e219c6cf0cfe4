//! Initials: "PCS" for Primary Care Sheffield, "NENC" for the board North East and North Cumbria.

use std::ops::RangeInclusive;

use gpf_search_kernel::{LetterMask, Match, NOT_FOUND, Needle, SubstringFinder, Tier};
use memchr::memchr3;

use super::index::Index;
use super::secondary_text::FIELD_END;
use super::terms::{Term, Terms};
use crate::strings::split_once;

/// Words that initials usually leave out.
const LINKING_WORDS: [&str; 7] = ["and", "for", "in", "of", "on", "the", "upon"];

/// Abbreviations in names that are in initials as they are: "IGPF" is Islington GP Federation.
const ABBREVIATION: &str = "gp";

/// Fewer letters than this must be the initials of a whole name.
const MIN_LETTERS_OF_A_START: usize = 3;

/// The numbers of letters of initials.
const LENGTHS: RangeInclusive<usize> = 2..=8;

/// The maximum number of names, places and boards with the same initials. Each is another one, unlike the spellings of a word.
const MAX_SPELLED: usize = 64;

/// Whether the terms can be initials: one word that no word of the matches begins with.
pub(super) fn is_possible(index: &Index, terms: &Terms, matches: &[Match]) -> bool {
    let mut terms = terms.iter();
    let (Some(term), None) = (terms.next(), terms.next()) else { return false };
    let typed = &term.typed;
    if !LENGTHS.contains(&typed.len()) || !typed.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let needle = [" ", typed].concat();
    let finder = SubstringFinder::new(needle.as_bytes());
    let begins = |text: &str| finder.find(text.as_bytes(), 0, text.len()) < NOT_FOUND;
    let begins_word = |found: &Match| found.tier <= Tier::WordStart || begins(index.secondary_text(found.row));
    !matches.iter().any(begins_word)
}

/// The term as the names, places and boards that it is the initials of. `None` if there are none.
///
/// With `allows_starts`, it can also be the initials of the start of one.
pub(super) fn read(index: &Index, terms: &Terms, allows_starts: bool) -> Option<Terms> {
    let typed = &*terms.iter().next()?.typed;
    let allows_starts = allows_starts && typed.len() >= MIN_LETTERS_OF_A_START;
    let (mut nearest, mut found) = (u8::MAX, Vec::new());
    let records = &index.records;
    let names = records.rows_with_initials(LetterMask::of(first_letters(typed).as_bytes()));
    let secondary_texts = (0..records.secondary_texts().len() as u32).collect();
    for (texts, numbers) in [(records.names(), names), (records.secondary_texts(), secondary_texts)] {
        for number in numbers {
            let mut fields = texts.get(number);
            while let Some(field) = next_field(&mut fields) {
                if !may_begin(typed, field) {
                    continue;
                }
                let Some(Spelled { rest, linking }) = after_initials(typed.as_bytes(), field) else { continue };
                let cost = linking + u8::from(!rest.is_empty());
                let words = field.get(..field.len() - rest.len()).unwrap_or_default();
                let words = words.strip_suffix(' ').unwrap_or(words);
                if cost > nearest || !rest.is_empty() && !allows_starts {
                    continue;
                }
                if cost < nearest {
                    (nearest, found) = (cost, Vec::new());
                }
                if found.len() < MAX_SPELLED && !found.contains(&words) {
                    found.push(words);
                }
            }
        }
    }
    let needles: Vec<_> = found.into_iter().map(Needle::beginning).collect();
    (!needles.is_empty()).then(|| Terms::from(vec![Term { typed: typed.to_owned(), needles }]))
}

/// The letters without those that no word has to begin with: the P of [`ABBREVIATION`].
fn first_letters(letters: &str) -> String {
    let mut first = String::new();
    for letter in letters.chars() {
        if !(letter == 'p' && first.ends_with('g')) {
            first.push(letter);
        }
    }
    first
}

/// The next field, without the spaces around it. `rest` becomes the text after it.
fn next_field<'t>(rest: &mut &'t str) -> Option<&'t str> {
    let begun = rest.get(1..)?;
    let end = memchr3(FIELD_END as u8, FIELD_END as u8, FIELD_END as u8, begun.as_bytes());
    *rest = end.and_then(|end| begun.get(end + 1..)).unwrap_or_default();
    let field = end.and_then(|end| begun.get(..end)).unwrap_or(begun);
    Some(field.strip_suffix(' ').unwrap_or(field))
}

/// Whether the first letters allow the field to have these initials. Most fields have another first letter.
fn may_begin(letters: &str, field: &str) -> bool {
    let first = field.as_bytes().first();
    first == letters.as_bytes().first() || LINKING_WORDS.iter().any(|word| first == word.as_bytes().first())
}

/// A text that begins with words that have certain initials.
#[derive(Debug, PartialEq, Eq)]
struct Spelled<'t> {
    /// The text after these words.
    rest: &'t str,
    /// The number of linking words whose initial counts.
    linking: u8,
}

/// How the text begins with words that these are the initials of, if it does.
fn after_initials<'t>(letters: &[u8], text: &'t str) -> Option<Spelled<'t>> {
    let Some((first, letters_after)) = letters.split_first() else { return Some(Spelled { rest: text, linking: 0 }) };
    let (word, after) = split_once(text, b' ').unwrap_or((text, ""));
    let is_linking = LINKING_WORDS.contains(&word);
    if word.as_bytes().first() == Some(first)
        && let Some(spelled) = after_initials(letters_after, after)
    {
        return Some(Spelled { linking: spelled.linking + u8::from(is_linking), ..spelled });
    }
    match letters.strip_prefix(ABBREVIATION.as_bytes()) {
        Some(letters_after) if word == ABBREVIATION => after_initials(letters_after, after),
        _ if is_linking => after_initials(letters, after),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_leave_out_linking_words() {
        for (letters, text, rest) in [
            ("pcs", "primary care sheffield", Some(("", 0))),
            ("pcs", "primary care sheffield ltd", Some(("ltd", 0))),
            ("nenc", "north east and north cumbria", Some(("", 0))),
            ("hiow", "hampshire and isle of wight", Some(("", 1))),
            ("hiw", "hampshire and isle of wight", Some(("", 0))),
            ("igpf", "islington gp federation", Some(("", 0))),
            ("igf", "islington gp federation", Some(("", 0))),
            ("hg", "the harrow group", Some(("", 0))),
            ("thg", "the harrow group", Some(("", 1))),
            ("bob", "buckinghamshire oxfordshire and berkshire west", Some(("west", 0))),
            ("pcs", "primary care stroud and sheffield", Some(("and sheffield", 0))),
            ("pc", "primary", None),
            ("cs", "primary care sheffield", None),
            ("p", "", None),
            ("é", "é", None),
        ] {
            let spelled = rest.map(|(rest, linking)| Spelled { rest, linking });
            assert_eq!(after_initials(letters.as_bytes(), text), spelled, "{letters} in {text}");
        }
    }
}
