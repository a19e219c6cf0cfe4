//! Substring search.

#[cfg(target_arch = "aarch64")]
use memchr::arch::aarch64::neon::packedpair::Finder as Pair;
#[cfg(target_arch = "wasm32")]
use memchr::arch::wasm32::simd128::packedpair::Finder as Pair;
#[cfg(target_arch = "x86_64")]
use memchr::arch::x86_64::sse2::packedpair::Finder as Pair;

/// Searches for one needle, 16 positions at a time, by 2 of its rarest bytes.
///
/// `memchr::memmem` uses this algorithm for nearly every needle and text. Its others bound the time for needles that
/// people do not type, and would add 4 kB of wasm.
pub struct SubstringFinder<'n> {
    needle: &'n [u8],
    /// `None` for a needle of 1 byte.
    pair: Option<Pair>,
}

/// The position of a needle that is not in the text.
pub const NOT_FOUND: usize = usize::MAX;

impl<'n> SubstringFinder<'n> {
    /// Prepares the search for a needle, which must not be empty.
    #[must_use]
    #[inline(never)]
    pub fn new(needle: &'n [u8]) -> Self {
        Self { needle, pair: Pair::new(needle) }
    }

    /// The position in the text of the first match that begins at `from` or later and before `end`, or [`NOT_FOUND`].
    #[must_use]
    #[inline(never)]
    pub fn find(&self, text: &[u8], from: usize, end: usize) -> usize {
        let first = match &self.pair {
            // The search can read past the end: 16 positions take no longer than 1, and a match that begins before the
            // end can end after it.
            Some(pair) if text.len() - from >= pair.min_haystack_len() => {
                let read = (end + self.needle.len() - 1).max(from + pair.min_haystack_len()).min(text.len());
                pair.find(&text[from..read], self.needle)
            }
            // Only at the very end of a text.
            _ if self.needle.len() > 1 => text[from..].windows(self.needle.len()).position(|it| it == self.needle),
            _ => memchr::memchr(self.needle[0], &text[from..end]),
        };
        first.map(|first| from + first).filter(|&first| first < end).unwrap_or(NOT_FOUND)
    }
}

#[cfg(test)]
mod tests {
    use super::{NOT_FOUND, SubstringFinder};
    use proptest::prelude::*;

    #[test]
    fn match_that_starts_before_the_end_can_extend_past_it() {
        let text = [[b'a'; 50].as_slice(), b"b  "].concat();
        for (end, expected) in [(50, NOT_FOUND), (51, 50), (52, 50), (53, 50)] {
            assert_eq!(SubstringFinder::new(b"b  ").find(&text, 20, end), expected, "before {end}");
        }
    }

    proptest! {
        #[test]
        fn find_matches_the_standard_library(
            text in "[ab ]{0,70}",
            needle in "[ab ]{1,20}",
            from in 0..70_usize,
            length in 0..70_usize,
        ) {
            let from = from.min(text.len());
            let end = (from + length).min(text.len());
            let expected = text[from..].find(&needle).map(|at| from + at).filter(|&at| at < end);
            let found = SubstringFinder::new(needle.as_bytes()).find(text.as_bytes(), from, end);
            prop_assert_eq!(found, expected.unwrap_or(NOT_FOUND));
        }
    }
}
