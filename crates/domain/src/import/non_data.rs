//! Rows of a table that are not federations: totals, sources, notes, headings of sections and a repeated header.

use super::column_aliases::KnownColumn;
use super::heading::has_word;
use super::normalise::{is_organisation, regions};
use crate::directory::column::Column;
use crate::search::fold;
use crate::strings::split_once;

/// The context that identifies such rows, in addition to their text.
#[derive(Default)]
pub(super) struct NonDataRows {
    /// The number of the row before, if it was a federation.
    last: u32,
    /// Whether the row before was not a federation.
    was_note: bool,
    /// The minimum number of cells in a row of the table.
    fewest: usize,
    /// The number of such rows so far.
    rows: u32,
}

/// The properties of a row that this module needs.
pub(super) struct RowSummary<'c> {
    pub(super) number: u32,
    /// The cell of the name.
    pub(super) name: &'c str,
    /// The first cell that is not empty.
    pub(super) first: &'c str,
    /// The number of cells that are not empty.
    pub(super) filled: usize,
    /// Whether all cells except the first contain only numbers.
    pub(super) are_numbers: bool,
    /// The number of columns in the table.
    pub(super) width: usize,
}

pub(super) const REPEATED: &str = "repeats the header";
const TOTAL: &str = "is a total, not a federation";
const NOTE: &str = "is a note, not a federation";
const SECTION: &str = "is the heading of a section, not a federation";

