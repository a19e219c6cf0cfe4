//! Whole numbers, also with thousands separators, units or words around them.

use std::borrow::Cow;

use crate::directory::checks::whole_number;
use crate::import::column_aliases::is_alike;
use crate::strings::{parts, push_number};

/// A whole number, from one with commas or spaces between the thousands, or with a unit after it.
pub(super) fn number(cell: &str) -> Option<Cow<'_, str>> {
    const COUNTED: [&str; 7] =
        ["practices", "practice", "GP practices", "surgeries", "patients", "registered patients", "people"];
    if whole_number(cell).is_some() {
        return Some(Cow::Borrowed(cell));
    }
    let (is_bare, digits, after) = count(cell)?;
    let is_all = is_bare && (after.is_empty() || COUNTED.iter().any(|counted| is_alike(counted, after)));
    is_all.then_some(Cow::Owned(digits))
}

/// The number at the start of a cell: whether there is no word such as "about" before it, its digits, and the rest.
pub(super) fn count(cell: &str) -> Option<(bool, String, &str)> {
    const ABOUT: [&str; 17] = [
        "c",
        "ca",
        "circa",
        "about",
        "around",
        "approx",
        "approximately",
        "nearly",
        "over",
        "roughly",
        "more than",
        "at least",
        "almost",
        "just over",
        "some",
        "est",
        "estimated",
    ];
    let start = cell.bytes().position(|byte| byte.is_ascii_digit())?;
    let (before, rest) = cell.split_at_checked(start)?;
    if !parts(before, "~<>+ ").is_empty() && !ABOUT.iter().any(|about| is_alike(about, before)) {
        return None;
    }
    // The digits, and separate groups of 3 digits.
    let bytes = rest.as_bytes();
    let digits_at = |at: usize| {
        let mut end = at;
        while bytes.get(end).is_some_and(u8::is_ascii_digit) {
            end += 1;
        }
        end
    };
    let mut end = digits_at(0);
    let mut digits = rest.get(..end)?.to_owned();
    let is_group = end < 4;
    while is_group && matches!(bytes.get(end), Some(b',' | b' ' | b'\'')) && digits_at(end + 1) == end + 4 {
        digits.push_str(rest.get(end + 1..end + 4)?);
        end += 4;
    }
    let mut part = "";
    if bytes.get(end) == Some(&b'.') {
        let point = end;
        end = digits_at(end + 1);
        part = rest.get(point + 1..end)?;
    }
    let attached = rest.get(end..)?;
    let mut after = attached.trim();
    let (unit, next) = (after.as_bytes().first(), after.as_bytes().get(1));
    let zeros = match unit {
        _ if next.is_some_and(u8::is_ascii_alphabetic) => 0,
        Some(b'k' | b'K') => 3,
        Some(b'm' | b'M') => 6,
        _ => 0,
    };
    if zeros > 0 {
        after = after.get(1..)?.trim();
        digits.push_str(part);
        digits.push_str("000000".get(part.len()..zeros)?);
    } else if part.len() == 3
        || part.bytes().any(|byte| byte != b'0')
        || attached.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
    {
        return None;
    }
    // `10-12` is not a number, and nor are `12%` and `130 thousand`. 0xE2 is the first byte of longer dashes.
    let first = after.as_bytes().first();
    if matches!(first, Some(b'-' | b'/' | b'%' | b'.' | b',' | b'0'..=b'9' | 0xE2))
        || matches!(after.get(..3), Some("to " | "or " | "tho" | "mil"))
    {
        return None;
    }
    let number = whole_number(&digits)?;
    digits.clear();
    push_number(&mut digits, number);
    Some((before.is_empty(), digits, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::normalise::sanitise::sanitise;

    #[test]
    fn numbers_are_read_with_separators_units_and_words() {
        for (cell, expected) in [
            ("130000", Some("130000")),
            ("130,000", Some("130000")),
            ("1 300 000", Some("1300000")),
            ("45'200", Some("45200")),
            ("130\u{a0}000", Some("130000")),
            ("14.0", Some("14")),
            ("130.000", None),
            ("1,3", None),
            ("1,30,000", None),
            (",130", None),
            ("c. 30", None),
            ("-3", None),
            ("99,999,999,999", None),
            ("12 practices", Some("12")),
            ("350,000 patients", Some("350000")),
            ("12.5k", Some("12500")),
            ("0.4m", Some("400000")),
            ("35\u{202f}000", Some("35000")),
            ("1.25m people", Some("1250000")),
            ("12kg", None),
            ("12.5", None),
            ("1.2345k", None),
        ] {
            assert_eq!(number(&sanitise(cell)).as_deref(), expected, "{cell}");
        }
        for (cell, expected) in [
            ("c. 12", Some("12")),
            ("About 1,204 in 2019", Some("1204")),
            ("~40", Some("40")),
            ("12*", Some("12")),
            ("12 (2019)", Some("12")),
            ("approx. 30k", Some("30000")),
            ("12+", Some("12")),
            ("roughly 12", Some("12")),
            ("More than 1,200", Some("1200")),
            ("at least 12 practices", Some("12")),
            ("less than 12", None),
            ("up to 12", None),
            ("10-12", None),
            ("10 to 12", None),
            ("12%", None),
            ("12th", None),
            ("Surgery 24", None),
            ("many", None),
        ] {
            let read = count(cell).map(|(_, digits, _)| digits);
            assert_eq!(read.as_deref(), expected, "{cell}");
        }
    }
}
