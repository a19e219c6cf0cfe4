//! Matching labels that people typed with a fixed list.

/// The one of `all` whose `name` is `text`, ignoring case, spaces and hyphens, with `&` as "and".
///
/// Editors' spreadsheets have "north-west" or "North East & Yorkshire" as often as our own spelling.
pub(crate) fn match_label<T: Copy>(all: &[T], name: fn(T) -> &'static str, text: &str) -> Option<T> {
    let at = position(&|at| all.get(at).map(|&one| name(one)), text)?;
    all.get(at).copied()
}

/// The position of the name among those that `name_at` returns. Not generic, unlike [`match_label`], so that it is
/// compiled only once.
pub(crate) fn position<'n>(name_at: &dyn Fn(usize) -> Option<&'n str>, text: &str) -> Option<usize> {
    let first = |is_it: &dyn Fn(&str) -> bool| {
        let mut at = 0;
        while let Some(name) = name_at(at) {
            if is_it(name) {
                return Some(at);
            }
            at += 1;
        }
        None
    };
    if text.is_empty() {
        return None;
    }
    // Nearly every cell of a large file has our own spelling.
    first(&|name| name == text).or_else(|| {
        let letters = normalised(text);
        first(&|name| self::normalised(name) == letters)
    })
}

/// A name in lower case without spaces and hyphens, and with "and" for `&`.
pub(crate) fn normalised(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => letters.push_str("and"),
            // A name never contains NUL, and one that was typed by mistake is no reason to refuse it.
            '-' | '\u{2010}'..='\u{2015}' | '_' | '\0' => {}
            c if c.is_whitespace() => {}
            c => letters.push(c.to_ascii_lowercase()),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::normalised;

    #[test]
    fn case_spaces_hyphens_and_ampersands_do_not_matter() {
        for (left, right, expected) in [
            ("North West", "north west", true),
            ("North West", " NORTH-WEST ", true),
            ("North West", "northwest", true),
            ("North West", "north\u{a0}west", true),
            ("North East and Yorkshire", "North East & Yorkshire", true),
            ("North East and Yorkshire", "north_east_and_yorkshire", true),
            ("London", "London!", false),
            ("London", "", false),
            ("London", "Lond", false),
            ("South East", "South West", false),
        ] {
            assert_eq!(normalised(left) == normalised(right), expected, "{left:?} and {right:?}");
        }
    }
}
