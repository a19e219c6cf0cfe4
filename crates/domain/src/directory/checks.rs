//! Checks of cells.

use super::column::Column;
use crate::lat_lon::LatLon;

/// A whole number from 0 to 4,294,967,295, written in digits only.
pub(crate) fn whole_number(text: &str) -> Option<u32> {
    // `parse` alone would accept "+7".
    if crate::strings::is_digits(text) { text.parse().ok() } else { None }
}

/// Decimal degrees such as `-2.7`: at most 3 digits before the point. Digits after the 6th decimal place (11 cm) are
/// ignored.
///
/// Not `f64::parse`, which adds tables of 10 kB to the wasm. A whole number of millionths divided by a million is
/// rounded once, so the result is the same as that of `f64::parse`.
pub(crate) fn degrees(text: &str) -> Option<f64> {
    let (sign, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (-1, digits),
        digits => (1, digits),
    };
    let (mut millionths, mut before, mut behind) = (0_i32, 0, None);
    for &byte in digits {
        match (byte, &mut behind) {
            (b'.', None) if before > 0 => behind = Some(0),
            (b'0'..=b'9', None) if before < 3 => before += 1,
            (b'0'..=b'9', Some(behind)) => *behind += 1,
            _ => return None,
        }
        if byte != b'.' && behind.is_none_or(|behind| behind <= 6) {
            millionths = millionths * 10 + i32::from(byte - b'0');
        }
    }
    if before == 0 || behind == Some(0) {
        return None;
    }
    for _ in behind.unwrap_or(0)..6 {
        millionths *= 10;
    }
    Some(f64::from(sign * millionths) / 1e6)
}

/// The column of the coordinate to correct, if a place is not in England: the one that is further out. If both are out,
/// they are probably swapped.
pub(crate) fn outside_england(place: LatLon) -> Option<Column> {
    let is_latitude = LatLon { latitude: 52.0, ..place }.is_in_england();
    let column = if is_latitude { Column::Latitude } else { Column::Longitude };
    (!place.is_in_england()).then_some(column)
}

/// The precision that a date must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exactness {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Any,
    /// `YYYY-MM`.
    Month,
    /// `YYYY-MM-DD`.
    Day,
}

/// Whether the text is a valid ISO 8601 calendar date with this precision.
pub(crate) fn is_date(text: &str, exactness: Exactness) -> bool {
    let mut parts = text.split('-');
    let mut next = |length| parts.next().map(|part| if part.len() == length { whole_number(part) } else { None });
    let (year, month, day) = (next(4), next(2), next(2));
    if parts.next().is_some() || year.flatten().is_none_or(|year| year == 0) {
        return false;
    }
    let year = year.flatten().unwrap_or_default();
    match (month, day, exactness) {
        (None, None, Exactness::Any) => true,
        (Some(Some(month)), None, Exactness::Any | Exactness::Month) => (1..=12).contains(&month),
        (Some(Some(month)), Some(Some(day)), Exactness::Any | Exactness::Day) => {
            (1..=days_in(year, month)).contains(&day)
        }
        _ => false,
    }
}

/// A number to sort dates by: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, each as its first day. 0 for any other text.
pub(crate) fn date_number(text: &str) -> u32 {
    let mut number = 0;
    for (at, digits) in [(0, 4), (5, 2), (8, 2)] {
        let part = text.get(at..at + digits).and_then(whole_number);
        number = number * 100 + part.unwrap_or_default();
    }
    number
}

/// The number of days in the month. 0 if there is no such month.
pub(crate) fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Whether the text is an absolute http or https address. Nothing else must become a link, because `javascript:`
/// addresses run code.
pub(crate) fn is_web_address(text: &str) -> bool {
    let lower = |prefix: &str| text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    let rest = if lower("https://") {
        &text[8..]
    } else if lower("http://") {
        &text[7..]
    } else {
        return false;
    };
    // A character outside ASCII begins a name in another script. `char::is_alphanumeric` would add 2 kB of tables.
    rest.starts_with(|first: char| first.is_ascii_alphanumeric() || !first.is_ascii())
        && !rest.bytes().any(|byte| byte <= b' ' || matches!(byte, b'"' | b'<' | b'>' | b'\\' | 0x7F))
        && (rest.bytes().all(|byte| byte < 0x80) || !rest.contains(|c: char| c.is_whitespace() || c.is_control()))
}

