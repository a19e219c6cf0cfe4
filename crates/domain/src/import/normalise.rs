//! Normalising cells: from the formats of people and Excel to those of the directory.

use std::borrow::Cow;

use super::column_aliases::is_alike;
use super::decode::windows_1252;
use crate::directory::checks::{Exactness, degrees, is_date, is_postcode_area, is_web_address, whole_number};
use crate::directory::column::Column;
use crate::directory::messages::{self, Message};
use crate::directory::{LegalForm, Region, RegionBasis, RegionSet, Status};
use crate::search::fold;
use crate::strings::{self, parts, push_number, split_once};

/// The placeholders that people and spreadsheets use for empty cells, by their letters and digits alone: `N/A`, `n.a.`
/// and `#N/A` are all "na".
const NOTHING: [&str; 23] = [
    "na",
    "none",
    "nil",
    "null",
    "nan",
    "nat",
    "blank",
    "undefined",
    "unknown",
    "not known",
    "nk",
    "not available",
    "not applicable",
    "not stated",
    "not provided",
    "not recorded",
    "no data",
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "to be announced",
    "to be advised",
];

/// Whether the text is a placeholder for an empty cell. This applies to every column, including ids and names.
pub(super) fn is_blank_marker(text: &str) -> bool {
    let text = text.trim();
    if text.len() > 20 {
        return false;
    }
    // For nearly every cell the first letter is enough to exclude this.
    match text.bytes().find(u8::is_ascii_alphanumeric) {
        None => parts(text, "-–—.?*_/# ").is_empty(),
        // An error in a formula, such as `#REF!` or `#NAME?`.
        Some(_) if text.starts_with('#') && matches!(text.as_bytes().last(), Some(b'!' | b'?')) => true,
        // What MySQL writes.
        Some(b'N') if text == "\\N" => true,
        Some(b'b' | b'B' | b'n' | b'N' | b't' | b'T' | b'u' | b'U') => {
            NOTHING.iter().any(|nothing| is_alike(nothing, text))
        }
        _ => false,
    }
}

/// The cell without characters that do not belong to its text: control characters, invisible characters, formatting
/// tags, HTML entities, and the apostrophe that our own downloads and careful people add before text that a spreadsheet
/// would interpret as a formula. Empty if the cell [is a placeholder](is_blank_marker).
pub(super) fn sanitise(cell: &str) -> Cow<'_, str> {
    let guarded = |rest: &str| {
        matches!(rest.chars().next(), Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
    };
    if is_blank_marker(cell) {
        return Cow::Borrowed("");
    }
    let cell = cell.strip_prefix('\'').filter(|rest| guarded(rest)).unwrap_or(cell);
    // `="00123"`, as systems write text for Excel.
    let cell = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell);
    // 0xC2, 0xE2 and 0xEF begin no-break spaces and invisible characters.
    if !cell.bytes().any(|byte| byte < b' ' || matches!(byte, 0x7F | b'&' | b'<' | 0xC2 | 0xE2 | 0xEF)) {
        return Cow::Borrowed(cell);
    }
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(c) = rest.chars().next() {
        let (letter, length) = match c {
            '&' => entity(rest),
            '<' => tag(rest),
            '\r' => Some(('\n', if rest.starts_with("\r\n") { 2 } else { 1 })),
            _ => None,
        }
        .unwrap_or((c, c.len_utf8()));
        match letter {
            '\n' => text.push('\n'),
            '\t' | '\u{a0}' | '\u{202f}' => text.push(' '),
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            letter if letter < ' ' || letter == '\u{7f}' => {}
            letter => text.push(letter),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    let text = text.trim();
    Cow::Owned(if is_blank_marker(text) { String::new() } else { text.to_owned() })
}

/// The character of an entity at the start of `text`, and the entity's length. Decoded only once: `&amp;lt;` is `&lt;`.
fn entity(text: &str) -> Option<(char, usize)> {
    #[rustfmt::skip]
    const NAMES: [(&str, char); 14] = [
        ("amp", '&'), ("nbsp", ' '), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("ndash", '–'), ("mdash", '—'),
        ("lsquo", '‘'), ("rsquo", '’'), ("ldquo", '“'), ("rdquo", '”'), ("hellip", '…'), ("pound", '£'),
    ];
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let letter = match name.strip_prefix('#') {
        Some(number) => {
            let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
            let mut code = 0;
            for digit in digits.chars() {
                code = code * radix + digit.to_digit(radix)?;
            }
            // Code points as browsers decode them, and as old programs write them.
            if (0x80..0xA0).contains(&code) { windows_1252(code as u8) } else { char::from_u32(code)? }
        }
        None => NAMES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((letter, end + 1))
}

/// The replacement for a formatting tag at the start of `text`, a line break or nothing, and the tag's length. Any
/// other tag is text.
fn tag(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(400).position(|byte| byte == b'>')?;
    let inside = text.get(1..end)?;
    let is_end = inside.starts_with('/');
    let inside = inside.trim_matches(|c| c == '/' || c == ' ');
    let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, attributes) = inside.split_at_checked(length)?;
    let is_one_of = |names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));
    let is_line = is_one_of(&["p", "div", "li"]) && is_end || is_one_of(&["br"]);
    let is_known = is_line
        || is_one_of(&["p", "div", "li", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "ul", "ol"]);
    let is_tag = is_known && (attributes.is_empty() || attributes.starts_with(' ') && attributes.contains('='));
    is_tag.then_some((if is_line { '\n' } else { '\0' }, end + 1))
}

