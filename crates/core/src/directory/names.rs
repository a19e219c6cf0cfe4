//! Reading a name that a person typed as one of a fixed few.

/// The one of `all` whose `name` is `text`, whatever the case, the spaces and the hyphens, with `&` read as "and".
///
/// An editor's spreadsheet says "north-west" or "North East & Yorkshire" as often as it says what we print.
pub(super) fn pick<T: Copy>(all: &[T], name: fn(T) -> &'static str, text: &str) -> Option<T> {
    // Nearly every cell of a large file is spelled as we print it.
    let exact = all.iter().copied().find(|&one| name(one) == text);
    exact.or_else(|| all.iter().copied().find(|&one| same(name(one), text)))
}

/// Whether two names differ in nothing but case, spaces, hyphens and `&` for "and".
pub(super) fn same(left: &str, right: &str) -> bool {
    letters(left).eq(letters(right))
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .flat_map(|c| match c {
            '&' => ['a', 'n', 'd'],
            // NUL stands for "nothing here": a name never holds one, and one typed by mistake is no reason to refuse it.
            '-' | '\u{2010}'..='\u{2015}' | '_' => ['\0'; 3],
            c if c.is_whitespace() => ['\0'; 3],
            c => [c.to_ascii_lowercase(), '\0', '\0'],
        })
        .filter(|&c| c != '\0')
}

#[cfg(test)]
mod tests {
    use super::same;

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
            assert_eq!(same(left, right), expected, "{left:?} and {right:?}");
        }
    }
}
