//! Needles: the texts to search for.

/// A needle for a folded text that has a space on both sides of every word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle(String);

impl Needle {
    /// Matches anywhere, including inside words.
    #[must_use]
    pub fn within(letters: &str) -> Self {
        Self(letters.to_owned())
    }

    /// Matches a whole word.
    #[must_use]
    pub fn whole(word: &str) -> Self {
        Self([" ", word, " "].concat())
    }

    /// Matches words next to each other. The last word can be incomplete.
    #[must_use]
    pub fn beginning(words: &str) -> Self {
        Self([" ", words].concat())
    }

    /// The needle as text, including the spaces of a whole word.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The needle as bytes, including the spaces of a whole word.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The bytes without the spaces.
    #[must_use]
    pub fn letters(&self) -> &[u8] {
        self.words().as_bytes()
    }

    /// The text without the spaces.
    #[must_use]
    pub fn words(&self) -> &str {
        let end = self.0.len() - usize::from(self.is_whole());
        self.0.get(usize::from(self.begins_word())..end).unwrap_or_default()
    }

    /// The first byte without the spaces.
    #[must_use]
    pub fn initial(&self) -> u8 {
        self.letters().first().copied().unwrap_or_default()
    }

    /// Whether a match must begin a word.
    #[must_use]
    pub fn begins_word(&self) -> bool {
        self.0.starts_with(' ')
    }

    /// Whether a match must be a whole word.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.ends_with(' ')
    }
}