/// The cell of a text column in the format of the directory. `cell` is sanitised and not empty.
pub(super) fn normalise(column: Column, cell: &str) -> Result<Cow<'_, str>, Message> {
    match column {
        Column::CheckedOn
        | Column::EndedOn
        | Column::LastSeen
        | Column::PracticesAsOf
        | Column::PatientsAsOf
        | Column::Founded => {
            let date = date(cell).filter(|_| column != Column::Founded || !is_financial_year(cell));
            // What programs write for a date that is empty: `01/01/1900`, `30/12/1899` or `31/12/9999`.
            let is_set = |date: &Cow<'_, str>| ("1901".."9999").contains(&&**date);
            date.map(|date| if is_set(&date) { date } else { "".into() }).ok_or(messages::OWN_DATE)
        }
        Column::IcbAsOf => month(cell).ok_or(messages::OWN_DATE),
        Column::Practices | Column::Patients => number(cell).ok_or(messages::OWN_NUMBER),
        Column::Longitude | Column::Latitude => {
            if degrees(cell).is_some() {
                return Ok(Cow::Borrowed(cell));
            }
            // The decimal comma of other countries.
            let number = split_once(cell, b',').map(|(before, after)| [before, ".", after].concat());
            number.filter(|number| degrees(number).is_some()).map(Cow::Owned).ok_or(messages::DEGREES)
        }
        Column::Listed => Ok(Cow::Borrowed(if is_yes(cell) { "yes" } else { "no" })),
        Column::Website => web_address(cell).ok_or(messages::OWN_WEB_ADDRESS),
        Column::Icb => Ok(Cow::Borrowed(icb_name(cell))),
        Column::Aliases | Column::Source | Column::FormerNames | Column::Services | Column::MemberPractices
            if cell.contains(['\n', '|']) =>
        {
            Ok(Cow::Owned(cell.replace(['\n', '|'], ";")))
        }
        _ => Ok(Cow::Borrowed(cell)),
    }
}

/// The value of a cell that [`normalise`] rejects but that is partly valid, and the message about it. The cell itself
/// is shown too.
pub(super) fn normalise_loosely(column: Column, cell: &str) -> Option<(Cow<'_, str>, Message)> {
    match column {
        Column::CheckedOn | Column::EndedOn => read_date(cell, true).map(|date| (date, messages::MONTH_FIRST)),
        Column::Practices | Column::Patients => {
            count(cell).map(|(_, digits, _)| (Cow::Owned(digits), messages::MORE_THAN_NUMBER))
        }
        Column::Founded => year_within(cell).map(|year| (Cow::Owned(year), messages::MORE_THAN_YEAR)),
        Column::Website => address_within(cell).map(|address| (address, messages::MORE_THAN_ADDRESS)),
        _ => None,
    }
}

/// Whether a cell is a financial year such as `2011/12`. As a month it would be December.
fn is_financial_year(cell: &str) -> bool {
    let Some((first, second)) = split_once(cell, b'/') else { return false };
    first.len() == 4
        && second.len() == 2
        && whole_number(first).zip(whole_number(second)).is_some_and(|(first, second)| (first + 1) % 100 == second)
}

/// The year of `circa 2014` or `2014 (as a company)`, and the first one of `2015/16`.
fn year_within(cell: &str) -> Option<String> {
    let end = cell.find(['/', '-', '–']).unwrap_or(cell.len());
    let (_, digits, _) = count(cell.get(..end)?)?;
    (digits.len() == 4 && is_date(&digits, Exactness::Any)).then_some(digits)
}

/// An ISO 8601 date from formats such as `22/11/2026` (day first), `22 November 2026`, `22-Nov-26`, `Nov-26`, `2026`,
/// or `46348` (the day number of a spreadsheet).
pub(super) fn date(cell: &str) -> Option<Cow<'_, str>> {
    read_date(cell, false)
}

