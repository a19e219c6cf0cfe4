//! Which words are next to each other.

/// A Bloom filter of pairs: a word and the first letter of the next word. It never misses a pair that exists, and
/// rarely reports one that does not.
///
/// With this filter, the text hardly ever has to be searched for the ways to split the typed text into 2 words.
#[derive(Default)]
pub struct Joins(Vec<u32>);

/// Bits per row: each row has a few pairs, so that few of the bits are set.
const BITS_A_ROW: usize = 64;
/// The least number of bits, for short lists with long texts.
const MIN_BITS: usize = 1 << 16;

impl Joins {
    /// A filter for about this number of records.
    pub(crate) fn with_capacity(rows: usize) -> Self {
        Self(vec![0; (rows * BITS_A_ROW).next_power_of_two().max(MIN_BITS) / 32])
    }

    /// Adds every pair of a text in which a space comes before every word.
    pub(crate) fn add(&mut self, text: &[u8]) {
        let mut hash = START;
        let mut before = 0;
        for &byte in text {
            if byte == b' ' {
                before = hash;
                hash = START;
            } else {
                if hash == START && before != START {
                    let [one, other] = self.bits(before, byte);
                    self.0[one.0] |= one.1;
                    self.0[other.0] |= other.1;
                }
                hash = step(hash, byte);
            }
        }
    }

    /// Whether the word might come before one that begins with this letter.
    #[must_use]
    pub fn may_have(&self, word: &[u8], next: u8) -> bool {
        let hash = word.iter().fold(START, |hash, &byte| step(hash, byte));
        self.bits(hash, next).iter().all(|&(at, bit)| self.0.get(at).is_some_and(|bits| bits & bit != 0))
    }

    fn bits(&self, hash: u32, next: u8) -> [(usize, u32); 2] {
        let hash = step(hash, next);
        [hash, hash.wrapping_mul(0x85EB_CA6B)].map(|hash| {
            let hash = hash ^ hash >> 15;
            ((hash >> 5) as usize & (self.0.len().max(1) - 1), 1 << (hash & 31))
        })
    }
}

const START: u32 = 0x811C_9DC5;

#[inline(always)]
fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

#[cfg(test)]
mod tests {
    use super::Joins;

    #[test]
    fn added_pairs_are_found_with_few_false_positives() {
        let mut joins = Joins::with_capacity(100);
        joins.add(b" north west london ");
        joins.add(b" co operative \x1f care ");
        for (word, next) in [("north", b'w'), ("west", b'l'), ("co", b'o')] {
            assert!(joins.may_have(word.as_bytes(), next), "{word}");
        }
        for (word, next) in [("nort", b'h'), ("north", b'l'), ("london", b'n'), ("operative", b'c'), ("london", b'c')] {
            assert!(!joins.may_have(word.as_bytes(), next), "{word}");
        }
    }

    #[test]
    fn false_positives_are_rare_in_a_short_list_with_long_texts() {
        let mut joins = Joins::with_capacity(100);
        for row in 0..100 {
            let words = (0..30).map(|word| format!("word{row}x{word} "));
            joins.add(format!(" {}", words.collect::<String>()).as_bytes());
        }
        let wrong = (0..10_000).filter(|it| joins.may_have(format!("feder{it}").as_bytes(), b'a')).count();
        assert!(wrong < 200, "{wrong}");
    }

    #[test]
    fn false_positives_are_rare_in_a_long_list() {
        let mut joins = Joins::with_capacity(10_000);
        for row in 0..10_000 {
            joins.add(format!(" federation{row} number {row} of place{} ", row % 300).as_bytes());
        }
        let wrong = (0..10_000).filter(|it| joins.may_have(format!("feder{it}").as_bytes(), b'a')).count();
        assert!(wrong < 200, "{wrong}");
    }
}
