//! The terms that people may not know.

use std::ops::Range;

use super::Citation;

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryTerm {
    /// kebab-case, unique.
    pub id: String,
    /// The term, with its abbreviation.
    pub name: String,
    /// What it means, in one sentence.
    pub meaning: String,
    /// What the texts call it.
    pub words: Vec<String>,
    /// Where the meaning is taken from.
    pub cite: Citation,
}

impl GlossaryTerm {
    /// Where the text first uses one of the words, as whole words, with the "s" of a plural. Capitals are ignored.
    ///
    /// ```
    /// use gpf_domain::guide::GlossaryTerm;
    /// let words = vec!["PCN".to_owned()];
    /// let (id, name, meaning, cite) = Default::default();
    /// let term = GlossaryTerm { id, name, meaning, words, cite };
    /// assert_eq!(term.find("They join PCNs."), Some(10..14));
    /// assert_eq!(term.find("They joined APCN."), None);
    /// ```
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let text = text.to_ascii_lowercase();
        self.words.iter().filter_map(|word| find_word(&text, &word.to_ascii_lowercase())).min_by_key(|it| it.start)
    }
}

/// Where the word first is in the text, neither of them with capitals.
fn find_word(text: &str, word: &str) -> Option<Range<usize>> {
    let is_end = |at: usize| !text[at..].starts_with(char::is_alphanumeric);
    text.match_indices(word).find_map(|(start, _)| {
        let end = start + word.len();
        let end = if text[end..].starts_with('s') && is_end(end + 1) { end + 1 } else { end };
        (!text[..start].ends_with(char::is_alphanumeric) && is_end(end)).then_some(start..end)
    })
}
