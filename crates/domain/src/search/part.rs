//! The part of a text that is searched for if nothing matches all of it.

use gpf_search_kernel::TermMatcher;

use super::index::Index;
use super::terms::Terms;
use super::typo;
use crate::near::{Districts, Locator, Typed};
use crate::strings;

/// Words that say little about which federation someone looks for. They are left out if no federation has all words.
const COMMON_WORDS: &str = " a all an and any are area at borough by care centre cic city clinic company contact county cover covers \
    district do doctor doctors does federation federations find for from gp gps group health healthcare hospital i in is \
    limited list llp local ltd me medical my near nearest network networks nhs number of on our pcn pcns practice practices primary \
    region road serve serves service services street surgeries surgery the to town trust what where which who your ";

/// Words that say too little on their own, but belong to the name of a place.
const DIRECTIONS: &str = " central east great lower new north old saint south upper west ";

/// The least number of letters of the longest word in a part.
const MIN_LETTERS: usize = 3;

/// A part of folded text that can find something if the whole text does not.
pub(super) struct Part {
    pub(super) text: String,
    pub(super) is_postcode: bool,
}

impl Part {
    /// The postcode of the text, or its words that are not common, or the longest name of a place in it, or its words that
    /// some federation has, or its words without directions.
    pub(super) fn of(index: &Index, terms: &Terms, locator: Option<Locator<'_>>) -> Option<Self> {
        let text = &*terms.typed();
        let postcode = locator.and_then(|locator| Typed::within(text, locator.districts));
        if let Some(text) = postcode.filter(|postcode| postcode.len() < text.len()) {
            return Some(Self { text, is_postcode: true });
        }
        let words = strings::parts(text, " ");
        let without = |list: &str| {
            let mut rest = words.clone();
            rest.retain(|word| !is_one_of(word, list));
            rest
        };
        let rest = without(COMMON_WORDS);
        if rest.len() < words.len() {
            return Self::of_words(&rest);
        }
        if let Some(name) = locator.and_then(|locator| longest_name(&words, (locator.districts)())) {
            return Some(Self { text: name, is_postcode: false });
        }
        let needles = terms.needles();
        let sought = TermMatcher::new(&index.records, &needles, index.len());
        let known = terms.iter().enumerate().filter(|(at, term)| typo::is_in_a_record(index, term, &sought, *at));
        let rest: Vec<_> = known.map(|(_, term)| &*term.typed).collect();
        if rest.len() < words.len() {
            return Self::of_words(&rest);
        }
        let rest = without(DIRECTIONS);
        if rest.len() < words.len() { Self::of_words(&rest) } else { None }
    }

    /// These words, if they say enough.
    fn of_words(words: &[&str]) -> Option<Self> {
        let says_enough = |word: &&str| word.len() >= MIN_LETTERS && !is_one_of(word, DIRECTIONS);
        words.iter().any(says_enough).then(|| Self { text: joined(words), is_postcode: false })
    }
}

/// The longest name of a town that is some of the words, or else of an area.
fn longest_name(words: &[&str], districts: &Districts) -> Option<String> {
    let mut area = None;
    for length in (1..words.len()).rev() {
        for name in words.windows(length) {
            let name = joined(name);
            match districts.named_place(&name) {
                Some(place) if !place.is_area => return Some(name),
                Some(_) => area = area.or(Some(name)),
                None => {}
            }
        }
    }
    area
}

fn joined(words: &[&str]) -> String {
    let mut text = String::new();
    strings::join(&mut text, " ", &mut words.iter().copied());
    text
}

fn is_one_of(word: &str, words: &str) -> bool {
    strings::contains(words, &[" ", word, " "].concat())
}