/// The same, with the month first if `is_month_first`.
fn read_date(cell: &str, is_month_first: bool) -> Option<Cow<'_, str>> {
    if is_date(cell, Exactness::Any) {
        return Some(Cow::Borrowed(cell));
    }
    // The time of day that spreadsheets and scripts add.
    if let Some((day, time)) = cell.split_at_checked(10)
        && time.starts_with(['T', ' '])
        && is_date(day, Exactness::Day)
    {
        return Some(Cow::Borrowed(day));
    }
    if let Some(day) = day_of_spreadsheet(cell) {
        return Some(day);
    }
    let mut parts = parts(cell, "/.- ,–\n");
    if parts.get(1) == Some(&"of") {
        parts.remove(1);
    }
    // A day of the week, and a time after a complete date.
    if parts.len() > 3 && place_of_three(b"montuewedthufrisatsun", parts[0]).is_some() {
        parts.remove(0);
    }
    if parts.len() > 3 && parts[3].contains(':') {
        parts.truncate(3);
    }
    let is_year = |part: &str| part.len() == 4 && whole_number(part).is_some();
    let is_named = |part: &str| part.len() > 2 && number_of_month(part).is_some();
    let (day, month, year) = match parts[..] {
        [year, month, day] if is_year(year) => (Some(day), month, year),
        [month, day, year] if is_named(month) || is_month_first => (Some(day), month, year),
        [day, month, year] => (Some(day), month, year),
        [year, month] if is_year(year) => (None, month, year),
        [month, year] => (None, month, year),
        _ => return None,
    };
    let month = number_of_month(month)?;
    let day = match day {
        Some(day) => whole_number(day.trim_end_matches(|c: char| c.is_ascii_alphabetic())).filter(|day| *day > 0)?,
        None => 0,
    };
    let mut iso = String::with_capacity(10);
    if year.len() == 2 {
        iso.push_str(if year < "50" { "20" } else { "19" });
    }
    iso.push_str(year);
    push_parts(&mut iso, month, day);
    is_date(&iso, Exactness::Any).then_some(Cow::Owned(iso))
}

/// Appends the month and, unless it is 0, the day to a year.
fn push_parts(iso: &mut String, month: u32, day: u32) {
    for part in [month, day].into_iter().take(1 + usize::from(day > 0)) {
        iso.push_str(if part < 10 { "-0" } else { "-" });
        push_number(iso, part);
    }
}

/// The day of `20311231`, or of the day number of a spreadsheet: from 30 December 1899, 20,000 (1954) to 80,000 (2119).
fn day_of_spreadsheet(cell: &str) -> Option<Cow<'_, str>> {
    let (days, time) = split_once(cell, b'.').unwrap_or((cell, ""));
    let number = whole_number(days).filter(|_| time.bytes().all(|byte| byte.is_ascii_digit()))?;
    let mut iso = String::with_capacity(10);
    if days.len() == 8 {
        push_number(&mut iso, number / 10_000);
        push_parts(&mut iso, number / 100 % 100, number % 100);
        return is_date(&iso, Exactness::Day).then_some(Cow::Owned(iso));
    }
    if !(20_000..80_000).contains(&number) {
        return None;
    }
    // Counted from 1 March 1900, so that the leap day is at the end of a year. 2100 is not a leap year, so add a day
    // after it.
    let days = number - 61 + u32::from(number > 73_109);
    let (years, day) = ((days * 4 + 3) / 1461, (days * 4 + 3) % 1461 / 4);
    let month = (day * 5 + 2) / 153;
    push_number(&mut iso, 1900 + years + u32::from(month > 9));
    push_parts(&mut iso, if month > 9 { month - 9 } else { month + 3 }, day - (month * 153 + 2) / 5 + 1);
    Some(Cow::Owned(iso))
}

/// `11`, `Nov`, `November`, `Sept`.
fn number_of_month(text: &str) -> Option<u32> {
    const MONTHS: &[u8; 36] = b"janfebmaraprmayjunjulaugsepoctnovdec";
    if text.len() <= 2 {
        return whole_number(text).filter(|month| *month > 0);
    }
    place_of_three(MONTHS, text).map(|at| at + 1)
}

/// The position of the text in a table of words, by its first 3 letters.
fn place_of_three(words: &[u8], text: &str) -> Option<u32> {
    let start = text.as_bytes().get(..3)?;
    let at = words.chunks(3).position(|word| start.eq_ignore_ascii_case(word))?;
    text.bytes().all(|byte| byte.is_ascii_alphabetic()).then_some(at as u32)
}

