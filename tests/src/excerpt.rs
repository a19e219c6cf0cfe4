//! Shortens texts for messages: the cause after half a megabyte of script would never be read.

/// A short text itself. Otherwise its beginning and its length.
pub fn excerpt(text: &str, most: usize) -> String {
    let text = text.trim();
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}… ({} characters)", text[..at].trim_end(), text.chars().count()),
    }
}

/// A long message as one line, for lists.
pub fn one_line(text: &str, most: usize) -> String {
    excerpt(&text.split_whitespace().collect::<Vec<_>>().join(" "), most)
}

#[cfg(test)]
mod tests {
    use super::{excerpt, one_line};

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(excerpt("  return 1\n", 20), "return 1");
        assert_eq!(excerpt("12345", 5), "12345");
        assert_eq!(excerpt("", 5), "");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(excerpt("łódź łódź", 4), "łódź… (9 characters)");
        assert!(excerpt(&"x".repeat(500_000), 300).len() < 400);
    }

    #[test]
    fn a_line_of_a_list_has_no_line_breaks() {
        assert_eq!(one_line("waited 10 s\n  engine: Firefox", 60), "waited 10 s engine: Firefox");
    }
}
