//! What is looked for.

/// What to look for in a folded text whose every word has a space on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle(String);

impl Needle {
    /// Letters anywhere.
    #[must_use]
    pub fn within(letters: &str) -> Self {
        Self(letters.to_owned())
    }

    /// A whole word.
    #[must_use]
    pub fn whole(word: &str) -> Self {
        Self([" ", word, " "].concat())
    }

    /// Words next to each other, the last of which may still be in the making.
    #[must_use]
    pub fn beginning(words: &str) -> Self {
        Self([" ", words].concat())
    }

    /// The text to look for, with the spaces if a whole word is meant.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The bytes to look for, with the spaces if a whole word is meant.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The letters without the spaces.
    #[must_use]
    pub fn letters(&self) -> &[u8] {
        self.words().as_bytes()
    }

    /// The same as a text.
    #[must_use]
    pub fn words(&self) -> &str {
        let end = self.0.len() - usize::from(self.is_whole());
        self.0.get(usize::from(self.begins_word())..end).unwrap_or_default()
    }

    /// The first byte of the letters.
    #[must_use]
    pub fn initial(&self) -> u8 {
        self.letters().first().copied().unwrap_or_default()
    }

    /// Whether a word must begin with it.
    #[must_use]
    pub fn begins_word(&self) -> bool {
        self.0.starts_with(' ')
    }

    /// Whether a whole word is meant.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.ends_with(' ')
    }
}
