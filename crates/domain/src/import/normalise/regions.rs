//! NHS regions and integrated care boards (ICBs).

use super::sanitise::is_blank_marker;
use super::value_aliases::word;
use crate::directory::column::Column;
use crate::directory::{Region, RegionSet};
use crate::strings::{parts, rsplit_once, split_once, trimmed};

/// The regions in a cell, and the entries that are not regions. "Unknown" is no region.
pub(in crate::import) fn regions(cell: &str) -> (RegionSet, Vec<&str>) {
    let (mut regions, mut others) = (RegionSet::UNKNOWN, Vec::new());
    // Nearly every cell of a large file is one region in our own spelling.
    if let Some(region) = Region::ALL.iter().find(|region| region.name() == cell) {
        regions.insert(*region);
        return (regions, others);
    }
    for entry in parts(cell, ";,/|\n") {
        let entry = entry.trim();
        // A single letter is a part of "n/a".
        if !push_region(&mut regions, entry) && !is_blank_marker(entry) && entry.len() > 1 {
            others.push(entry);
        }
    }
    (regions, others)
}

/// Adds the region or regions of an entry. `false` if it has none.
fn push_region(regions: &mut RegionSet, entry: &str) -> bool {
    let read = |entry| {
        let mut name = trimmed(entry, "() ");
        for words in ["NHS England", "NHSE", "NHS", "The "] {
            name = without(name, words, false).unwrap_or(name);
        }
        for words in ["team", "regional", "region", "commissioning", "NHS England", "NHSE", "NHS"] {
            name = without(name, words, true).unwrap_or(name);
        }
        Region::parse(word(Column::Regions, trimmed(name, "() ")))
    };
    if let Some(region) = read(entry) {
        regions.insert(region);
        return true;
    }
    // `London and South East`, and a name with its code, as in `North West (Y62)`. `North West London` is neither.
    for at in (0..entry.len()).filter(|&at| entry.as_bytes()[at] == b' ') {
        let (first, second) = entry.split_at(at);
        let joined = ["and ", "& ", "+ "].iter().find_map(|word| second.get(1..)?.strip_prefix(word));
        if let (Some(one), Some(other)) = (read(first), read(joined.unwrap_or(second)))
            && (joined.is_some() || one == other)
        {
            regions.insert(one);
            regions.insert(other);
            return true;
        }
    }
    false
}

/// The characters between a name and its code or kind.
const BETWEEN: &str = "-–—:()[] \t\n";

/// A board's name without the words that are in every board's name.
pub(super) fn icb_name(cell: &str) -> &str {
    // `NHS Kent and Medway ICB (QKS)`, `QKS - NHS Kent and Medway ICB`.
    let mut name = cell;
    if let Some((start, code)) = rsplit_once(name, b' ')
        && is_code(trimmed(code, BETWEEN))
    {
        name = trimmed(start, BETWEEN);
    } else if let Some((code, end)) = split_once(name, b' ')
        && is_code(trimmed(code, BETWEEN))
    {
        name = trimmed(end, BETWEEN);
    }
    name = without(name, "NHS ", false).unwrap_or(name);
    for words in [" ICB", " ICS", " Integrated Care Board", " Integrated Care System"] {
        name = without(name, words, true).unwrap_or(name);
    }
    name
}

/// Whether the text is the code of a board or a part of it: `QKS`, `91Q`.
fn is_code(text: &str) -> bool {
    matches!(text.as_bytes(), [first @ (b'Q' | b'0'..=b'9'), second, third]
        if [first, second, third].iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()))
}

/// The text without these words at its start or end, and without the characters in between. `None` if it does not have
/// them.
fn without<'t>(text: &'t str, words: &str, is_end: bool) -> Option<&'t str> {
    let at = if is_end { text.len().checked_sub(words.len())? } else { words.len() };
    let (start, end) = text.split_at_checked(at)?;
    let (found, rest) = if is_end { (end, start) } else { (start, end) };
    found.eq_ignore_ascii_case(words).then(|| trimmed(rest, BETWEEN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_parsed_in_common_spellings() {
        let names = |cell| match regions(cell) {
            (set, others) if others.is_empty() => Ok(set.iter().map(Region::name).collect::<Vec<_>>()),
            (_, others) => Err(others),
        };
        assert_eq!(names("NHS England – North West Region"), Ok(vec!["North West"]));
        assert_eq!(names("south-east / London"), Ok(vec!["South East", "London"]));
        assert_eq!(names("Not known"), Ok(vec![]));
        assert_eq!(names("London; Cheshire"), Err(vec!["Cheshire"]));
        for (cell, name) in [
            ("NHS North West", "North West"),
            ("NE&Y", "North East and Yorkshire"),
            ("North East & Yorks", "North East and Yorkshire"),
            ("East of England region", "East of England"),
            ("nhs england (South West)", "South West"),
            ("Y56", "London"),
            ("NHSE Midlands REGION", "Midlands"),
            ("The North West", "North West"),
            ("North West NHS Region", "North West"),
            ("South West Regional Team", "South West"),
            ("NHS England - the South East region team", "South East"),
            ("London (NHS England)", "London"),
        ] {
            assert_eq!(names(cell), Ok(vec![name]), "{cell}");
        }
        assert_eq!(names("North West | n/a"), Ok(vec!["North West"]));
    }

    #[test]
    fn common_words_are_removed_from_icb_names() {
        for (cell, expected) in [
            ("NHS Cheshire and Merseyside ICB", "Cheshire and Merseyside"),
            ("Sussex Integrated Care Board", "Sussex"),
            ("Sussex", "Sussex"),
            ("ICB", "ICB"),
            ("NHS ICB", "ICB"),
            ("NHS KENT AND MEDWAY INTEGRATED CARE BOARD", "KENT AND MEDWAY"),
            ("Kent & Medway ICS", "Kent & Medway"),
            ("Basics", "Basics"),
        ] {
            assert_eq!(icb_name(cell), expected, "{cell}");
        }
    }
}
