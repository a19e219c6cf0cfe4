//! Small string helpers. The generic functions of the standard library are larger in wasm.

/// The text before the first `separator` (ASCII) and the text after it: `str::split_once` without its searcher.
pub(crate) fn split_once(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The text before the last `separator` (ASCII) and the text after it: `str::rsplit_once` without its searcher.
pub(crate) fn rsplit_once(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The text without these characters at both ends: `str::trim_matches` without its searchers.
pub(crate) fn trimmed<'t>(text: &'t str, marks: &str) -> &'t str {
    let (mut start, mut end) = (text.len(), 0);
    for (at, c) in text.char_indices() {
        if !marks.chars().any(|mark| mark == c) {
            start = start.min(at);
            end = at + c.len_utf8();
        }
    }
    text.get(start..end).unwrap_or_default()
}

/// The position of the first `needle` in the text: `str::find` without its searcher, which is 4 kB of WebAssembly for
/// long needles.
pub(crate) fn find(text: &str, needle: &str) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    (0..=text.len().checked_sub(needle.len())?).find(|&at| text[at..].starts_with(needle))
}

/// Whether the text contains `needle`: `str::contains` with [`find`].
pub(crate) fn contains(text: &str, needle: &str) -> bool {
    find(text, needle).is_some()
}

/// Whether `all`, which has a space around each word, contains this word.
pub(crate) fn has_word(all: &str, word: &str) -> bool {
    !word.is_empty() && contains(all, &[" ", word, " "].concat())
}

/// The character of a UTF-16 surrogate pair. `None` if the units are not one.
pub(crate) fn surrogate_pair(first: u32, second: u32) -> Option<char> {
    if !(0xD800..0xDC00).contains(&first) || !(0xDC00..0xE000).contains(&second) {
        return None;
    }
    char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
}

/// The non-empty parts between any of these characters: `str::split` with one searcher for all.
pub(crate) fn parts<'t>(text: &'t str, separators: &str) -> Vec<&'t str> {
    let (mut rest, mut parts) = (text, Vec::new());
    while let Some(part) = next_part(&mut rest, separators) {
        parts.push(part);
    }
    parts
}

/// The next of these [`parts`]. `rest` becomes the text after it.
pub(crate) fn next_part<'t>(rest: &mut &'t str, separators: &str) -> Option<&'t str> {
    let text = *rest;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if separators.chars().any(|separator| separator == c) {
            let after = at + c.len_utf8();
            if let Some(part) = text.get(start..at).and_then(filled) {
                *rest = text.get(after..).unwrap_or_default();
                return Some(part);
            }
            start = after;
        }
    }
    *rest = "";
    text.get(start..).and_then(filled)
}

/// Appends the number's digits: `u32::to_string` without `std::fmt`.
pub(crate) fn push_number(text: &mut String, number: u32) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// Appends the non-empty parts to `text`, separated by `separator`.
pub(crate) fn join(text: &mut String, separator: &str, parts: &mut dyn Iterator<Item = &str>) {
    for part in parts {
        if !part.is_empty() {
            if !text.is_empty() {
                text.push_str(separator);
            }
            text.push_str(part);
        }
    }
}

/// Whether the text has nothing but digits. An empty text has nothing else.
pub(crate) fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text of a cell, or `None` if the cell is empty.
pub(crate) fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The text without a byte order mark at its start.
pub(crate) fn strip_bom(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn string_helpers_match_the_standard_library(text in "[aé;]{0,6}", number: u32) {
            prop_assert_eq!(split_once(&text, b';'), text.split_once(';'));
            let mut digits = text.clone();
            push_number(&mut digits, number);
            prop_assert_eq!(digits, format!("{text}{number}"));
            let split: Vec<_> = text.split([';', 'é']).filter(|part| !part.is_empty()).collect();
            prop_assert_eq!(parts(&text, ";é"), split);
        }

        #[test]
        fn find_matches_the_standard_library(text in "[abé]{0,8}", needle in "[abé]{0,3}") {
            prop_assert_eq!(find(&text, &needle), text.find(&needle));
            prop_assert_eq!(contains(&text, &needle), text.contains(&needle));
        }
    }
}
