//! "Did you mean": the spelling that text with a typo is closest to.

use super::column_aliases::KnownColumn;
use super::normalise::{ValueAliases, value_aliases};
use crate::directory::column::{COLUMNS, Column};
use crate::fold::fold;
use crate::strings::parts;

/// The shortest word of a known spelling in which a typo is recognised.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shortest {
    /// Of a fixed set of values.
    Value = 4,
    /// A word of a heading.
    Word = 5,
    /// A heading of one word. "Tow" can be anything.
    Heading = 6,
}

/// The spelling of the only value of this column that the text is one typo away from.
pub(super) fn value(column: Column, text: &str) -> Option<&'static str> {
    closest(&fold(text), false, &|at| value_aliases(column).get(at).copied())
}

/// The spelling of the only known column that the folded heading is one typo away from, without those that are `taken`.
pub(super) fn heading(heading: &str, taken: &[bool; COLUMNS]) -> Option<&'static str> {
    closest(heading, true, &|at| {
        let Some(known) = KnownColumn::at(at) else {
            return OF_MEMBERS.get(at - COLUMNS).map(|heading| (*heading, NONE));
        };
        Some(if taken[known.column() as usize] { ("", &[]) } else { (known.name(), known.aliases()) })
    })
}

const NONE: &[&str] = &[];

/// Headings of lists with one row per practice. Among them are those of federations, because such a list can also have a
/// column called "Name".
const OF_MEMBERS: [&str; 7] =
    ["Practice", "Practice name", "Practice code", "GP practice", "Surgery", "Federation", "Federation name"];

fn closest(typed: &str, is_heading: bool, at: &dyn Fn(usize) -> Option<ValueAliases>) -> Option<&'static str> {
    let (mut found, mut next) = (None, 0);
    while let Some((name, aliases)) = at(next) {
        next += 1;
        let mut close = Some(name).filter(|name| is_typo(typed, name, is_heading));
        for alias in aliases {
            if close.is_none() && is_typo(typed, alias, is_heading) {
                close = Some(alias);
            }
        }
        if close.is_some() {
            if found.is_some() {
                return None;
            }
            found = close;
        }
    }
    found
}

/// Whether one word of the folded text has a typo and all of the others are as in the known spelling.
fn is_typo(typed: &str, known: &str, is_heading: bool) -> bool {
    // This excludes nearly every spelling. Typos in the first letter are rare, and many words differ only there: "West"
    // and "East", "Altitude" and "Latitude".
    let first = known.as_bytes().first().map(u8::to_ascii_lowercase);
    if first.as_ref() != typed.as_bytes().first() || known.len().abs_diff(typed.len()) > 3 {
        return false;
    }
    let known = fold(known);
    let (typed, mut known) = (parts(typed, " "), parts(&known, " "));
    // The names of properties in JSON: `legalFrom`.
    let joined = known.concat();
    if is_heading && typed.len() == 1 {
        known = vec![&joined];
    }
    let mut different = typed.iter().zip(&known).filter(|(typed, known)| typed != known);
    let (Some((word, right)), None) = (different.next(), different.next()) else { return false };
    let shortest = match known.len() {
        _ if !is_heading => Shortest::Value,
        1 => Shortest::Heading,
        _ => Shortest::Word,
    } as usize;
    typed.len() == known.len()
        && word.len() + 1 >= shortest
        && right.len() >= shortest
        && word.as_bytes().first() == right.as_bytes().first()
        && !(is_heading && is_other_word(word, right))
        && is_one_letter_off(word.as_bytes(), right.as_bytes())
}

/// Whether the word is another word and not a typo: another form of it, such as "Member" and "Members" or "Founder" and
/// "Founded", or one of these few.
fn is_other_word(word: &str, right: &str) -> bool {
    const OTHER_WORDS: [&str; 6] = ["stats", "funded", "series", "county", "references", "inactive"];
    let stem = right.strip_suffix(['s', 'd']).filter(|_| word.len() <= right.len());
    OTHER_WORDS.contains(&word) || stem.is_some_and(|stem| word.starts_with(stem))
}

