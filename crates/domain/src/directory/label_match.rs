//! Reading a name that a person typed as one of a fixed few.

/// The one of `all` whose `name` is `text`, whatever the case, the spaces and the hyphens, with `&` read as "and".
///
/// An editor's spreadsheet says "north-west" or "North East & Yorkshire" as often as it says what we print.
pub(crate) fn match_label<T: Copy>(all: &[T], name: fn(T) -> &'static str, text: &str) -> Option<T> {
    let at = position(&|at| all.get(at).map(|&one| name(one)), text)?;
    all.get(at).copied()
}

/// The place of the name among those that `name_at` says. Apart from [`match_label`] so that there is only one of it.
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
    // Nearly every cell of a large file is spelled as we print it.
    first(&|name| name == text).or_else(|| {
        let letters = normalised(text);
        first(&|name| self::normalised(name) == letters)
    })
}

/// What is left of a name without capitals, spaces and hyphens, and with "and" for `&`.
pub(crate) fn normalised(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => letters.push_str("and"),
            // A name never holds NUL, and one typed by mistake is no reason to refuse it.
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
