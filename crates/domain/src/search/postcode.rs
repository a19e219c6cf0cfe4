//! Postcode areas: the 1 or 2 letters that a postcode begins with.

use crate::near::is_inward;
use crate::strings::split_once;

/// The postcode area, in capitals, if all of the folded `text` is a UK postcode or the start of one: at least its
/// letters and one digit, because letters alone are more likely to be the start of a name.
///
/// The space in the middle is optional. The postcode does not have to exist, because only the area is used.
pub(super) fn area(text: &str) -> Option<String> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !matches!(letters, 1 | 2) {
        return None;
    }
    let (area, rest) = text.split_at_checked(letters)?;
    let fits = match split_once(rest, b' ') {
        Some((district, inward)) => is_district(district) && is_inward(inward),
        // Without a space the district can have 1 or 2 characters: "m11ae" is M1 1AE, "wa72es" is WA7 2ES.
        None => (1..=2).any(|length| {
            rest.split_at_checked(length).is_some_and(|(district, inward)| is_district(district) && is_inward(inward))
        }),
    };
    fits.then(|| area.to_ascii_uppercase())
}

/// `7`, `11`, `1a` (as in EC1A).
fn is_district(text: &str) -> bool {
    match text.as_bytes() {
        [digit] => digit.is_ascii_digit(),
        [digit, second] => digit.is_ascii_digit() && second.is_ascii_alphanumeric(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::area;

    #[test]
    fn full_and_partial_postcodes_have_an_area() {
        for (text, expected) in [
            ("wa7 2es", Some("WA")),
            ("wa72es", Some("WA")),
            ("wa7", Some("WA")),
            ("wa7 2", Some("WA")),
            ("wa7 2e", Some("WA")),
            ("m1", Some("M")),
            ("m1 1ae", Some("M")),
            ("m11ae", Some("M")),
            ("m11", Some("M")),
            ("cr26xh", Some("CR")),
            ("dn551pt", Some("DN")),
            ("ec1a 1bb", Some("EC")),
            ("ec1a1bb", Some("EC")),
            ("w1a", Some("W")),
            ("", None),
            ("wa", None),
            ("l", None),
            ("7", None),
            ("wal7", None),
            ("wa7 2es halton", None),
            ("halton wa7", None),
            ("wa 7", None),
            ("wa7 es", None),
            ("wa7 2ess", None),
            ("wa712345", None),
            ("wé7", None),
            ("w7é", None),
            ("w7 2é", None),
        ] {
            assert_eq!(area(text).as_deref(), expected, "{text:?}");
        }
    }
}