/// Whether the text is an id: lower-case ASCII letters and digits, in words joined by single hyphens.
pub(crate) fn is_kebab_case(text: &str) -> bool {
    text.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Whether the text can be a postcode area: 1 or 2 capital letters.
pub(crate) fn is_postcode_area(text: &str) -> bool {
    matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a board's name still includes the words that are in every board's name.
pub(crate) fn has_icb_words(text: &str) -> bool {
    let words = ["NHS", "ICB", "Integrated Care Board"];
    text.starts_with("NHS ")
        || words.iter().any(|&words| text == words || text.strip_suffix(words).is_some_and(|rest| rest.ends_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_digits_only() {
        for (text, expected) in [
            ("0", Some(0)),
            ("30000", Some(30_000)),
            ("4294967295", Some(u32::MAX)),
            ("4294967296", None),
            ("", None),
            ("+7", None),
            ("-7", None),
            ("30,000", None),
            ("7.5", None),
            ("٣", None),
        ] {
            assert_eq!(whole_number(text), expected, "{text:?}");
        }
    }

    #[test]
    fn date_numbers_sort_chronologically() {
        let dates = ["", "2019", "2019-03", "2019-03-04", "2019-11", "2020", "2025-12-31", "2026"];
        let numbers = dates.map(date_number);
        assert!(numbers.is_sorted() && numbers[0] == 0 && numbers[1] > 0, "{numbers:?}");
        assert_eq!(date_number("spring"), 0);
    }

    #[test]
    fn degrees_are_parsed_like_the_standard_library() {
        for text in ["0", "-0", "51.5", "-2.701234", "53.4", "-0.000001", "999.999999", "1.10", "007.3"] {
            assert_eq!(degrees(text), text.parse().ok(), "{text:?}");
        }
        assert_eq!(degrees("53.4112345678901234"), Some(53.411_234));
        for text in ["", "-", ".", "1.", ".5", "+1", "1e3", "1000", "1,5", "--1", "1.2.3", "NaN", " 1"] {
            assert_eq!(degrees(text), None, "{text:?}");
        }
    }

    #[test]
    fn dates_must_exist_and_have_the_required_precision() {
        use Exactness::{Any, Day, Month};
        for (text, any, month, day) in [
            ("2016", true, false, false),
            ("2016-03", true, true, false),
            ("2016-03-31", true, false, true),
            ("2016-02-29", true, false, true),
            ("2015-02-29", false, false, false),
            ("1900-02-29", false, false, false),
            ("2000-02-29", true, false, true),
            ("2016-04-31", false, false, false),
            ("2016-13", false, false, false),
            ("2016-00", false, false, false),
            ("2016-01-00", false, false, false),
            ("0000", false, false, false),
            ("16-03-31", false, false, false),
            ("2016-3-1", false, false, false),
            ("2016-03-31-01", false, false, false),
            ("2016-", false, false, false),
            ("31/03/2016", false, false, false),
            ("", false, false, false),
            ("+016", false, false, false),
        ] {
            assert_eq!(is_date(text, Any), any, "{text:?}");
            assert_eq!(is_date(text, Month), month, "{text:?} as a month");
            assert_eq!(is_date(text, Day), day, "{text:?} as a day");
        }
    }

    #[test]
    fn only_http_and_https_are_web_addresses() {
        for (text, expected) in [
            ("https://www.example.nhs.uk/", true),
            ("http://example.org", true),
            ("HTTPS://example.org/a?b=c#d", true),
            ("www.example.org", false),
            ("javascript:alert(1)", false),
            ("https://", false),
            ("https:///path", false),
            ("https://exa mple.org", false),
            ("https://example.org/\"onclick=", false),
            ("https:/é", false),
            ("", false),
        ] {
            assert_eq!(is_web_address(text), expected, "{text:?}");
        }
    }

    #[test]
    fn ids_are_kebab_case() {
        for (text, expected) in [
            ("a", true),
            ("gp-care-24", true),
            ("", false),
            ("Gp", false),
            ("gp--care", false),
            ("-gp", false),
            ("gp_care", false),
            ("café", false),
        ] {
            assert_eq!(is_kebab_case(text), expected, "{text:?}");
        }
    }

    #[test]
    fn postcode_areas_are_one_or_two_capitals() {
        for (text, expected) in
            [("L", true), ("WA", true), ("", false), ("wa", false), ("WA7", false), ("WAR", false), ("É", false)]
        {
            assert_eq!(is_postcode_area(text), expected, "{text:?}");
        }
    }

    #[test]
    fn common_words_in_icb_names_are_detected() {
        for (text, expected) in [
            ("Cheshire and Merseyside", false),
            ("NHS Cheshire and Merseyside", true),
            ("Cheshire and Merseyside ICB", true),
            ("Cheshire and Merseyside Integrated Care Board", true),
            ("ICB", true),
            ("", false),
        ] {
            assert_eq!(has_icb_words(text), expected, "{text:?}");
        }
    }
}