/// A date without its day.
fn month(cell: &str) -> Option<Cow<'_, str>> {
    Some(match date(cell)? {
        Cow::Borrowed(iso) => Cow::Borrowed(iso.get(..7).unwrap_or(iso)),
        Cow::Owned(iso) => Cow::Owned(iso.get(..7).unwrap_or(&iso).to_owned()),
    })
}

/// A whole number, from one with commas or spaces between the thousands, or with a unit after it.
fn number(cell: &str) -> Option<Cow<'_, str>> {
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
fn count(cell: &str) -> Option<(bool, String, &str)> {
    const ABOUT: [&str; 12] = [
        "c",
        "ca",
        "circa",
        "about",
        "around",
        "approx",
        "approximately",
        "nearly",
        "over",
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

/// An http or https address, from one that can be without `https://`. Nothing else must become a link, because
/// `javascript:` addresses run code.
fn web_address(cell: &str) -> Option<Cow<'_, str>> {
    if is_web_address(cell) {
        return Some(Cow::Borrowed(cell));
    }
    let host = cell.split(['/', '?', '#']).next()?;
    let is_host = host.contains('.') && !host.starts_with('.') && !host.contains([':', '@', ',']);
    let address = ["https://", cell].concat();
    (is_host && is_web_address(&address)).then_some(Cow::Owned(address))
}

/// The first address in a text: one that begins with `https://`, `http://` or `www.`, as in `[Our site](https://…)`.
fn address_within(cell: &str) -> Option<Cow<'_, str>> {
    for word in parts(cell, " \n<>()[]\"',;|") {
        let word = word.strip_suffix('.').unwrap_or(word);
        let is_host = word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
        if is_web_address(word) || is_host && word.bytes().filter(|&byte| byte == b'.').count() > 1 {
            return web_address(word);
        }
    }
    None
}

/// Adds the postcodes and districts of a list, in the usual format, to `postcodes`, and the letters of all of its
/// entries to `areas`. `None`, and nothing added, if one of them is neither.
pub(super) fn postcodes(cell: &str, postcodes: &mut String, areas: &mut String) -> Option<()> {
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
        if matches!(*word, "AND" | "UK") {
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

/// A board's name without the words that are in every board's name.
fn icb_name(cell: &str) -> &str {
    let mut name = without(cell, "NHS ", false).unwrap_or(cell);
    for words in [" ICB", " ICS", " Integrated Care Board", " Integrated Care System"] {
        name = without(name, words, true).unwrap_or(name);
    }
    name
}

/// The regions in a cell, and the entries that are not regions. "Unknown" is no region.
pub(super) fn regions(cell: &str) -> (RegionSet, Vec<&str>) {
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
        let mut name = entry;
        for words in ["NHS England", "NHSE", "NHS"] {
            name = without(name, words, false).unwrap_or(name);
        }
        for words in ["region", "commissioning"] {
            name = without(name, words, true).unwrap_or(name);
        }
        Region::parse(word(Column::Regions, name))
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

/// The text without these words at its start or end, and without the characters in between. `None` if it does not have
/// them.
fn without<'t>(text: &'t str, words: &str, is_end: bool) -> Option<&'t str> {
    let at = if is_end { text.len().checked_sub(words.len())? } else { words.len() };
    let (start, end) = text.split_at_checked(at)?;
    let (found, rest) = if is_end { (end, start) } else { (start, end) };
    let is_between = |c: char| matches!(c, '-' | '–' | '—' | ':' | '(' | ')') || c.is_whitespace();
    found.eq_ignore_ascii_case(words).then(|| rest.trim_matches(is_between))
}

/// Whether one of the words is typical of the names of organisations in general practice.
pub(super) fn is_organisation(words: &str) -> bool {
    const WORDS: &str = " federation federated federations alliance health healthcare care gp gps group ltd limited \
        cic llp partnership partners network collaborative consortium practice practices surgery medical medics \
        doctors services company primary association confederation community ";
    words.split(' ').any(|word| !word.is_empty() && strings::contains(WORDS, &[" ", word, " "].concat()))
}

/// Whether a cell about the number of practices has their names instead, and not "fourteen" or "various".
pub(super) fn are_names(cell: &str) -> bool {
    let is_list = cell.contains([';', '\n', '(']);
    if cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return is_list && is_organisation(&fold(cell)) && !is_count_of_practices(cell);
    }
    is_list || cell.contains(',') || is_organisation(&fold(cell))
}