impl NonDataRows {
    /// The reason why the row is not a federation, if it is not.
    pub(super) fn reason(&mut self, row: &RowSummary<'_>) -> Option<&'static str> {
        let what = self.judge(row);
        self.was_note = what.is_some();
        self.last = row.number;
        if what.is_none() {
            self.fewest = if self.rows == 0 { row.filled } else { self.fewest.min(row.filled) };
            self.rows += 1;
        }
        what
    }

    fn judge(&self, row: &RowSummary<'_>) -> Option<&'static str> {
        let is_alone = row.filled == 1;
        // Nearly every row of a large file has more cells, and its name does not begin with any of these letters.
        let may_be_pair = row.filled <= 2 || row.are_numbers;
        if !may_be_pair {
            return None;
        }
        let words = fold(row.first);
        if is_total(&words, row) {
            return Some(TOTAL);
        }
        if row.filled > 2 {
            return None;
        }
        if is_announced(&words, row.first, is_alone) {
            return Some(NOTE);
        }
        if row.name.is_empty() || row.width == 1 {
            return None;
        }
        // `Region | London` above the federations of London.
        if !is_alone && row.name == row.first && is_of_place(row.name) {
            return Some(SECTION);
        }
        if !is_alone {
            return None;
        }
        let is_known = self.rows > 1 && self.fewest > 1;
        let is_letter = || is_known && words.len() == 1;
        let is_place = || (is_known || self.rows == 0) && (is_board(&words) || is_region(row.name));
        if is_letter() || is_place() {
            return Some(SECTION);
        }
        let is_marked = row.first.starts_with(['(', '*', '†', '‡', '§', '¹', '²', '³', '#']) || is_numbered(row.first);
        let is_apart = self.was_note || self.rows > 0 && row.number > self.last + 1;
        let is_sentence = is_sentence(&words);
        let is_note = is_marked && (is_sentence || !is_organisation(&words))
            || is_apart && is_known && (is_sentence || !is_organisation(&words));
        is_note.then_some(NOTE)
    }
}

/// Whether the text is a heading for places. This runs for each row with 2 cells, so it compares only a few spellings.
fn is_of_place(text: &str) -> bool {
    [Column::Regions, Column::Icb, Column::Covers, Column::Place]
        .iter()
        .any(|column| KnownColumn::of_column(*column).is_called(text))
}

fn is_board(words: &str) -> bool {
    [" icb", " ics", " integrated care board", " integrated care system"].iter().any(|end| words.ends_with(end))
}

fn is_region(text: &str) -> bool {
    matches!(regions(text), (regions, others) if regions.main().is_some() && others.is_empty())
}

fn is_total(words: &str, row: &RowSummary<'_>) -> bool {
    const TOTALS: &str = " total totals subtotal subtotals sum average mean median ";
    const OF: &str = " of number no count for all england federations federation practices patients rows records list ";
    const WHOLE: [&str; 6] = ["all", "all federations", "england", "national", "overall", "count"];
    let (mut first, mut rest) = split_once(words, b' ').unwrap_or((words, ""));
    if matches!(first, "grand" | "sub" | "overall" | "column") {
        (first, rest) = split_once(rest, b' ').unwrap_or((rest, ""));
    }
    let next = rest.split(' ').next().unwrap_or_default();
    // `Total Health Federation` is a federation, `Total of the federations` and `Total (75)` are not.
    let is_number = rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    has_word(TOTALS, first) && (is_number || first.starts_with("total") && has_word(OF, next) && !ends_as_name(rest))
        || row.filled > 1 && row.are_numbers && (words.ends_with(" total") || WHOLE.contains(&words))
}

/// Whether the words have a typical end of an organisation's name.
fn ends_as_name(words: &str) -> bool {
    const ENDS: &str = " ltd limited cic llp health healthcare alliance care ";
    has_word(ENDS, words.split(' ').fold("", |_, word| word))
}

/// Whether the text has a typical start of a note about a table.
fn is_announced(words: &str, text: &str, is_alone: bool) -> bool {
    const LABELS: &str = " source sources note notes data source data sources nb key disclaimer contact footnote footnotes \
        caveat caveats definitions definition last updated updated printed exported generated date created author owner \
        version status warning reference references copyright ";
    const DONE: &str = " printed exported generated produced prepared compiled downloaded extracted created published \
        updated retrieved last page report data correct ";
    const BY: &str = " on by from at in as to date updated refreshed modified reviewed run 1 2 3 ";
    let (label, is_label) = match split_once(text, b':') {
        Some((label, _)) => (fold(label), true),
        None => (words.to_owned(), false),
    };
    if has_word(LABELS, &label) && (is_label || !is_alone || matches!(&*label, "note" | "notes" | "source" | "sources"))
    {
        return true;
    }
    let mut parts = words.split(' ');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let is_count = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit());
    !ends_as_name(words) && has_word(DONE, first) && has_word(BY, second)
        || is_count && has_word(" rows row records record results items entries federations ", second)
        || is_alone
            && (text.starts_with(['©', '—', '='])
                || text.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'.' | b':' | b'+'))
                || has_word(" notes note ", first) && second.bytes().all(|byte| byte.is_ascii_digit())
                || matches!(
                    (first, second),
                    ("applied", "filters") | ("end", "of") | ("no", "filters") | ("nb" | "formerly" | "continued", _)
                ))
}

/// Whether the text begins with the number of a footnote: `(1)`, `[2]`.
fn is_numbered(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['(', '[']) else {
        return false;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0
}

