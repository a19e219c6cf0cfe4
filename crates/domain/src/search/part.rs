//! The part of a text that is searched for if nothing matches all of it.

use std::ops::Range;

use gpf_search_kernel::TermMatcher;

use super::index::Index;
use super::terms::Terms;
use super::typo;
use super::website;
use crate::near::{Districts, Locator, TypedPostcode};
use crate::strings::{self, has_word};

/// Words that people add to any name: in questions, for facts, and for kinds of organisation.
const ADDED_WORDS: &str = " a about address all an and any are area at by cic company contact cover covers details do doctor doctors does \
    email federation federations find for from gp gps i in is limited list llp ltd me my near nearest network networks nhs number of on our \
    pcn pcns phone plc practice practices serve serves surgeries surgery telephone the to website what where which who your ";

/// Words that say little about which federation someone looks for.
const COMMON_WORDS: &str = " borough care centre city clinic county district group health healthcare hospital local medical primary \
    region road service services street town trust ";

/// Words that say too little on their own, but belong to the name of a place.
const DIRECTIONS: &str = " central east great lower new north old saint south upper west ";

/// The least number of letters of the longest word in a part.
const MIN_LETTERS: usize = 3;

/// The most words of a name in the gazetteer, such as Bath and North East Somerset.
const MAX_NAME_WORDS: usize = 5;

/// A part of folded text that can find something if the whole text does not.
pub(super) struct Part {
    pub(super) text: String,
    pub(super) is_postcode: bool,
}

impl Part {
    /// The postcode of the text, or the name in a web or email address, or the first of these that is not the whole text:
    ///
    /// 1. the words without those that people add to any name
    /// 2. the words that some federation has or that are a place, if they are more than common words
    /// 3. the words that are not common
    /// 4. the longest name of a place
    /// 5. the words that some federation has
    /// 6. the words without directions
    pub(super) fn of(index: &Index, text: &str, terms: &Terms, locator: Option<Locator<'_>>) -> Option<Self> {
        let typed = &*terms.typed();
        if TypedPostcode::district(typed).is_none()
            && let Some(text) = locator.and_then(|locator| TypedPostcode::within(typed, locator.districts))
        {
            return Some(Self { text, is_postcode: true });
        }
        if let Some(name) = website::name_in_host(text).filter(|name| name.len() < typed.len()) {
            return Self::of_words(&strings::parts(&name, " "));
        }
        let words = strings::parts(typed, " ");
        if words.len() < 2 {
            return None;
        }
        let districts = locator.map(|locator| (locator.districts)());
        let [town, area] = districts.map(|districts| longest_names(&words, districts)).unwrap_or_default();
        // "On" in "Bradford on Avon" says where: Bradford is another place.
        let is_in_place =
            |at: usize| [&town, &area].into_iter().flatten().any(|place| place.len() > 1 && place.contains(&at));
        let words_where = |is_one: &dyn Fn(usize) -> bool| -> Vec<_> {
            (0..words.len()).filter(|at| is_one(*at)).map(|at| words[at]).collect()
        };
        let without = |list: &str| words_where(&|at| is_in_place(at) || !has_word(list, words[at]));
        let rest = without(ADDED_WORDS);
        if rest.len() < words.len() && (rest.len() > 1 || has_uncommon(&rest)) {
            return Self::of_words(&rest);
        }
        let needles = terms.needles();
        let sought = TermMatcher::new(&index.records, &needles, index.len());
        let is_known = |(at, term)| typo::is_in_a_record(index, term, &sought, at);
        let known: Vec<_> = terms.iter().enumerate().map(is_known).collect();
        let is_place = |at: usize| districts.is_some_and(|it| it.named_place(words[at]).is_some());
        let rest = words_where(&|at| known[at] || is_place(at));
        if rest.len() < words.len() && has_uncommon(&rest) {
            return Self::of_words(&rest);
        }
        let rest = without(&[ADDED_WORDS, COMMON_WORDS].concat());
        if rest.len() < words.len() {
            return Self::of_words(&rest);
        }
        if let Some(name) = town.as_ref().or(area.as_ref()) {
            return Some(Self { text: joined(&words[name.clone()]), is_postcode: false });
        }
        let rest = words_where(&|at| known[at]);
        if rest.len() < words.len() {
            return Self::of_words(&rest);
        }
        let rest = without(DIRECTIONS);
        if rest.len() < words.len() { Self::of_words(&rest) } else { None }
    }

    /// These words, if they say enough.
    fn of_words(words: &[&str]) -> Option<Self> {
        let says_enough = |word: &&str| word.len() >= MIN_LETTERS && !has_word(DIRECTIONS, word);
        words.iter().any(says_enough).then(|| Self { text: joined(words), is_postcode: false })
    }
}

/// Whether there is a word that is not common.
fn has_uncommon(words: &[&str]) -> bool {
    words.iter().any(|word| !has_word(ADDED_WORDS, word) && !has_word(COMMON_WORDS, word))
}

/// The positions of the longest name of a town in the words, and of the longest name of an area, if there are names that are
/// not all words.
fn longest_names(words: &[&str], districts: &Districts) -> [Option<Range<usize>>; 2] {
    let mut names = [None, None];
    for length in (1..words.len().min(MAX_NAME_WORDS + 1)).rev() {
        for start in 0..=words.len() - length {
            let name = start..start + length;
            if let Some(place) = districts.named_place(&joined(&words[name.clone()])) {
                names[usize::from(place.is_area)].get_or_insert(name);
            }
        }
    }
    names
}

fn joined(words: &[&str]) -> String {
    let mut text = String::new();
    strings::join(&mut text, " ", &mut words.iter().copied());
    text
}