/// Whether a cell about practices is their number, such as "12", "about 12 practices" or "10-12", and not their names.
pub(super) fn is_count_of_practices(cell: &str) -> bool {
    const WORDS: [&str; 10] =
        ["practice", "practices", "surgery", "surgeries", "gp", "about", "around", "c", "circa", "approximately"];
    let mut has_digit = false;
    for word in cell.split(|c: char| !c.is_alphanumeric()) {
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            has_digit |= !word.is_empty();
        } else if !WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            return false;
        }
    }
    has_digit
}

fn is_yes(cell: &str) -> bool {
    ["yes", "y", "true", "1"].iter().any(|yes| cell.eq_ignore_ascii_case(yes))
}

pub(super) type ValueAliases = (&'static str, &'static [&'static str]);

#[rustfmt::skip]
const STATUS_ALIASES: &[ValueAliases] = &[
    ("unconfirmed", &["not confirmed", "not known", "dormant"]),
    ("active", &["open", "current", "live", "operating", "operational", "trading", "ongoing", "still open", "still active", "yes", "y", "true", "1"]),
    ("ended", &[
        "closed", "defunct", "inactive", "not active", "no longer active", "dissolved", "merged", "ceased", "former",
        "disbanded", "wound up", "struck off", "terminated", "no longer operating", "no longer operational", "no longer trading",
        "no longer exists", "not operating", "not trading", "liquidation", "in liquidation", "liquidated", "closed down",
        "voluntary strike-off", "compulsory strike-off", "deregistered", "no", "n", "false", "0",
    ]),
];

#[rustfmt::skip]
const REGION_ALIASES: &[ValueAliases] = &[
    ("East of England", &["EoE", "E of E", "East", "Eastern", "East Anglia", "Y61"]),
    ("London", &["Greater London", "Y56"]),
    ("Midlands", &["The Midlands", "Mids", "East Midlands", "West Midlands", "Y60"]),
    ("North East and Yorkshire", &[
        "NEY", "NE", "Y & H", "NE & Yorks", "NE & Yorkshire", "Yorks and Humber", "North East & Yorks", "North East", "North East England", "Yorkshire",
        "Yorkshire and the Humber", "Yorkshire and Humber", "Yorkshire & Humber", "Yorkshire & the Humber", "Yorks", "Yorks & Humber", "Yorks & the Humber", "North East and Yorkshire and the Humber", "Y63",
    ]),
    ("North West", &["NW", "N West", "North West England", "North West of England", "Y62"]),
    ("South East", &["SE", "South East England", "South East of England", "Y59"]),
    ("South West", &["SW", "South West England", "South West of England", "Y58"]),
];

#[rustfmt::skip]
const LEGAL_FORM_ALIASES: &[ValueAliases] = &[
    ("community-interest-company", &["CIC", "Community interest company (CIC)", "Community interest co"]),
    ("limited-liability-partnership", &["LLP", "Limited liability partnership (LLP)"]),
    ("company-limited-by-guarantee", &[
        "Limited by guarantee", "CLG", "Ltd by guarantee", "Company limited by guarantee (CLG)",
        "Private company limited by guarantee", "Private limited company by guarantee",
    ]),
    ("company-limited-by-shares", &[
        "PLC", "Limited by shares", "CLS", "Ltd by shares", "Private company limited by shares", "Private limited company by shares",
        "Limited company by shares", "Ltd company by shares",
    ]),
    ("limited-company", &["Ltd", "Limited", "Ltd company", "Limited company (Ltd)", "Private limited company", "Private Ltd company"]),
    ("gp-partnership", &["Partnership", "General partnership", "Traditional partnership", "Partnership of GPs"]),
    ("charity", &[
        "Registered charity", "Charitable company", "Charitable trust", "CIO", "Charitable incorporated organisation",
        "Charitable incorporated organisation (CIO)",
    ]),
];

const REGION_BASIS_ALIASES: &[ValueAliases] =
    &[("stated", &["Stated by the source"]), ("inferred", &["Worked out from the place"]), ("unknown", &["Not known"])];

/// The values of a column with fixed values, each with its aliases.
pub(super) const fn value_aliases(column: Column) -> &'static [ValueAliases] {
    match column {
        Column::Status => STATUS_ALIASES,
        Column::Regions => REGION_ALIASES,
        Column::LegalForm => LEGAL_FORM_ALIASES,
        Column::RegionBasis => REGION_BASIS_ALIASES,
        _ => &[],
    }
}

/// The value for a cell. If it is not an alias, the cell itself.
fn word(column: Column, cell: &str) -> &str {
    if cell.is_empty() {
        return cell;
    }
    let is_it = |(_, others): &&ValueAliases| others.iter().any(|other| is_alike(other, cell));
    value_aliases(column).iter().find(is_it).map_or(cell, |(word, _)| word)
}

pub(super) fn status(cell: &str) -> Option<Status> {
    Status::parse(cell).or_else(|| Status::parse(word(Column::Status, cell)))
}

/// The status at the start of a cell, such as `Closed in March 2019`.
pub(super) fn status_of_first_word(cell: &str) -> Option<Status> {
    let first = *parts(cell, " ,;:(-/\n").first()?;
    // "No" can be the start of anything.
    status(first).filter(|_| first.len() > 3)
}

/// Whether a register states that it might strike the company off, as in `Active - Proposal to Strike off`. Until it
/// does, the company exists, but whether it is still active is not known.
pub(super) fn is_to_be_struck_off(cell: &str) -> bool {
    let text = fold(cell);
    let has = |words: &str| strings::contains(&text, words);
    has("first gazette") || has("propos") && (has("strike") || has("striking"))
}

/// The status from a cell about the end that answers "whether" and not "when". In a column "Closed", "yes" means ended.
pub(super) fn closed(cell: &str) -> Option<Status> {
    let status = status(cell)?;
    let is_answer = ["yes", "y", "true", "1", "no", "n", "false", "0"].iter().any(|answer| is_alike(answer, cell));
    Some(match status {
        Status::Active if is_answer => Status::Ended,
        Status::Ended if is_answer => Status::Active,
        status => status,
    })
}

pub(super) fn legal_form(cell: &str) -> Option<LegalForm> {
    LegalForm::parse(cell).or_else(|| LegalForm::parse(word(Column::LegalForm, cell)))
}

/// The legal form in a longer text, such as `CIC (limited by guarantee)`. `None` if it could be one of 2.
pub(super) fn legal_form_within(cell: &str) -> Option<LegalForm> {
    let text = fold(cell);
    let all = parts(&text, " ");
    let has = |words: &[&str]| words.iter().any(|word| all.contains(word));
    if cell.len() > 120 || has(&["or", "not", "and", "with", "plus", "to", "was"]) || cell.contains(['/', ';', '?']) {
        return None;
    }
    let forms: [(&[&str], LegalForm); 6] = [
        (&["cic", "interest"], LegalForm::CommunityInterestCompany),
        (&["llp", "liability"], LegalForm::LimitedLiabilityPartnership),
        (&["charity", "charitable", "cio"], LegalForm::Charity),
        (&["guarantee", "clg"], LegalForm::CompanyLimitedByGuarantee),
        (&["shares"], LegalForm::CompanyLimitedByShares),
        (&["ltd", "limited"], LegalForm::LimitedCompany),
    ];
    let form = forms.iter().find(|(words, _)| has(words))?.1;
    (form != LegalForm::LimitedCompany || !has(&["partnership"])).then_some(form)
}

/// Whether a cell about the legal form is the type of the organisation instead, such as "GP federation".
pub(super) fn is_type_of_body(cell: &str) -> bool {
    const WORDS: [&str; 7] = ["federation", "federations", "network", "networks", "pcn", "alliance", "collaborative"];
    parts(&fold(cell), " ").iter().any(|word| WORDS.contains(word))
}

pub(super) fn region_basis(cell: &str) -> Option<RegionBasis> {
    RegionBasis::parse(cell).or_else(|| RegionBasis::parse(word(Column::RegionBasis, cell)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn practices_are_counted_or_named() {
        for cell in ["12", "about 12 practices", "c. 12", "10-12", "1,204", "12 (2019)", "GP practices: 7"] {
            assert!(is_count_of_practices(cell), "{cell}");
        }
        for cell in ["", "Elm Practice", "Elm Practice; 12 High Street Surgery", "The Surgery", "100 Acre Surgery"] {
            assert!(!is_count_of_practices(cell), "{cell}");
        }
    }

    #[test]
    fn dates_are_read_as_a_british_excel_writes_them() {
        for (cell, iso) in [
            ("2026-11-22", "2026-11-22"),
            ("2026-11", "2026-11"),
            ("2026", "2026"),
            ("22/11/2026", "2026-11-22"),
            ("2/3/2016", "2016-03-02"),
            ("02.03.16", "2016-03-02"),
            ("22-Nov-26", "2026-11-22"),
            ("22 November 2026", "2026-11-22"),
            ("22nd Nov 2026", "2026-11-22"),
            ("Mar-16", "2016-03"),
            ("March 2016", "2016-03"),
            ("Sept 2016", "2016-09"),
            ("03/2016", "2016-03"),
            ("22/11/2026 00:00", "2026-11-22"),
            ("2026-11-22T09:30:00Z", "2026-11-22"),
            ("2026-11-22 00:00:00", "2026-11-22"),
            ("31-03-31", "2031-03-31"),
            ("1/4/49", "2049-04-01"),
            ("1/4/50", "1950-04-01"),
            ("31st of March, 2031", "2031-03-31"),
            ("Mon 31 Mar 2031", "2031-03-31"),
            ("March 31, 2031", "2031-03-31"),
            ("2031/3/31", "2031-03-31"),
            ("2031.03", "2031-03"),
            ("20310331", "2031-03-31"),
            ("2031-03-31T00:00:00.000+01:00", "2031-03-31"),
            ("31/03/2031 12:00:00 AM", "2031-03-31"),
            ("45747", "2025-03-31"),
            ("45747.5", "2025-03-31"),
            ("20000", "1954-10-03"),
            ("36585", "2000-02-29"),
            ("36586", "2000-03-01"),
            ("73109", "2100-02-28"),
            ("73110", "2100-03-01"),
            ("46022", "2025-12-31"),
            ("46023", "2026-01-01"),
        ] {
            assert_eq!(date(cell).as_deref(), Some(iso), "{cell}");
        }
        for cell in
            ["", "soon", "11/22/2026", "31/02/2026", "22/11", "1/2/3/4", "0/0/0", "22/0/2026", "Smarch 2016", "é"]
        {
            assert_eq!(date(cell), None, "{cell}");
        }
        for (cell, iso) in [("11/22/2026", Some("2026-11-22")), ("31/02/2026", None), ("13/13/2026", None)] {
            assert_eq!(read_date(cell, true).as_deref(), iso, "{cell}");
        }
        assert_eq!(month("1/7/2022").as_deref(), Some("2022-07"));
        assert_eq!(month("2022-07-01").as_deref(), Some("2022-07"));
    }

    #[test]
    fn numbers_may_have_thousands_separators() {
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
            ("10-12", None),
            ("10 to 12", None),
            ("12%", None),
            ("12th", None),
            ("Surgery 24", None),
            ("many", None),
        ] {
            let read = normalise_loosely(Column::Patients, cell).map(|(digits, _)| digits.into_owned());
            assert_eq!(read.as_deref(), expected, "{cell}");
        }
    }

    #[test]
    fn only_web_addresses_become_links() {
        for (cell, expected) in [
            ("https://example.org/a", Some("https://example.org/a")),
            ("www.example.org", Some("https://www.example.org")),
            ("example.nhs.uk/a?b", Some("https://example.nhs.uk/a?b")),
            ("javascript:alert(1)", None),
            ("JaVaScRiPt:alert(1)//example.org", None),
            ("data:text/html,<script>", None),
            ("//example.org", None),
            ("www,example.org", None),
            ("www.example,org", None),
            ("someone@example.org", None),
            ("mailto:someone@example.org", None),
            ("see notes", None),
            ("example.org/\"onclick=", None),
            ("..", None),
        ] {
            assert_eq!(web_address(cell).as_deref(), expected, "{cell}");
        }
        for (cell, expected) in [
            ("[Our site](https://example.org/a)", Some("https://example.org/a")),
            ("www.example.org; www.example.com", Some("https://www.example.org")),
            ("see http://example.org.", Some("http://example.org")),
            ("<a href=\"https://example.org\">us</a>", Some("https://example.org")),
            ("www.example .org", None),
            ("write to someone@example.org", None),
            ("javascript:alert(1)", None),
        ] {
            let read = normalise_loosely(Column::Website, cell).map(|(address, _)| address.into_owned());
            assert_eq!(read.as_deref(), expected, "{cell}");
        }
    }

    #[test]
    fn areas_boards_regions_and_words_are_read_as_written() {
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
        ] {
            assert_eq!(names(cell), Ok(vec![name]), "{cell}");
        }
        assert_eq!(names("North West | n/a"), Ok(vec!["North West"]));
        for (cell, form) in [
            ("Ltd by shares", Some(LegalForm::CompanyLimitedByShares)),
            ("CIC (limited by guarantee)", Some(LegalForm::CommunityInterestCompany)),
            ("Private company, limited by guarantee, no share capital", Some(LegalForm::CompanyLimitedByGuarantee)),
            ("LLP (2014)", Some(LegalForm::LimitedLiabilityPartnership)),
            ("Charitable company (registered)", Some(LegalForm::Charity)),
            ("CIC or Ltd", None),
            ("Limited partnership", None),
            ("guild", None),
        ] {
            assert_eq!(legal_form(cell).or_else(|| legal_form_within(cell)), form, "{cell}");
        }
        assert_eq!(status_of_first_word("Closed (March 2019)"), Some(Status::Ended));
        assert_eq!(status_of_first_word("No change"), None);
        for cell in ["Active - Proposal to Strike off", "proposed strike-off", "First Gazette notice"] {
            assert!(is_to_be_struck_off(cell), "{cell}");
        }
        for cell in ["Struck off", "Strike-off suspended", "We propose to go on", "Final Gazette"] {
            assert!(!is_to_be_struck_off(cell), "{cell}");
        }
        for (cell, year) in [
            ("2015/16", Some("2015")),
            ("2011/12", Some("2011")),
            ("1999/00", Some("1999")),
            ("circa 2014", Some("2014")),
            ("c.2014", Some("2014")),
            ("2013-2014", Some("2013")),
            ("2012 (as a company)", Some("2012")),
            ("31/02/2014", None),
            ("2014 to 2016", None),
            ("early on", None),
        ] {
            let whole = normalise(Column::Founded, cell);
            let read = normalise_loosely(Column::Founded, cell).map(|(year, _)| year.into_owned());
            assert!(whole.is_err() && read.as_deref() == year, "{cell}: {whole:?}, {read:?}");
        }
        for (cell, date) in [("2011-12", "2011-12"), ("2015/04", "2015-04"), ("12/2011", "2011-12"), ("2014", "2014")] {
            assert_eq!(normalise(Column::Founded, cell).as_deref(), Ok(date), "{cell}");
        }
        assert_eq!(normalise(Column::CheckedOn, "2011/12").as_deref(), Ok("2011-12"));
        for (cell, expected) in [
            ("Yes", Some(Status::Ended)),
            ("N", Some(Status::Active)),
            ("FALSE", Some(Status::Active)),
            ("1", Some(Status::Ended)),
            ("Open", Some(Status::Active)),
            ("Dissolved", Some(Status::Ended)),
            ("31/03/2020", None),
            ("", None),
        ] {
            assert_eq!(closed(cell), expected, "{cell}");
        }
        assert_eq!(status("No longer active"), Some(Status::Ended));
        assert_eq!(status("OPEN"), Some(Status::Active));
        assert_eq!(status("perhaps"), None);
        assert_eq!(legal_form("cic"), Some(LegalForm::CommunityInterestCompany));
        assert_eq!(region_basis("worked out from the place"), Some(RegionBasis::Inferred));
        for column in [Column::Status, Column::LegalForm, Column::RegionBasis] {
            for (word, _) in value_aliases(column) {
                let is_known = Status::parse(word).is_some() || LegalForm::parse(word).is_some();
                assert!(is_known || RegionBasis::parse(word).is_some(), "{word}");
            }
        }
    }

    #[test]
    fn what_is_no_text_is_taken_off() {
        for (cell, expected) in [
            ("plain", "plain"),
            ("'=1+1", "=1+1"),
            ("'tis", "'tis"),
            ("'-2", "-2"),
            ("a\r\nb\rc\td\0e\u{7f}", "a\nb\nc de"),
            ("\0", ""),
            ("A &amp; B", "A & B"),
            ("A &amp;lt; B", "A &lt; B"),
            ("St George&#39;s&nbsp;&#x2013; &ldquo;X&rdquo; &#146;", "St George's – “X” ’"),
            ("A & B; C &unheard; &;", "A & B; C &unheard; &;"),
            ("&#0;&#xFFFFFFFF;", "&#xFFFFFFFF;"),
            ("one<br>two<BR/>three", "one\ntwo\nthree"),
            ("<p class=\"x\">One</p><p>Two <b>bold</b></p>", "One\nTwo bold"),
            ("<script>x</script> <img src=x> a < b", "<script>x</script> <img src=x> a < b"),
            ("<b and c>", "<b and c>"),
            ("&lt;b&gt;", "<b>"),
            ("Hal\u{ad}ton\u{200b}\u{a0}GP", "Halton GP"),
            ("<p>n/a</p>", ""),
            ("&nbsp;", ""),
        ] {
            assert_eq!(sanitise(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn what_means_empty_is_empty() {
        let nothing = [
            "n/a",
            "N/A",
            "NA",
            "n.a.",
            "-",
            "--",
            "–",
            "—",
            ".",
            "?",
            "TBC",
            "(tbc)",
            "T.B.A.",
            "To be confirmed",
            "Unknown",
            "none",
            "NIL",
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#DIV/0!",
            "####",
            "null",
            "NULL",
            "undefined",
            "NaN",
            "N.K.",
            "Not applicable",
            " - ",
        ];
        for cell in nothing {
            assert_eq!(sanitise(cell), "", "{cell}");
        }
        for cell in
            ["Nantwich", "NA1", "A-", "0", "#1", "No", "Nathan", "Unknown Street Surgery", "#Health", "N/A until 2019"]
        {
            assert_eq!(sanitise(cell), cell);
        }
    }
}
