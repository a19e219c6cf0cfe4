//! Words that are one typo away: an extra letter, a missing letter, a wrong letter, or 2 neighbours swapped.

/// The start of a word that is one typo away from the typed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneEdit<'w> {
    /// The start of the word.
    pub corrected: &'w str,
    /// Whether it is the whole word.
    pub whole: bool,
}

/// The start of `word` that is one typo away from `typed`, or the whole word if that is. Also `None` if `word` begins
/// with `typed`, which is no typo.
///
/// Only the first letters that differ have to be looked at: a typo further ahead in a run of equal letters ("hallton")
/// is the same as one at its end.
#[inline(never)]
fn one_edit<'w>(typed: &str, word: &'w str) -> Option<OneEdit<'w>> {
    let mut same = typed.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
    while !typed.is_char_boundary(same) {
        same -= 1;
    }
    // Both are the same up to here, so this is a character boundary in both.
    let (left, there) = (typed.get(same..)?, word.get(same..)?);
    let after_typed = without_first(left)?;
    let after_word = without_first(there);
    let end = |rest: Option<&str>, begins_with: &str| {
        let beyond = rest?.strip_prefix(begins_with)?;
        Some(word.len() - beyond.len())
    };
    let replaced = end(after_word, after_typed);
    let swapped = swap_first(left).and_then(|(second, first, rest)| {
        end(there.strip_prefix(second).and_then(|there| there.strip_prefix(first)), rest)
    });
    let missing = end(after_word, left);
    let added = end(Some(there), after_typed);
    let ends = [replaced, swapped, missing, added];
    let whole = ends.contains(&Some(word.len()));
    let nearest = if whole { word.len() } else { ends.into_iter().flatten().next()? };
    Some(OneEdit { corrected: word.get(..nearest)?, whole })
}

fn without_first(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    chars.next().map(|_| chars.as_str())
}

/// The second character, the first, and the rest.
fn swap_first(text: &str) -> Option<(char, char, &str)> {
    let mut chars = text.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    Some((second, first, chars.as_str()))
}

/// Whether a typo is possible, by the first 2 letters. This excludes most words.
#[inline(always)]
fn may_be_one_edit(typed: &[u8], word: &[u8]) -> bool {
    let ([typed_0, typed_1, ..], [word_0, rest @ ..]) = (typed, word) else {
        return true;
    };
    let word_1 = rest.first();
    word_0 == typed_0 // the typo comes later
        || word_1 == Some(typed_1) // the first letter is wrong
        || word_1 == Some(typed_0) // the first letter is missing, or swapped with the next
        || word_0 == typed_1 // an extra letter comes first
        || !word_0.is_ascii() // characters of several bytes are not compared here
        || !typed_0.is_ascii()
}

/// Calls `each` for every neighbour of the typed text in a folded text that ends with a space.
pub fn for_each_one_edit<'t>(typed: &str, text: &'t str, each: &mut dyn FnMut(OneEdit<'t>)) {
    let mut start = 0;
    for (end, _) in text.bytes().enumerate().filter(|&(_, byte)| byte == b' ') {
        if may_be_one_edit(typed.as_bytes(), &text.as_bytes()[start..end])
            && let Some(near) = text.get(start..end).and_then(|word| one_edit(typed, word))
        {
            each(near);
        }
        start = end + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near_glanced<'w>(typed: &str, word: &'w str) -> Option<OneEdit<'w>> {
        may_be_one_edit(typed.as_bytes(), word.as_bytes()).then(|| one_edit(typed, word)).flatten()
    }

    #[test]
    fn one_typo_matches() {
        for (typed, word, expected) in [
            ("halton", "halton", None),
            ("halt", "halton", None),
            ("haltom", "halton", Some(("halton", true))),
            ("hlaton", "halton", Some(("halton", true))),
            ("hlato", "halton", Some(("halto", false))),
            ("haton", "halton", Some(("halton", true))),
            ("hallton", "halton", Some(("halton", true))),
            ("xhalton", "halton", Some(("halton", true))),
            ("haltons", "halton", Some(("halton", true))),
            ("norht", "northern", Some(("north", false))),
            ("halotm", "halton", None),
            ("xyzzy", "halton", None),
            ("halton", "", None),
            ("halton", "h", None),
            ("東京都区部", "東京都区外", Some(("東京都区外", true))),
            ("東京都部区", "東京都区部", Some(("東京都区部", true))),
            ("aé", "aè", Some(("aè", true))),
        ] {
            let expected = expected.map(|(corrected, whole)| OneEdit { corrected, whole });
            assert_eq!(near_glanced(typed, word), expected, "{typed} for {word}");
        }
    }

    /// The number of typos between 2 words: their "optimal string alignment" distance.
    fn corrections(a: &[char], b: &[char]) -> usize {
        let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                rows[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    let swapped = if swap { rows[i - 2][j - 2] + 1 } else { usize::MAX };
                    replaced.min(swapped).min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1)
                };
            }
        }
        rows[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn match_is_exactly_one_typo_from_some_prefix(typed in "[abé]{1,7}", word in "[abé]{0,8}") {
            let a: Vec<char> = typed.chars().collect();
            let b: Vec<char> = word.chars().collect();
            let least = (0..=b.len()).map(|end| corrections(&a, &b[..end])).min();
            let found = near_glanced(&typed, &word);
            prop_assert_eq!(found.is_some(), least == Some(1));
            if let Some(OneEdit { corrected, whole }) = found {
                prop_assert_eq!(corrections(&a, &corrected.chars().collect::<Vec<_>>()), 1);
                prop_assert!(word.starts_with(corrected));
                prop_assert_eq!(whole, corrections(&a, &b) == 1);
            }
        }
    }
}
