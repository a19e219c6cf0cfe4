//! The terms of a search, and the spellings of each.

use gpf_search_kernel::{Joins, Needle, Refinement};

use crate::fold::fold;
use crate::strings::{join, split_once};

/// Two spellings of one word. Both must begin with the same letter, because [`super::SearchSession`] relies on it.
///
/// "and" and "&" are not here, because [`fold`] makes them one.
const SYNONYMS: [(&str, &str); 21] = [
    ("bedfordshire", "beds"),
    ("berkshire", "berks"),
    ("buckinghamshire", "bucks"),
    ("cambridgeshire", "cambs"),
    ("derbyshire", "derbys"),
    ("gloucestershire", "glos"),
    ("hampshire", "hants"),
    ("hertfordshire", "herts"),
    ("lancashire", "lancs"),
    ("leicestershire", "leics"),
    ("limited", "ltd"),
    ("lincolnshire", "lincs"),
    ("northamptonshire", "northants"),
    ("nottinghamshire", "notts"),
    ("oxfordshire", "oxon"),
    ("saint", "st"),
    ("staffordshire", "staffs"),
    ("warwickshire", "warks"),
    ("wiltshire", "wilts"),
    ("worcestershire", "worcs"),
    ("yorkshire", "yorks"),
];

/// The words of a search text. A record matches if it has all of them, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(Vec<Term>);

impl Terms {
    /// The terms of a typed text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let folded = fold(text);
        let mut rest = &*folded;
        let mut words = Vec::new();
        while !rest.is_empty() {
            let (word, after) = split_once(rest, b' ').unwrap_or((rest, ""));
            if !word.is_empty() {
                words.push(Term::of(word));
            }
            rest = after;
        }
        Self(words)
    }

    /// Adds the ways to write a word as several: "northwest" as "north west".
    pub(super) fn read_apart(&mut self, joins: &Joins) {
        for word in &mut self.0 {
            let typed = std::mem::take(&mut word.typed);
            push_apart(joins, "", &typed, &mut word.needles);
            word.typed = typed;
        }
    }

    /// Whether there are no terms, so that every record matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, Term> {
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

    /// How these words are an extension of the `shorter` ones, if they are: then every record with these has those too.
    ///
    /// A word can only be extended at its end: `ain` is in `saint`, but a record with `St` matches `saint` and does not
    /// contain `ain`.
    pub(super) fn extension_of(&self, shorter: &Self) -> Option<Refinement> {
        let (last, before) = shorter.0.split_last()?;
        match self.0.strip_prefix(before)? {
            [longer] if longer.extends(last) => Some(Refinement::LongerTerm),
            [same, _] if same == last => Some(Refinement::ExtraTerm),
            _ => None,
        }
    }
}

impl From<Vec<Term>> for Terms {
    fn from(words: Vec<Term>) -> Self {
        Self(words)
    }
}

/// One word of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Folded.
    pub(super) typed: String,
    /// The spellings, of which any matches. Never empty.
    pub(super) needles: Vec<Needle>,
}

impl Term {
    /// The word as it was typed.
    pub(super) fn of(typed: &str) -> Self {
        Self::corrected(typed, &[typed])
    }

    /// Whether every record that has this word has the `shorter` one too.
    pub(super) fn extends(&self, shorter: &Self) -> bool {
        let follows = |needle: &Needle| shorter.needles.iter().any(|it| needle.text().starts_with(it.text()));
        self.typed.starts_with(&shorter.typed) && self.apart().all(follows)
    }

    /// The spellings as several words.
    pub(super) fn apart(&self) -> impl Iterator<Item = &Needle> {
        self.needles.iter().filter(|needle| needle.letters().contains(&b' '))
    }

    /// A word that is searched for in other spellings than the typed one.
    pub(super) fn corrected(typed: &str, readings: &[&str]) -> Self {
        let mut needles = Vec::new();
        for reading in readings {
            needles.push(Needle::within(reading));
            push_synonyms(reading, &mut needles);
        }
        Self { typed: typed.to_owned(), needles }
    }
}

/// If several words were typed as one, the last of them can be incomplete, but must have at least this number of
/// letters. With fewer, "forth" would find every "for the".
const MIN_LAST_LETTERS: usize = 3;
/// The maximum number of spellings, because more would not help.
pub(super) const MAX_NEEDLES: usize = 8;

/// Adds each way to split `rest`, after the words `before`, into words that are next to each other in some text.
fn push_apart(joins: &Joins, before: &str, rest: &str, needles: &mut Vec<Needle>) {
    for at in 1..rest.len() {
        let Some((word, after)) = rest.split_at_checked(at) else { continue };
        if needles.len() < MAX_NEEDLES && joins.may_have(word.as_bytes(), after.as_bytes()[0]) {
            let before = [before, word, " "].concat();
            let all = [&*before, after].concat();
            // "Co-op" is short for "co-operative".
            let is_begun = after.chars().count() >= MIN_LAST_LETTERS || all == "co op";
            needles.push(if is_begun { Needle::beginning(&all) } else { Needle::whole(&all) });
            push_apart(joins, &before, after, needles);
        }
    }
}

/// Adds the other spellings of `typed`, which can be incomplete: a user who types "limited" letter by letter must see
/// "Ltd" all the time. A single letter needs none, because both spellings begin with it.
fn push_synonyms(typed: &str, needles: &mut Vec<Needle>) {
    if typed.len() > 1 {
        for (one, other) in SYNONYMS {
            // If both begin with it, it needs no other spelling.
            match (one.starts_with(typed), other.starts_with(typed)) {
                (true, false) => needles.push(Needle::whole(other)),
                (false, true) => needles.push(Needle::whole(one)),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_searched_during_typing() {
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
            ("oxo", &["oxo", " oxfordshire "]),
            ("oxon", &["oxon", " oxfordshire "]),
            ("ox", &["ox"]),
            ("oxford", &["oxford", " oxon "]),
            ("oxfordshires", &["oxfordshires"]),
        ] {
            let word = Term::of(typed);
            assert_eq!(word.needles.iter().map(Needle::text).collect::<Vec<_>>(), needles, "{typed}");
        }
    }

    #[test]
    fn synonyms_start_with_the_same_letter() {
        for (one, other) in SYNONYMS {
            assert_eq!(one.chars().next(), other.chars().next());
        }
    }

    #[test]
    fn longer_queries_are_recognised_as_refinements() {
        use Refinement::{ExtraTerm, LongerTerm};
        for (shorter, longer, expected) in [
            ("hal", "halton", Some(LongerTerm)),
            ("halton g", "halton gp", Some(LongerTerm)),
            ("halton", "halton gp", Some(ExtraTerm)),
            ("hal", "halton gp", None),
            ("halton", "halton gp fed", None),
            ("ain", "saint", None),
            ("halton", "hal", None),
            ("gp halton", "halton gp", None),
            ("", "halton", None),
        ] {
            assert_eq!(Terms::of(longer).extension_of(&Terms::of(shorter)), expected, "{shorter} to {longer}");
        }
    }
}
