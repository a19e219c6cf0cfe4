//! Sets of letters in names.

/// The letters from a to z in a folded name, and those that its words begin with.
///
/// Nearly every row matches the first letter that a user types. These 8 bytes per row find them without the text, and
/// then exclude the rows whose name cannot contain a word.
#[derive(Clone, Copy, Default)]
pub struct LetterMask {
    /// Bit 0 is for a.
    pub(crate) all: u32,
    pub(crate) first: u32,
}

impl LetterMask {
    /// The letters of a text in which a space comes before every word.
    #[must_use]
    pub fn of(text: &[u8]) -> Self {
        let mut letters = Self::default();
        let mut before = 0;
        for &byte in text {
            let bit = bit(byte);
            letters.all |= bit;
            if before == b' ' {
                letters.first |= bit;
            }
            before = byte;
        }
        letters
    }

    /// Whether the other mask has all of these letters, or all but one.
    #[must_use]
    pub fn within_one_of(self, others: Self) -> bool {
        (self.all & !others.all).count_ones() <= 1
    }

    /// Whether no word begins with this letter. For other characters than a to z this is not known, so the result is
    /// `false`.
    #[inline(always)]
    pub(crate) fn begin_none(self, letter: u8) -> bool {
        let bit = bit(letter);
        bit != 0 && self.first & bit == 0
    }
}

/// The letter's bit, or no bit for anything that is not a letter from a to z.
pub(crate) fn bit(byte: u8) -> u32 {
    let letter = byte.wrapping_sub(b'a');
    if letter < 26 { 1 << letter } else { 0 }
}
