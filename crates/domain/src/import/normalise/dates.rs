//! Dates, months and years, as people and spreadsheets write them.

use std::borrow::Cow;

use super::numbers::count;
use crate::directory::checks::{Exactness, is_date, whole_number};
use crate::fold::fold;
use crate::strings::{self, parts, push_number, split_once};

/// An ISO 8601 date from formats such as `22/11/2026` (day first), `22 November 2026`, `22-Nov-26`, `Nov-26`, `2026`,
/// or `46348` (the day number of a spreadsheet).
pub(in crate::import) fn date(cell: &str) -> Option<Cow<'_, str>> {
    read_date(cell, false)
}

/// The same, with the month first if `is_month_first`.
pub(super) fn read_date(cell: &str, is_month_first: bool) -> Option<Cow<'_, str>> {
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
    let mut parts = parts(cell, "/.- ,–\n'’");
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
    let number = whole_number(days).filter(|_| strings::is_digits(time))?;
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
pub(super) fn month(cell: &str) -> Option<Cow<'_, str>> {
    Some(match date(cell)? {
        Cow::Borrowed(iso) => Cow::Borrowed(iso.get(..7).unwrap_or(iso)),
        Cow::Owned(iso) => Cow::Owned(iso.get(..7).unwrap_or(&iso).to_owned()),
    })
}

/// Whether a cell is a financial year such as `2011/12`. As a month it would be December.
pub(super) fn is_financial_year(cell: &str) -> bool {
    let Some((first, second)) = split_once(cell, b'/') else { return false };
    first.len() == 4
        && second.len() == 2
        && whole_number(first).zip(whole_number(second)).is_some_and(|(first, second)| (first + 1) % 100 == second)
}

/// The date before a remark, as in `March 2019 (merged)`, at the end, as in `Closed 19th June 1998`, or else the last year in
/// the text, as in `Q1 2019`. Texts such as `no, still open in 2024` have none.
pub(super) fn date_within(cell: &str) -> Option<Cow<'_, str>> {
    let end = cell.find(['(', ';', '?']).or_else(|| strings::find(cell, " - ")).unwrap_or(cell.len());
    let before = cell.get(..end)?.trim();
    if let Some(date) = date(before) {
        return Some(date);
    }
    let words = fold(cell);
    let mut year = "";
    for word in words.split(' ') {
        if matches!(word, "no" | "not" | "never" | "open" | "active" | "still" | "ongoing" | "current") {
            return None;
        }
        if word.len() == 4 && strings::is_digits(word) && ("1950".."2050").contains(&word) && word > year {
            year = word;
        }
    }
    // After a bracket or a semicolon, a date is about something else.
    let all = if cell.contains(['(', ';']) { "" } else { &*words };
    let last = [&*fold(before), all].iter().find_map(|words| date_at_end(words));
    last.or_else(|| is_date(year, Exactness::Any).then(|| year.to_owned())).map(Cow::Owned)
}

/// The date in the last words, with at least a month.
fn date_at_end(words: &str) -> Option<String> {
    let (rest, year) = strings::rsplit_once(words, b' ')?;
    let (before, month) = strings::rsplit_once(rest, b' ').unwrap_or(("", rest));
    let day = before.rsplit(' ').next().unwrap_or_default();
    let found = date(&[day, " ", month, " ", year].concat()).map(Cow::into_owned);
    // A day that does not exist might have the wrong month, and the number of a quarter or a financial year is none.
    let is_month_alone =
        !day.bytes().any(|byte| byte.is_ascii_digit()) && month.starts_with(|c: char| c.is_ascii_alphabetic());
    let found = found.or_else(|| date(&[month, " ", year].concat()).filter(|_| is_month_alone).map(Cow::into_owned));
    found.filter(|date| ("1950".."2050").contains(&&**date))
}

/// The year of `circa 2014` or `2014 (as a company)`, and the first one of `2015/16`.
pub(super) fn year_within(cell: &str) -> Option<String> {
    let end = cell.find(['/', '-', '–']).unwrap_or(cell.len());
    let (_, digits, _) = count(cell.get(..end)?)?;
    (digits.len() == 4 && is_date(&digits, Exactness::Any)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_british_excel_formats_are_parsed() {
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
        for (cell, iso) in [
            ("Closed 19th May 1997", Some("1997-05-19")),
            ("Closed on 31/03/2019", Some("2019-03-31")),
            ("Dissolved March 2019 (merged)", Some("2019-03")),
            ("Yes - 1 April 2021", Some("2021-04-01")),
            ("Merged with 3 others Sept 2019", Some("2019-09")),
            ("Wound up 2019-04-01", Some("2019-04-01")),
            ("Closed in 2018 or 2019", Some("2019")),
            ("Closed 31 June 2018", Some("2018")),
            ("Closed quarter 4 2018", Some("2018")),
            ("Merged into Elm Health (founded 1 April 2015)", Some("2015")),
            ("00/01/1900", None),
            ("Vote of 20th of that month in 2012", Some("2012")),
            ("On the 19th", None),
        ] {
            assert_eq!(date_within(cell).as_deref(), iso, "{cell}");
        }
        assert_eq!(month("1/7/2022").as_deref(), Some("2022-07"));
        assert_eq!(month("2022-07-01").as_deref(), Some("2022-07"));
    }
}
