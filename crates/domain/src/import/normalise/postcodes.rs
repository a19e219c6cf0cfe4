//! Postcodes, postcode districts and postcode areas.

use crate::directory::checks::is_postcode_area;
use crate::strings::parts;

/// Adds the postcodes and districts of a list, in the usual format, to `postcodes`, and the letters of all of its
/// entries to `areas`. `None`, and nothing added, if one of them is neither.
pub(in crate::import) fn postcodes(cell: &str, postcodes: &mut String, areas: &mut String) -> Option<()> {
    let before = (postcodes.len(), areas.len());
    let is_read = push_postcodes(cell, postcodes, areas);
    if is_read.is_none() {
        postcodes.truncate(before.0);
        areas.truncate(before.1);
    }
    is_read
}

fn push_postcodes(cell: &str, postcodes: &mut String, areas: &mut String) -> Option<()> {
    // A digit, and then letters, or letters and digits.
    let is_part = |text: &str, inward: bool| {
        let is = |at: usize, is: fn(&u8) -> bool| text.as_bytes().get(at).is_some_and(is);
        is(0, u8::is_ascii_digit)
            && match (text.len(), inward) {
                (3, true) => is(1, u8::is_ascii_uppercase) && is(2, u8::is_ascii_uppercase),
                (1, false) => true,
                (2, false) => is(1, u8::is_ascii_alphanumeric),
                _ => false,
            }
    };
    let cell = cell.to_ascii_uppercase();
    let words = parts(&cell, ";,/|\n &+.()");
    let mut at = 0;
    while let Some(word) = words.get(at) {
        at += 1;
        // `LS1 1AA (HQ)`
        if matches!(*word, "AND" | "UK" | "HQ") {
            continue;
        }
        let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (area, rest) = word.split_at_checked(letters)?;
        // `WA7 to WA9`
        if !is_postcode_area(area) || matches!(*word, "TO" | "IN" | "OF" | "OR" | "ON" | "BY") {
            return None;
        }
        push_entry(areas, area);
        let (mut district, mut inward) = (rest, "");
        if let Some((start, end)) = rest.len().checked_sub(3).and_then(|at| rest.split_at_checked(at))
            && is_part(end, true)
            && is_part(start, false)
        {
            (district, inward) = (start, end);
        } else if let Some(next) = words.get(at).filter(|next| !rest.is_empty() && is_part(next, true)) {
            at += 1;
            inward = next;
        }
        if !rest.is_empty() {
            if !is_part(district, false) {
                return None;
            }
            let space = if inward.is_empty() { "" } else { " " };
            push_entry(postcodes, &[area, district, space, inward].concat());
        }
    }
    Some(())
}

/// Adds an entry to a list, unless it is there already.
fn push_entry(list: &mut String, entry: &str) {
    // In very long lists only the first entries are compared: to compare each with all would take too long.
    if list.len() > 2000 || !parts(list, ";").iter().any(|other| other.trim() == entry) {
        list.push_str(if list.is_empty() { "" } else { "; " });
        list.push_str(entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_districts_and_areas_are_parsed_in_common_spellings() {
        for (cell, expected) in [
            ("WA; L", Some(("", "WA; L"))),
            ("wa, l", Some(("", "WA; L"))),
            ("WA7 2ES", Some(("WA7 2ES", "WA"))),
            ("wa72es", Some(("WA7 2ES", "WA"))),
            ("WA7/WA8/L24", Some(("WA7; WA8; L24", "WA; L"))),
            ("m1 1ae; M11AE\nEC1A1BB", Some(("M1 1AE; EC1A 1BB", "M; EC"))),
            ("W1A  0AX, w1a", Some(("W1A 0AX; W1A", "W"))),
            ("M11, CR2 6XH", Some(("M11; CR2 6XH", "M; CR"))),
            ("WAR", None),
            ("7", None),
            ("W7-x", None),
            ("WA7 2ES 2ES", None),
            ("WA7 Widnes", None),
            ("WA712345", None),
        ] {
            let mut lists = (String::new(), String::new());
            let read = postcodes(cell, &mut lists.0, &mut lists.1);
            assert_eq!(read.map(|()| (&*lists.0, &*lists.1)), expected, "{cell}");
            assert!(read.is_some() || lists.0.is_empty() && lists.1.is_empty(), "{cell}");
        }
    }
}
