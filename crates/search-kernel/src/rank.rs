//! Ranking: how well a record matches.

use crate::letter_mask::LetterMask;
use crate::needle::Needle;

/// How well a record matches, the best first. Within a tier the order is that of names.
///
/// The first 2 tiers are for all words together, as typed. Any other tier is that of the record's worst word. A word
/// that is in several fields of the record counts in the best one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Tier {
    /// The typed text is the whole name.
    WholeName,
    /// The name begins with the typed text.
    NameStart,
    /// A word of the name begins with the typed word.
    WordStart,
    /// The typed word is inside a word of the name.
    InName,
    /// The typed word is in another name.
    Alias,
    /// The typed word is in the place.
    Place,
    /// The typed word is in the area covered, the region or the integrated care board, or only the postcode area
    /// matches.
    Other,
    /// Not a match.
    NoMatch,
}

/// The prefix of a name that is ignored when names are sorted.
const THE: &[u8] = b" the ";

/// The tier of a needle whose first match in the name is at `first`.
#[inline(always)]
pub(crate) fn in_name(name: &[u8], letters: LetterMask, first: usize, needle: &Needle) -> Tier {
    let at = first + usize::from(needle.begins_word());
    if name[at - 1] == b' ' {
        return at_word(name, at, needle);
    }
    // This match is inside a word, but a later word can still begin with it. Usually no word begins with its first
    // letter.
    if letters.begin_none(needle.initial()) { Tier::InName } else { at_later_word(name, at, needle) }
}

#[inline(never)]
fn at_later_word(name: &[u8], from: usize, needle: &Needle) -> Tier {
    let begins = |at: &usize| name[at - 1] == b' ' && name[*at..].starts_with(needle.letters());
    (from + 1..name.len()).find(begins).map_or(Tier::InName, |at| at_word(name, at, needle))
}

/// The tier of a needle that a word of the name begins with, at `at`. No earlier word begins with it.
#[inline(never)]
fn at_word(name: &[u8], at: usize, needle: &Needle) -> Tier {
    let begins_name = at == 1 || name[..at] == *THE;
    match () {
        () if !begins_name => Tier::WordStart,
        () if name.len() == at + needle.letters().len() + 1 => Tier::WholeName,
        () => Tier::NameStart,
    }
}

/// The tier of a single letter that a word of the name begins with, worked out without a search.
#[inline(always)]
pub(crate) fn of_initial(name: &[u8], needle: &Needle) -> Tier {
    let initial = needle.initial();
    let at = if initial != THE[1] && name.starts_with(THE) { THE.len() } else { 1 };
    if name.get(at) == Some(&initial) { at_word(name, at, needle) } else { Tier::WordStart }
}

/// [`Tier::WholeName`] or [`Tier::NameStart`], if the words in their typed order are the name or its start. `words` has
/// the needles of each word. A leading "the" of the name is skipped if it was not typed, as it is when names are
/// sorted.
pub(crate) fn of_phrase(name: &[u8], words: &[&[Needle]]) -> Option<Tier> {
    let with_the = begins_with(name.strip_prefix(b" ")?, words);
    let without = name.strip_prefix(THE);
    let without = without.and_then(|name| begins_with(name, words));
    without.into_iter().chain(with_the).min()
}

/// `name` has a space after each word.
fn begins_with(name: &[u8], words: &[&[Needle]]) -> Option<Tier> {
    let (last, before) = words.split_last()?;
    let mut rest = name;
    for word in before {
        let fits = |needle: &Needle| rest.strip_prefix(needle.letters())?.strip_prefix(b" ".as_slice());
        rest = word.iter().find_map(fits)?;
    }
    let mut best = None;
    for needle in *last {
        let tier = match rest.strip_prefix(needle.letters()) {
            Some(b" ") => return Some(Tier::WholeName),
            Some([b' ', ..]) => Tier::NameStart,
            // Only the last word can be incomplete.
            Some(_) if !needle.is_whole() => Tier::NameStart,
            _ => continue,
        };
        best = Some(tier);
    }
    best
}
