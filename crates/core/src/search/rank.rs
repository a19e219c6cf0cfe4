//! Ranking: how well a record matches.

use super::index::Record;
use super::words::{Needle, Words};

/// How well a record matches, the best first. Within one tier the order is that of names.
///
/// The first two are about all words together, as typed. Any other tier is that of the record's worst word: a record
/// is no better than the word that it holds in the least prominent place. A word that stands in several places counts
/// where it is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Tier {
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
    Rest,
}

/// Where a needle is in a record, and how good that is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Where it first occurs, counted from the beginning of the record.
    pub(super) first: usize,
    /// The best tier it has in the record, as if nothing else had been typed.
    pub(super) tier: Tier,
}

/// The hit of a needle that first occurs at `first`.
#[inline(always)]
pub(super) fn hit(record: Record<'_>, first: usize, needle: &Needle) -> Hit {
    let [name_end, aliases_end, place_end] = record.ends;
    let tier = match first as u32 {
        name if name < name_end => in_name(&record.text[..name_end as usize], first, needle),
        alias if alias < aliases_end => Tier::Alias,
        place if place < place_end => Tier::Place,
        _ => Tier::Rest,
    };
    Hit { first, tier }
}

/// The tier of a needle that first occurs in the name, at `first`.
fn in_name(name: &[u8], first: usize, needle: &Needle) -> Tier {
    let letters = needle.letters();
    let mut at = first + usize::from(needle.is_whole());
    if name[at - 1] != b' ' {
        // Inside a word here, it may still begin a later word.
        let rest = &name[at + 1..];
        let begins = |&(at, &byte): &(usize, &u8)| byte == b' ' && rest[at + 1..].starts_with(letters);
        let Some((space, _)) = rest.iter().enumerate().find(begins) else {
            return Tier::InName;
        };
        at += space + 2;
    }
    let begins_name = at == 1 || name[..at] == *b" the ";
    match () {
        () if !begins_name => Tier::WordStart,
        () if name.len() == at + letters.len() + 1 => Tier::WholeName,
        () => Tier::NameStart,
    }
}

/// [`Tier::WholeName`] or [`Tier::NameStart`], if the words in the order they were typed are that. A leading "the" of
/// the name is passed over if it wasn't typed, as it is when names are put in order.
pub(super) fn of_phrase(record: Record<'_>, words: &Words) -> Option<Tier> {
    let name = record.text[..record.ends[0] as usize].strip_prefix(b" ")?;
    let with_the = begins_with(name, words);
    let without = name.strip_prefix(b"the ");
    let without = without.and_then(|name| begins_with(name, words));
    without.into_iter().chain(with_the).min()
}

/// `name` has a space after each word.
fn begins_with(name: &[u8], words: &Words) -> Option<Tier> {
    let (last, before) = words.iter().as_slice().split_last()?;
    let mut rest = name;
    for word in before {
        let fits = |needle: &Needle| rest.strip_prefix(needle.letters())?.strip_prefix(b" ".as_slice());
        rest = word.needles.iter().find_map(fits)?;
    }
    let mut best = None;
    for needle in &last.needles {
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
