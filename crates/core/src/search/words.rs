//! The words that are looked for, and the spellings that each is looked for in.

use gpf_scan::{Growth, Joins, Needle};

use super::fold::fold;
use crate::text::{join, split_once};

/// Two spellings of one word. Both begin with the same letter: [`super::Narrowing`] relies on it.
///
/// "and" and "&" are not here, because [`fold`] makes them one.
const EQUIVALENTS: [(&str, &str); 2] = [("limited", "ltd"), ("saint", "st")];

/// The words of a search text, as they were looked for: all must be in a record, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<Word>);

impl Words {
    /// The words of what was typed.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let mut rest = &*folded;
        let mut words = Vec::new();
        while !rest.is_empty() {
            let (word, after) = split_once(rest, b' ').unwrap_or((rest, ""));
            if !word.is_empty() {
                words.push(Word::of(word));
            }
            rest = after;
        }
        Self(words)
    }

    /// Adds the ways in which a word can be written as several: "northwest" as "north west".
    pub(super) fn read_apart(&mut self, joins: &Joins) {
        for word in &mut self.0 {
            let typed = std::mem::take(&mut word.typed);
            push_apart(joins, "", &typed, &mut word.needles);
            word.typed = typed;
        }
    }

    /// Whether nothing is looked for: every record matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, Word> {
        self.0.iter()
    }

    /// The needles of each word.
    pub(super) fn needles(&self) -> Vec<&[Needle]> {
        self.iter().map(|word| &*word.needles).collect()
    }

    /// The words as typed, with one space between them.
    pub(super) fn typed(&self) -> String {
        let mut typed = String::new();
        join(&mut typed, " ", &mut self.iter().map(|word| &*word.typed));
        typed
    }

    /// How these words have grown from the `shorter` ones, if they have: then every record with these has those too.
    ///
    /// A word grows at its end only: `ain` is in `saint`, but a record that has `St` for it doesn't contain `ain`.
    pub(super) fn growth(&self, shorter: &Self) -> Option<Growth> {
        let (last, before) = shorter.0.split_last()?;
        match self.0.strip_prefix(before)? {
            [longer] if longer.extends(last) => Some(Growth::LongerWord),
            [same, _] if same == last => Some(Growth::AnotherWord),
            _ => None,
        }
    }
}

impl From<Vec<Word>> for Words {
    fn from(words: Vec<Word>) -> Self {
        Self(words)
    }
}

/// One word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded.
    pub(super) typed: String,
    /// Any of these will do; never empty.
    pub(super) needles: Vec<Needle>,
}

impl Word {
    /// The word as it was typed.
    pub(super) fn of(typed: &str) -> Self {
        Self::read_as(typed, &[typed])
    }

    /// Whether every record that has this word has the `shorter` one too.
    pub(super) fn extends(&self, shorter: &Self) -> bool {
        let follows = |needle: &Needle| shorter.needles.iter().any(|it| needle.text().starts_with(it.text()));
        self.typed.starts_with(&shorter.typed) && self.apart().all(follows)
    }

    /// The ways in which it is written as several words.
    pub(super) fn apart(&self) -> impl Iterator<Item = &Needle> {
        self.needles.iter().filter(|needle| needle.letters().contains(&b' '))
    }

    /// A word that is looked for in other spellings than the typed one.
    pub(super) fn read_as(typed: &str, readings: &[&str]) -> Self {
        let mut needles = Vec::new();
        for reading in readings {
            needles.push(Needle::within(reading));
            push_equivalents(reading, &mut needles);
        }
        Self { typed: typed.to_owned(), needles }
    }
}

/// The last of several words that were typed as one may be in the making from so many letters on: of fewer, "forth" would
/// find every "for the".
const FEWEST_OF_LAST: usize = 3;
/// More ways to write a word than this help nobody.
const MOST_NEEDLES: usize = 8;

/// Adds each way to split `rest`, after the words `before`, into words that stand next to each other in some text.
fn push_apart(joins: &Joins, before: &str, rest: &str, needles: &mut Vec<Needle>) {
    for at in 1..rest.len() {
        let Some((word, after)) = rest.split_at_checked(at) else { continue };
        if needles.len() < MOST_NEEDLES && joins.may_have(word.as_bytes(), after.as_bytes()[0]) {
            let before = [before, word, " "].concat();
            let all = [&*before, after].concat();
            let is_begun = after.chars().count() >= FEWEST_OF_LAST;
            needles.push(if is_begun { Needle::beginning(&all) } else { Needle::whole(&all) });
            push_apart(joins, &before, after, needles);
        }
    }
}

/// Adds the other spellings of the word that `typed` is, or is becoming: somebody who types "limited" letter by letter
/// must see a "Ltd" all the way. One letter needs none, because both spellings begin with it.
fn push_equivalents(typed: &str, needles: &mut Vec<Needle>) {
    if typed.len() > 1 {
        for (one, other) in EQUIVALENTS {
            if one.starts_with(typed) {
                needles.push(Needle::whole(other));
            }
            if other.starts_with(typed) {
                needles.push(Needle::whole(one));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_looked_for_while_they_are_typed() {
        for (typed, needles) in [
            ("l", &["l"][..]),
            ("li", &["li", " ltd "]),
            ("limited", &["limited", " ltd "]),
            ("limiteds", &["limiteds"]),
            ("lt", &["lt", " limited "]),
            ("ltd", &["ltd", " limited "]),
            ("sa", &["sa", " st "]),
            ("st", &["st", " saint "]),
            ("sto", &["sto"]),
        ] {
            let word = Word::of(typed);
            assert_eq!(word.needles.iter().map(Needle::text).collect::<Vec<_>>(), needles, "{typed}");
        }
    }

    #[test]
    fn equivalents_begin_alike() {
        for (one, other) in EQUIVALENTS {
            assert_eq!(one.chars().next(), other.chars().next());
        }
    }

    #[test]
    fn words_grow_at_the_end() {
        use Growth::{AnotherWord, LongerWord};
        for (shorter, longer, expected) in [
            ("hal", "halton", Some(LongerWord)),
            ("halton g", "halton gp", Some(LongerWord)),
            ("halton", "halton gp", Some(AnotherWord)),
            ("hal", "halton gp", None),
            ("halton", "halton gp fed", None),
            ("ain", "saint", None),
            ("halton", "hal", None),
            ("gp halton", "halton gp", None),
            ("", "halton", None),
        ] {
            assert_eq!(Words::of(longer).growth(&Words::of(shorter)), expected, "{shorter} to {longer}");
        }
    }
}
