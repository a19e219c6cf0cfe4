//! One cell: from what people and Excel write to what the directory keeps.

use std::borrow::Cow;

use super::spellings::is_alike;
use crate::directory::checks::{
    Exactness, degrees, has_icb_words, is_date, is_postcode_area, is_web_address, whole_number,
};
use crate::directory::column::Column;
use crate::directory::wants::{self, Want};
use crate::directory::{LegalForm, Region, RegionBasis, RegionSet, Status};
use crate::text::push_number;

/// The cell without what doesn't belong to its text: control characters, and the apostrophe that our own downloads and
/// careful people put before what a spreadsheet would take for a formula.
pub(super) fn clean(cell: &str) -> Cow<'_, str> {
    let guarded = |rest: &str| {
        matches!(rest.chars().next(), Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
    };
    let cell = cell.strip_prefix('\'').filter(|rest| guarded(rest)).unwrap_or(cell);
    if cell.bytes().all(|byte| byte >= b' ' && byte != 0x7F) {
        return Cow::Borrowed(cell);
    }
    let mut text = String::with_capacity(cell.len());
    let mut was_cr = false;
    for c in cell.chars() {
        match c {
            '\n' if was_cr => {}
            '\n' | '\r' => text.push('\n'),
            '\t' => text.push(' '),
            c if c < ' ' || c == '\u{7f}' => {}
            c => text.push(c),
        }
        was_cr = c == '\r';
    }
    Cow::Owned(text.trim().to_owned())
}

/// The cell of a column whose text is kept, as the directory keeps it. `cell` is clean and not empty.
pub(super) fn tidy(column: Column, cell: &str) -> Result<Cow<'_, str>, Want> {
    match column {
        Column::CheckedOn | Column::EndedOn => date(cell).ok_or(wants::OWN_DATE),
        Column::IcbAsOf => month(cell).ok_or(wants::OWN_DATE),
        Column::Practices | Column::Patients => number(cell).ok_or(wants::OWN_NUMBER),
        Column::Longitude | Column::Latitude => {
            Some(Cow::Borrowed(cell)).filter(|_| degrees(cell).is_some()).ok_or(wants::DEGREES)
        }
        Column::Website => web_address(cell).ok_or(wants::OWN_WEB_ADDRESS),
        Column::PostcodeAreas => postcode_areas(cell).ok_or(wants::OWN_POSTCODE_AREAS),
        Column::Icb => Ok(Cow::Borrowed(board(cell))),
        Column::Aliases | Column::Source if cell.contains(['\n', '|']) => {
            Ok(Cow::Owned(cell.replace(['\n', '|'], ";")))
        }
        _ => Ok(Cow::Borrowed(cell)),
    }
}

/// A date as ISO 8601 writes it: of `22/11/2026` (the day first), `22 November 2026`, `22-Nov-26`, `Nov-26`, `2026`…
pub(super) fn date(cell: &str) -> Option<Cow<'_, str>> {
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
    let mut parts = cell.split(['/', '.', '-', ' ', ',']).filter(|part| !part.is_empty());
    let (one, two, three) = (parts.next()?, parts.next(), parts.next());
    // What follows a whole date may be a time.
    if let Some(rest) = parts.next()
        && (!rest.contains(':') || parts.next().is_some())
    {
        return None;
    }
    let (day, month, year) = match (one, two, three) {
        (day, Some(month), Some(year)) => (Some(day), month, year),
        (month, Some(year), None) => (None, month, year),
        _ => return None,
    };
    let month = number_of_month(month)?;
    let day = day.map_or(Some(0), |day| whole_number(day.trim_end_matches(|c: char| c.is_ascii_alphabetic())))?;
    let mut iso = String::with_capacity(10);
    if year.len() == 2 {
        iso.push_str("20");
    }
    iso.push_str(year);
    for part in [month, day].into_iter().take(1 + usize::from(day > 0)) {
        iso.push_str(if part < 10 { "-0" } else { "-" });
        push_number(&mut iso, part);
    }
    is_date(&iso, Exactness::Any).then_some(Cow::Owned(iso))
}

/// `11`, `Nov`, `November`, `Sept`.
fn number_of_month(text: &str) -> Option<u32> {
    const MONTHS: &[u8; 36] = b"janfebmaraprmayjunjulaugsepoctnovdec";
    if text.len() <= 2 {
        return whole_number(text).filter(|month| *month > 0);
    }
    let is_it = |month: &&[u8]| text.as_bytes().get(..3).is_some_and(|start| start.eq_ignore_ascii_case(month));
    let at = MONTHS.chunks(3).position(|month| is_it(&month))?;
    text.bytes().all(|byte| byte.is_ascii_alphabetic()).then_some(at as u32 + 1)
}

