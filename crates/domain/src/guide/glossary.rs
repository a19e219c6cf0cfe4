//! The terms that people might not know.

use std::ops::Range;

use super::Citation;

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryTerm {
    /// kebab-case, unique.
    pub id: String,
    /// The term, with its abbreviation.
    pub name: String,
    /// Its definition, in one sentence.
    pub meaning: String,
    /// The words that the guide's text uses for it.
    pub words: Vec<String>,
    /// The source of the definition.
    pub cite: Citation,
}

impl GlossaryTerm {
    /// The range of the first use of one of the words in the text, as a whole word, including a plural "s". Case is
    /// ignored.
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

/// The range of the first match of the word. Both must be in lower case.
fn find_word(text: &str, word: &str) -> Option<Range<usize>> {
    let is_end = |at: usize| !text[at..].starts_with(char::is_alphanumeric);
    text.match_indices(word).find_map(|(start, _)| {
        let end = start + word.len();
        let end = if text[end..].starts_with('s') && is_end(end + 1) { end + 1 } else { end };
        (!text[..start].ends_with(char::is_alphanumeric) && is_end(end)).then_some(start..end)
    })
}
