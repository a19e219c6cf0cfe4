//! Ids made from names.

use std::borrow::Cow;

use crate::fold::fold;

/// The maximum length of an id that is made from a name, in bytes.
pub(crate) const MAX_GENERATED_ID: usize = 60;

/// The maximum length of an id in a row. Longer ones are cut, so two rows can then seem to have the same id.
pub(crate) const MAX_OWN_ID: usize = 240;

/// The id that is made from a federation's name.
pub(crate) fn slug_of_name(name: &str) -> String {
    slug(name, MAX_GENERATED_ID).into_owned()
}

/// The text as an id of at most `longest` bytes: lower-case letters and digits, in words joined by hyphens. It can be
/// empty.
pub(crate) fn slug(text: &str, longest: usize) -> Cow<'_, str> {
    // Most ids in a file are valid already.
    if text.len() <= longest && is_slug(text) {
        return Cow::Borrowed(text);
    }
    let mut id = String::new();
    for c in fold(text).chars() {
        if id.len() >= longest {
            break;
        }
        match c {
            c if c.is_ascii_alphanumeric() => id.push(c),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    Cow::Owned(id)
}

fn is_slug(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let mut was_letter = false;
    for byte in text.bytes() {
        if !is_letter(byte) && (byte != b'-' || !was_letter) {
            return false;
        }
        was_letter = byte != b'-';
    }
    was_letter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_generated_from_names() {
        for (name, id) in [
            ("Halton GP Alliance", "halton-gp-alliance"),
            ("  Coventry & Rugby C.I.C. ", "coventry-and-rugby-cic"),
            ("Ynys Môn", "ynys-mon"),
            ("東京 GP 東", "gp"),
            ("東京", ""),
            ("", ""),
            ("a-1", "a-1"),
            ("-a--1-", "a-1"),
            ("a-", "a"),
            (&"long ".repeat(30), "long-long-long-long-long-long-long-long-long-long-long-long"),
        ] {
            assert_eq!(slug(name, MAX_GENERATED_ID), id, "{name}");
        }
    }

    #[test]
    fn long_ids_in_the_file_are_not_truncated() {
        let id = "greater-north-east-hampshire-and-farnham-neighbourhood-consortium";
        assert_eq!(slug(id, MAX_OWN_ID), id);
    }
}