/// A date without its day.
fn month(cell: &str) -> Option<Cow<'_, str>> {
    Some(match date(cell)? {
        Cow::Borrowed(iso) => Cow::Borrowed(iso.get(..7).unwrap_or(iso)),
        Cow::Owned(iso) => Cow::Owned(iso.get(..7).unwrap_or(&iso).to_owned()),
    })
}

/// A whole number, of one with commas or spaces between the thousands.
fn number(cell: &str) -> Option<Cow<'_, str>> {
    let cell = cell.strip_suffix(".0").or_else(|| cell.strip_suffix(".00")).unwrap_or(cell);
    if whole_number(cell).is_some() {
        return Some(Cow::Borrowed(cell));
    }
    let mut groups = cell.split([',', ' ', '\u{a0}', '\u{202f}']);
    let first = groups.next()?;
    let are_thousands = matches!(first.len(), 1..=3) && groups.all(|group| group.len() == 3);
    let digits: String = cell.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    (are_thousands && whole_number(&digits).is_some()).then_some(Cow::Owned(digits))
}

/// An http or https address, of one that may be written without `https://`. Nothing else may become a link:
/// `javascript:` runs.
fn web_address(cell: &str) -> Option<Cow<'_, str>> {
    if is_web_address(cell) {
        return Some(Cow::Borrowed(cell));
    }
    let host = cell.split(['/', '?', '#']).next()?;
    let is_host = host.contains('.') && !host.starts_with('.') && !host.contains([':', '@']);
    let address = ["https://", cell].concat();
    (is_host && is_web_address(&address)).then_some(Cow::Owned(address))
}

/// The letters that begin postcodes, of a list of areas, districts or whole postcodes.
fn postcode_areas(cell: &str) -> Option<Cow<'_, str>> {
    let mut areas = String::new();
    for entry in cell.split([';', ',', '/', '\n', ' ']).map(str::trim).filter(|entry| !entry.is_empty()) {
        // The second half of a postcode.
        if entry.starts_with(|c: char| c.is_ascii_digit()) && !areas.is_empty() {
            continue;
        }
        let letters = entry.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (area, rest) = entry.split_at_checked(letters)?;
        let area = area.to_ascii_uppercase();
        let is_rest = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit());
        if !is_postcode_area(&area) || !is_rest || !rest.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        if !areas.split("; ").any(|other| other == area) {
            areas.push_str(if areas.is_empty() { "" } else { "; " });
            areas.push_str(&area);
        }
    }
    Some(Cow::Owned(areas))
}

/// A board's name without the words that every board's name has.
fn board(cell: &str) -> &str {
    let mut name = cell;
    while has_icb_words(name) {
        let shorter = name.strip_prefix("NHS ").unwrap_or(name);
        let shorter = shorter.strip_suffix("Integrated Care Board").unwrap_or(shorter);
        let shorter = shorter.strip_suffix("ICB").unwrap_or(shorter).trim();
        if shorter.is_empty() || shorter.len() == name.len() {
            return name;
        }
        name = shorter;
    }
    name
}

/// The regions that a cell names, of which "unknown" is none; the entry that is none of them, if there is one.
pub(super) fn regions(cell: &str) -> Result<RegionSet, &str> {
    let mut regions = RegionSet::UNKNOWN;
    // Nearly every cell of a large file is one region, spelled as we print it.
    if let Some(region) = Region::ALL.iter().find(|region| region.name() == cell) {
        regions.insert(*region);
        return Ok(regions);
    }
    for entry in cell.split([';', ',', '/', '\n']).map(str::trim).filter(|entry| !entry.is_empty()) {
        let name = ["NHS England", "NHS"].iter().find_map(|words| entry.strip_prefix(words)).unwrap_or(entry);
        let name = name.trim_matches(|c: char| c == '-' || c == '–' || c == ':' || c.is_whitespace());
        let name = name.strip_suffix("region").or_else(|| name.strip_suffix("Region")).unwrap_or(name);
        match Region::parse(name) {
            Some(region) => regions.insert(region),
            None if ["unknown", "not known", "n/a", "-", "none"].iter().any(|no| entry.eq_ignore_ascii_case(no)) => {}
            None => return Err(entry),
        }
    }
    Ok(regions)
}