/// Whether the words are more likely to be a sentence than a name.
fn is_sentence(words: &str) -> bool {
    const OF_SENTENCES: &str = " is are was were be been has have may not this these that which please only use includes \
        include excludes exclude excluding shown figures rounded see unless where when internal confidential sensitive \
        draft official updated provisional estimated than per it its their we our some any figure list table below above \
        by kept team contact maintained owned ";
    words.split(' ').filter(|word| has_word(OF_SENTENCES, word)).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(below: &mut NonDataRows, number: u32, cells: &[&str]) -> Option<&'static str> {
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let first = cells.iter().find(|cell| !cell.is_empty()).copied().unwrap_or_default();
        let is_number = |cell: &&str| cell.bytes().all(|byte| byte.is_ascii_digit() || b",.% ".contains(&byte));
        let are_numbers = cells.iter().filter(|cell| **cell != first).all(is_number);
        below.reason(&RowSummary { number, name: cells[0], first, filled, are_numbers, width: cells.len() })
    }

    #[test]
    fn rows_that_are_no_federations_are_told_from_those_that_are() {
        for (cells, expected) in [
            (&["Total", "", "75,000"][..], Some(TOTAL)),
            (&["TOTALS:", "2", "75,000"], Some(TOTAL)),
            (&["Grand total", "", ""], Some(TOTAL)),
            (&["Sub-total", "", "12"], Some(TOTAL)),
            (&["Total number of federations", "", "12"], Some(TOTAL)),
            (&["Total (2)", "", ""], Some(TOTAL)),
            (&["North West total", "", "12"], Some(TOTAL)),
            (&["Average", "", "12.5"], Some(TOTAL)),
            (&["Total Health Federation", "Leeds", "12"], None),
            (&["Total Health Federation", "", "12"], None),
            (&["Total Health Federation", "", ""], None),
            (&["Sum Health Ltd", "", ""], None),
            (&["Source: NHS England", "", ""], Some(NOTE)),
            (&["Sources", "NHS England", ""], Some(NOTE)),
            (&["Note 1", "", ""], Some(NOTE)),
            (&["Notes", "", ""], Some(NOTE)),
            (&["Last updated: 1 May 2026", "", ""], Some(NOTE)),
            (&["Printed on 1 May 2026", "", ""], Some(NOTE)),
            (&["Printed on", "01/05/2026", ""], Some(NOTE)),
            (&["Exported from SharePoint", "", ""], Some(NOTE)),
            (&["Page 1 of 2", "", ""], Some(NOTE)),
            (&["(75 rows affected)", "", ""], Some(NOTE)),
            (&["75 rows selected.", "", ""], Some(NOTE)),
            (&["Applied filters:\nRegion is London", "", ""], Some(NOTE)),
            (&["© NHS Example", "", ""], Some(NOTE)),
            (&["* figures are rounded", "", ""], Some(NOTE)),
            (&["† provisional", "", ""], Some(NOTE)),
            (&["(1) Figures exclude the federation's own staff", "", ""], Some(NOTE)),
            (&["-----", "", ""], Some(NOTE)),
            (&["London region", "", ""], Some(SECTION)),
            (&["Cheshire and Merseyside ICB", "", ""], Some(SECTION)),
            (&["H", "", ""], None),
            (&["Region", "London", ""], Some(SECTION)),
            (&["ICB:", "NHS Kent and Medway", ""], Some(SECTION)),
            (&["NHS Kent Federation", "", ""], None),
            (&["Region Health", "London", ""], None),
            (&["* Alpha GP Federation", "", ""], None),
            (&["Source Group Ltd", "", ""], None),
            (&["Source Group Ltd", "Leeds", ""], None),
            (&["Note Health CIC", "", ""], None),
            (&["Page Hall Medical", "", ""], None),
            (&["Data Care Ltd", "", ""], None),
            (&["1st Care", "", ""], None),
            (&["Fedbucks", "", ""], None),
            (&["London", "", ""], Some(SECTION)),
            (&["London", "Camden", "5"], None),
        ] {
            let mut below = NonDataRows::default();
            assert_eq!(judge(&mut below, 2, cells), expected, "{cells:?}");
        }
    }

    #[test]
    fn what_stands_apart_below_a_table_is_a_note() {
        let table = || {
            let mut below = NonDataRows::default();
            assert_eq!(judge(&mut below, 2, &["Fedbucks", "Aylesbury"]), None);
            assert_eq!(judge(&mut below, 3, &["Alpha Health", "Leeds"]), None);
            below
        };
        for (number, text, expected) in [
            (5, "NHS Example ICB, October 2026", Some(NOTE)),
            (4, "H", Some(SECTION)),
            (5, "Internal use only", Some(NOTE)),
            (5, "This list is kept by the primary care team", Some(NOTE)),
            (5, "Beta GP Federation", None),
            (4, "YorDales", None),
        ] {
            assert_eq!(judge(&mut table(), number, &[text, ""]), expected, "{text}");
        }
        let mut below = table();
        assert_eq!(judge(&mut below, 4, &["Total", "2"]), Some(TOTAL));
        assert_eq!(judge(&mut below, 5, &["Kept by hand", ""]), Some(NOTE));
        assert_eq!(judge(&mut below, 6, &["Gamma Health", "Sale"]), None);
    }
}
