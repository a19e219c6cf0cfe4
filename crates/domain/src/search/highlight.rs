//! Highlighting: the parts of a text that match the search.

use gpf_search_kernel::{NOT_FOUND, SubstringFinder};

use super::Terms;
use crate::fold::fold_with_offsets;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<'t> {
    /// Never empty.
    pub text: &'t str,
    /// Whether this part matches.
    pub is_match: bool,
}

impl Terms {
    /// Splits `text` into spans, alternately with and without a match, which together are the text again.
    ///
    /// A match is the original of the folded text: "Môn" for `mon`, "&" for `and`, "Ltd" for `limited`, and the
    /// corrected word for a typo. Single letters are not highlighted: nearly every word has them, and a text full of
    /// highlights is harder to read.
    #[must_use]
    pub fn highlight<'t>(&self, text: &'t str) -> Vec<Span<'t>> {
        let marked = self.marked(text);
        let mut pieces = Vec::new();
        let mut rest = text;
        for alike in marked.chunk_by(|one, next| one == next) {
            if let (Some(&marked), Some((text, after))) = (alike.first(), rest.split_at_checked(alike.len())) {
                pieces.push(Span { text, is_match: marked });
                rest = after;
            }
        }
        pieces
    }

    /// For each byte of `text`, whether it is in a match.
    fn marked(&self, text: &str) -> Vec<bool> {
        let mut marked = vec![false; text.len()];
        let needles = self.iter().flat_map(|word| &word.needles).filter(|needle| needle.letters().len() > 1);
        let mut needles = needles.peekable();
        // Folding a text takes longer than these checks.
        if text.is_empty() || needles.peek().is_none() {
            return marked;
        }
        let folded = fold_with_offsets(text);
        let haystack = folded.text.as_bytes();
        for needle in needles {
            let spaces = usize::from(needle.begins_word());
            let length = needle.letters().len();
            let finder = SubstringFinder::new(needle.bytes());
            let mut from = 0;
            loop {
                let hit = finder.find(haystack, from, haystack.len());
                if hit == NOT_FOUND {
                    break;
                }
                let first = hit + spaces;
                let end = folded.origins[first + length - 1].end;
                let end = end + marks_above(text.get(end..).unwrap_or_default());
                marked[folded.origins[first].start..end].fill(true);
                from = hit + 1;
            }
        }
        marked
    }
}

/// The number of bytes of combining marks that `text` begins with. They belong to the letter before.
fn marks_above(text: &str) -> usize {
    text.chars().take_while(|char| ('\u{300}'..='\u{36F}').contains(char)).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its matches in brackets.
    fn shown(typed: &str, text: &str) -> String {
        let show = |piece: Span<'_>| {
            if piece.is_match { ["[", piece.text, "]"].concat() } else { piece.text.to_owned() }
        };
        Terms::of(typed).highlight(text).into_iter().map(show).collect()
    }

    #[test]
    fn matches_are_highlighted() {
        for (typed, text, expected) in [
            ("", "Halton", "Halton"),
            ("hal", "", ""),
            ("hal", "Halton", "[Hal]ton"),
            ("hal ton", "Halton", "[Halton]"),
            ("alt lto", "Halton", "H[alto]n"),
            ("zzz", "Halton", "Halton"),
            ("mon", "Ynys Môn", "Ynys [Môn]"),
            ("mo", "Ynys Mo\u{302}n", "Ynys [Mo\u{302}]n"),
            ("herts and", "Herts & Essex", "[Herts] [&] Essex"),
            ("&", "Herts and Essex", "Herts [and] Essex"),
            ("limi", "Halton Ltd", "Halton [Ltd]"),
            ("ltd", "Halton Limited", "Halton [Limited]"),
            ("h", "Halton Health", "Halton Health"),
            ("saint h", "St. Helens, St", "[St]. Helens, [St]"),
            ("saint he", "St. Helens, St", "[St]. [He]lens, [St]"),
            ("st", "Saint Stoke", "[Saint] [St]oke"),
            ("kings", "King’s Cross", "[King’s] Cross"),
            ("cic", "Halton C.I.C.", "Halton [C.I.C]."),
            ("ss", "Straße", "Stra[ß]e"),
            ("aa", "aaaa", "[aaaa]"),
            ("東", "東京", "[東]京"),
        ] {
            assert_eq!(shown(typed, text), expected, "{typed:?} in {text:?}");
        }
    }
}