pub(super) type Words = (&'static str, &'static [&'static str]);

const STATUS_WORDS: &[Words] = &[
    ("active", &["open", "current", "live", "operating", "trading", "yes", "y", "true"]),
    (
        "defunct",
        &[
            "closed",
            "ended",
            "inactive",
            "not active",
            "no longer active",
            "dissolved",
            "merged",
            "ceased",
            "former",
            "disbanded",
            "no",
            "n",
            "false",
        ],
    ),
];

const LEGAL_FORM_WORDS: &[Words] = &[
    ("community-interest-company", &["CIC"]),
    ("limited-liability-partnership", &["LLP"]),
    ("company-limited-by-guarantee", &["Limited by guarantee", "CLG"]),
    ("company-limited-by-shares", &["Limited by shares", "Private company limited by shares"]),
    ("limited-company", &["Ltd", "Limited", "Private limited company"]),
    ("gp-partnership", &["Partnership", "General partnership"]),
    ("charity", &["Registered charity", "Charitable company", "CIO", "Charitable incorporated organisation"]),
];

const REGION_BASIS_WORDS: &[Words] =
    &[("stated", &["Stated by the source"]), ("inferred", &["Worked out from the place"]), ("unknown", &["Not known"])];

/// The words of a column that has a fixed few, each with others that are read as it.
pub(super) const fn words(column: Column) -> &'static [Words] {
    match column {
        Column::Status => STATUS_WORDS,
        Column::LegalForm => LEGAL_FORM_WORDS,
        Column::RegionBasis => REGION_BASIS_WORDS,
        _ => &[],
    }
}

/// The word that the cell is read as; itself if it is none of the others.
fn word(column: Column, cell: &str) -> &str {
    if cell.is_empty() {
        return cell;
    }
    let is_it = |(_, others): &&Words| others.iter().any(|other| is_alike(other, cell));
    words(column).iter().find(is_it).map_or(cell, |(word, _)| word)
}

pub(super) fn status(cell: &str) -> Option<Status> {
    Status::parse(cell).or_else(|| Status::parse(word(Column::Status, cell)))
}

pub(super) fn legal_form(cell: &str) -> Option<LegalForm> {
    LegalForm::parse(cell).or_else(|| LegalForm::parse(word(Column::LegalForm, cell)))
}

pub(super) fn region_basis(cell: &str) -> Option<RegionBasis> {
    RegionBasis::parse(cell).or_else(|| RegionBasis::parse(word(Column::RegionBasis, cell)))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(date(cell).as_deref(), Some(iso), "{cell}");
        }
        for cell in
            ["", "soon", "11/22/2026", "31/02/2026", "22/11", "1/2/3/4", "0/0/0", "22/0/2026", "Smarch 2016", "é"]
        {
            assert_eq!(date(cell), None, "{cell}");
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
            ("130\u{a0}000", Some("130000")),
            ("14.0", Some("14")),
            ("1,3", None),
            ("1,30,000", None),
            (",130", None),
            ("c. 30", None),
            ("-3", None),
            ("99,999,999,999", None),
        ] {
            assert_eq!(number(cell).as_deref(), expected, "{cell}");
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
            ("someone@example.org", None),
            ("mailto:someone@example.org", None),
            ("see notes", None),
            ("example.org/\"onclick=", None),
            ("..", None),
        ] {
            assert_eq!(web_address(cell).as_deref(), expected, "{cell}");
        }
    }

    #[test]
    fn areas_boards_regions_and_words_are_read_as_written() {
        for (cell, expected) in [
            ("WA; L", Some("WA; L")),
            ("wa, l", Some("WA; L")),
            ("WA7 2ES", Some("WA")),
            ("WA7/WA8/L24", Some("WA; L")),
            ("WAR", None),
            ("7", None),
            ("W7-x", None),
        ] {
            assert_eq!(postcode_areas(cell).as_deref(), expected, "{cell}");
        }
        for (cell, expected) in [
            ("NHS Cheshire and Merseyside ICB", "Cheshire and Merseyside"),
            ("Sussex Integrated Care Board", "Sussex"),
            ("Sussex", "Sussex"),
            ("ICB", "ICB"),
            ("NHS ICB", "NHS ICB"),
        ] {
            assert_eq!(board(cell), expected, "{cell}");
        }
        let names = |cell| regions(cell).map(|set| set.iter().map(Region::name).collect::<Vec<_>>());
        assert_eq!(names("NHS England – North West Region"), Ok(vec!["North West"]));
        assert_eq!(names("south-east / London"), Ok(vec!["South East", "London"]));
        assert_eq!(names("Not known"), Ok(vec![]));
        assert_eq!(names("London; Cheshire"), Err("Cheshire"));
        assert_eq!(status("No longer active"), Some(Status::Defunct));
        assert_eq!(status("OPEN"), Some(Status::Active));
        assert_eq!(status("perhaps"), None);
        assert_eq!(legal_form("cic"), Some(LegalForm::CommunityInterestCompany));
        assert_eq!(region_basis("worked out from the place"), Some(RegionBasis::Inferred));
        for column in [Column::Status, Column::LegalForm, Column::RegionBasis] {
            for (word, _) in words(column) {
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
        ] {
            assert_eq!(clean(cell), expected, "{cell:?}");
        }
    }
}
