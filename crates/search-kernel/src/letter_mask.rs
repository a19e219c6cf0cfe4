//! What letters a name is made of.

/// The letters from a to z that are in a folded name, and those that its words begin with.
///
/// With the first letter that is typed, nearly every row is found. These 8 bytes a row answer that without the text, and
/// afterwards tell the rows whose name cannot have a word.
#[derive(Clone, Copy, Default)]
pub struct LetterMask {
    /// Bit 0 is for a.
    pub(crate) all: u32,
    pub(crate) first: u32,
}

impl LetterMask {
    /// Of text in which every word has a space before it.
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

    /// Whether all of these letters but one, at the most, are among the others.
    #[must_use]
    pub fn within_one_of(self, others: Self) -> bool {
        (self.all & !others.all).count_ones() <= 1
    }

    /// Whether none of the words begins with this letter, which may still be unknown of others than a to z.
    #[inline(always)]
    pub(crate) fn begin_none(self, letter: u8) -> bool {
        let bit = bit(letter);
        bit != 0 && self.first & bit == 0
    }
}

/// The letter's bit; none of anything that is not a letter from a to z.
pub(crate) fn bit(byte: u8) -> u32 {
    let letter = byte.wrapping_sub(b'a');
    if letter < 26 { 1 << letter } else { 0 }
}