/// Whether two words differ by an extra letter, a missing letter, a wrong letter, or 2 neighbours swapped.
pub(super) fn is_one_letter_off(one: &[u8], other: &[u8]) -> bool {
    let longest = one.len().max(other.len());
    let (mut start, mut end) = (0, 0);
    while start < longest && one.get(start) == other.get(start) {
        start += 1;
    }
    let last = |word: &[u8], at: usize| word.len().checked_sub(at + 1).and_then(|at| word.get(at).copied());
    while start + end < longest && last(one, end).is_some() && last(one, end) == last(other, end) {
        end += 1;
    }
    let is_swapped = start + end + 2 == longest
        && one.len() == other.len()
        && one.get(start) == other.get(start + 1)
        && one.get(start + 1) == other.get(start);
    start + end + 1 >= longest && one.len().abs_diff(other.len()) < 2 || is_swapped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading_of(text: &str) -> Option<&'static str> {
        heading(&fold(text), &[false; COLUMNS])
    }

    #[test]
    fn heading_with_a_typo_suggests_one_column() {
        for (typed, expected) in [
            ("Regoin", "Region"),
            ("REGOIN:", "Region"),
            ("Regio", "Region"),
            ("Postocde", "Postcode"),
            ("Practise names", "Practice names"),
            ("Webiste", "website"),
            ("Websiet", "website"),
            ("Websit", "website"),
            ("websites", "website"),
            ("Statuss", "status"),
            ("Sttaus", "status"),
            ("Leagl form", "legal_form"),
            ("legal strcture", "Legal structure"),
            ("Patietns", "patients"),
            ("Integrated care baord", "Integrated care board"),
            ("Lattitude", "latitude"),
            ("Locations", "Location"),
            ("Companies Huose number", "Companies House number"),
            ("Date ceasd", "Date ceased"),
            ("legalFrom", "legal_form"),
            ("patinetCount", "Patient count"),
            ("Practise", "Practice"),
            ("Pratice name", "Practice name"),
            ("practise_code", "Practice code"),
            ("Surgry", "Surgery"),
        ] {
            assert_eq!(heading_of(typed), Some(expected), "{typed}");
        }
    }

    #[test]
    fn different_words_are_not_typos() {
        for typed in [
            "",
            "()",
            "Religion",
            "Legion",
            "Stats",
            "Nane",
            "Nmae",
            "Twon",
            "Tow",
            "Cite",
            "Nodes",
            "Plate",
            "Founder",
            "Funded",
            "Date funded",
            "Former",
            "Reviewer",
            "Last update",
            "Update",
            "Member",
            "Practice",
            "Patient",
            "Season",
            "Preference",
            "References",
            "Altitude",
            "Series",
            "Server",
            "Cover",
            "Closer",
            "ONS code",
            "CDS code",
            "PCN name",
            "Practice county",
            "Phone",
            "E-mail",
            "Email address",
            "Contact name",
            "Chair",
            "Lead GP",
            "Practice manager",
            "Ergoin",
            "Rgoien",
        ] {
            assert_eq!(heading_of(typed), None, "{typed}");
        }
    }

    #[test]
    fn columns_already_in_the_file_are_not_suggested() {
        let mut taken = [false; COLUMNS];
        taken[Column::Regions as usize] = true;
        assert_eq!((heading("regoin", &taken), heading("postocde", &taken)), (None, Some("Postcode")));
    }

    #[test]
    fn no_spelling_of_a_column_is_a_typo_of_another_column() {
        let mut asked = Vec::new();
        for known in KnownColumn::all() {
            let mut taken = [false; COLUMNS];
            taken[known.column() as usize] = true;
            for spelling in std::iter::once(known.name()).chain(known.aliases().iter().copied()) {
                if let Some(close) = heading(&fold(spelling), &taken) {
                    asked.push((spelling, close));
                }
            }
        }
        // Plurals of headings of practices' lists. As headings they are known, so the report does not ask about them.
        assert_eq!(asked, [("Federations", "Federation"), ("practices", "Practice"), ("GP practices", "GP practice")]);
    }

    #[test]
    fn value_with_a_typo_suggests_one_value() {
        for (column, typed, expected) in [
            (Column::Regions, "North Wset", Some("North West")),
            (Column::Regions, "nroth-west", Some("North West")),
            (Column::Regions, "Lodnon", Some("London")),
            (Column::Regions, "Midland", Some("Midlands")),
            (Column::Regions, "South Est", Some("South East")),
            (Column::Regions, "North East and Yorkshir", Some("North East and Yorkshire")),
            (Column::Regions, "West", None),
            (Column::Regions, "South", None),
            (Column::Regions, "Cheshire", None),
            (Column::Regions, "Nroth Wset", None),
            (Column::Status, "Actve", Some("active")),
            (Column::Status, "unconfrimed", Some("unconfirmed")),
            (Column::Status, "Clsoed", Some("closed")),
            (Column::Status, "Endd", Some("ended")),
            (Column::Status, "Now active", None),
            (Column::Status, "perhaps", None),
            (Column::LegalForm, "Community intrest company", Some("community-interest-company")),
            (Column::LegalForm, "Company limited by gaurantee", Some("company-limited-by-guarantee")),
            (Column::LegalForm, "Limted company", Some("limited-company")),
            (Column::LegalForm, "Chartiy", Some("charity")),
            (Column::LegalForm, "guild", None),
            (Column::Place, "London", None),
        ] {
            assert_eq!(value(column, typed), expected, "{typed}");
        }
    }

    #[test]
    fn one_letter_typos_are_detected() {
        for (one, other, expected) in [
            ("name", "nmae", true),
            ("name", "nam", true),
            ("name", "names", true),
            ("name", "nane", true),
            ("name", "anme", true),
            ("name", "naem", true),
            ("name", "mane", false),
            ("name", "na", false),
            ("", "n", true),
            ("", "na", false),
        ] {
            assert_eq!(is_one_letter_off(one.as_bytes(), other.as_bytes()), expected, "{one} {other}");
            assert_eq!(is_one_letter_off(other.as_bytes(), one.as_bytes()), expected, "{other} {one}");
        }
    }
}
