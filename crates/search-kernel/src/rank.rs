//! Ranking: how well a record matches.

use crate::letter_mask::LetterMask;
use crate::needle::Needle;

/// How well a record matches, the best first. Within one tier the order is that of names.
///
/// The first two are about all words together, as typed. Any other tier is that of the record's worst word: a record
/// is no better than the word that it holds in the least prominent place. A word that stands in several places counts
/// where it is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Tier {
    /// What was typed is the whole name.
    WholeName,
    /// The name begins with what was typed.
    NameStart,
    /// A word of the name begins with it.
    WordStart,
    /// It stands inside a word of the name.
    InName,
    /// In another name.
    Alias,
    /// In the place.
    Place,
    /// In what it covers, its region or its integrated care board; or only its postcode area matches.
    Other,
    /// Nowhere: not a match.
    NoMatch,
}

/// What a name may begin with before the word that it is put in order by.
const THE: &[u8] = b" the ";

/// The tier of a needle that first occurs in the name, at `first`.
#[inline(always)]
pub(crate) fn in_name(name: &[u8], letters: LetterMask, first: usize, needle: &Needle) -> Tier {
    let at = first + usize::from(needle.begins_word());
    if name[at - 1] == b' ' {
        return at_word(name, at, needle);
    }
    // Inside a word here, it may still begin a later word; mostly no word begins with its first letter.
    if letters.begin_none(needle.initial()) { Tier::InName } else { at_later_word(name, at, needle) }
}

#[inline(never)]
fn at_later_word(name: &[u8], from: usize, needle: &Needle) -> Tier {
    let begins = |at: &usize| name[at - 1] == b' ' && name[*at..].starts_with(needle.letters());
    (from + 1..name.len()).find(begins).map_or(Tier::InName, |at| at_word(name, at, needle))
}

/// The tier of a needle that a word of the name begins with, at `at`, where no word before that does.
#[inline(never)]
fn at_word(name: &[u8], at: usize, needle: &Needle) -> Tier {
    let begins_name = at == 1 || name[..at] == *THE;
    match () {
        () if !begins_name => Tier::WordStart,
        () if name.len() == at + needle.letters().len() + 1 => Tier::WholeName,
        () => Tier::NameStart,
    }
}

/// The tier of a single letter that a word of the name begins with, worked out without looking for it.
#[inline(always)]
pub(crate) fn of_initial(name: &[u8], needle: &Needle) -> Tier {
    let initial = needle.initial();
    let at = if initial != THE[1] && name.starts_with(THE) { THE.len() } else { 1 };
    if name.get(at) == Some(&initial) { at_word(name, at, needle) } else { Tier::WordStart }
}

/// [`Tier::WholeName`] or [`Tier::NameStart`], if the words in the order they were typed are that; `words` are the
/// needles of each. A leading "the" of the name is passed over if it was not typed, as it is when names are put in order.
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
            // Only the last word may still be in the making.
            Some(_) if !needle.is_whole() => Tier::NameStart,
            _ => continue,
        };
        best = Some(tier);
    }
    best
}
