//! Rows of a table that are not federations: totals, sources, notes, headings of sections and a repeated header.

use super::column_aliases::KnownColumn;
use super::normalise::{date, is_organisation, regions, status_of_word};
use super::rows_without::RowsWithout;
use crate::directory::checks::is_web_address;
use crate::directory::column::Column;
use crate::fold::fold;
use crate::strings::{self, has_word, split_once};

/// The context that identifies such rows, in addition to their text.
#[derive(Default)]
pub(super) struct NonDataRows {
    /// The number of the row before, if it was a federation.
    last: u32,
    /// Whether the row before was not a federation, or had only a number in front of it.
    was_note: bool,
    /// The number of rows with more than one cell, and of those with only a name.
    full: u32,
    only_name: u32,
    /// The number of such rows so far.
    pub(super) rows: u32,
    /// The rows that have only a name, and not an organisation's.
    pub(super) bare: RowsWithout,
}

/// The properties of a row that this module needs.
pub(super) struct RowSummary<'c> {
    pub(super) number: u32,
    /// The cell of the name.
    pub(super) name: &'c str,
    /// Whether it has no name, but a member of a federation.
    pub(super) has_member: bool,
    /// The first cell that is not empty.
    pub(super) first: &'c str,
    /// The number of cells that are not empty.
    pub(super) filled: usize,
    /// Whether all cells except the first and the name contain only numbers.
    pub(super) are_numbers: bool,
    /// Whether the cell of the name or of the member is [a total](is_whole_total).
    pub(super) is_total: bool,
    /// Whether all cells draw a line, or number the columns of the table below its header.
    pub(super) is_ruler: bool,
    /// The number of columns in the table.
    pub(super) width: usize,
}

pub(super) const REPEATED: &str = "repeats the header";
pub(super) const TOTAL: &str = "is a total, not a federation";
const NOTE: &str = "is a note, not a federation";
pub(super) const SECTION: &str = "is the heading of a section, not a federation";

impl NonDataRows {
    /// The reason why the row is not a federation, if it is not.
    pub(super) fn reason(&mut self, row: &RowSummary<'_>) -> Option<&'static str> {
        let what = self.judge(row);
        // An index goes on below the table.
        let is_index = row.filled == 1 && row.name.is_empty() && is_number(row.first);
        self.was_note = what.is_some() || is_index;
        self.last = row.number;
        if what.is_none() {
            self.full += u32::from(row.filled > 1);
            self.only_name += u32::from(row.filled == 1 && !row.name.is_empty());
            self.rows += 1;
        }
        what
    }

    /// Whether this row does not follow a federation's row.
    pub(super) fn is_apart(&self, number: u32) -> bool {
        self.was_note || self.rows > 0 && number > self.last + 1
    }

    fn judge(&mut self, row: &RowSummary<'_>) -> Option<&'static str> {
        let is_alone = row.filled == 1;
        if row.is_total {
            return Some(TOTAL);
        }
        if row.is_ruler || self.rows == 0 && row.filled > 1 && is_instruction(row.name, &fold(row.name)) {
            return Some(NOTE);
        }
        // Nearly every row of a large file has more cells, and its name does not begin with any of these letters.
        let may_be_pair = row.filled <= 2 || row.are_numbers;
        if !may_be_pair {
            return None;
        }
        let label = row.label();
        let words = fold(label);
        if is_total(label, &words, row) {
            return Some(TOTAL);
        }
        // A subtotal of the rows below or above.
        if row.filled > 1 && row.are_numbers && may_be_region(&words) && is_region(row.name) {
            return Some(SECTION);
        }
        if row.filled > 2 {
            return None;
        }
        if is_alone && row.width > 1 && is_labelled_section(label) {
            return Some(SECTION);
        }
        // `GP@Hand` is the name of a practice.
        let is_handle = label.contains('@') && !label.contains('.');
        if is_announced(&words, label, is_alone)
            || is_alone && (!row.name.is_empty() || row.has_member && !is_handle) && is_remark(label, &words, row.width)
        {
            return Some(NOTE);
        }
        if row.width == 1 {
            return None;
        }
        // `Region | London` above the federations of London.
        if !is_alone && row.name == label && is_of_place(row.name) {
            return Some(SECTION);
        }
        if is_alone { self.judge_alone(row, &words) } else { None }
    }

    /// The same for a row with only one cell.
    fn judge_alone(&mut self, row: &RowSummary<'_>, words: &str) -> Option<&'static str> {
        let is_known = self.is_known();
        let has_name = !row.name.is_empty();
        if has_name && (is_known && words.len() == 1 || self.is_section(row.name, words)) {
            return Some(SECTION);
        }
        let is_marked = row.first.starts_with(['(', '*', '†', '‡', '§', '¹', '²', '³', '#']) || is_numbered(row.first);
        let is_unlike = !is_organisation(words) || is_sentence(words);
        let is_apart = is_known && self.is_apart(row.number);
        // A number beside the names can be an index.
        let is_text = has_name || row.first.bytes().any(|byte| byte.is_ascii_alphabetic());
        let is_plain_sentence = is_known && is_sentence(words) && !is_organisation(words);
        if is_text
            && (is_unlike && (is_marked || is_apart) || is_apart && words.ends_with(" team") || is_plain_sentence)
        {
            return Some(NOTE);
        }
        // `Former federations`
        let is_plural = words.ends_with("federations") || words.starts_with("federations ");
        if has_name && is_plural && (is_known || self.rows == 0) {
            return Some(SECTION);
        }
        if is_unlike && has_name {
            self.bare.add(row.number);
        }
        None
    }

    /// Whether enough rows have more than a name, so that a row with only a name is unusual.
    const fn is_known(&self) -> bool {
        self.full > 1 && self.only_name * 4 <= self.full
    }

    /// Whether the name in a row of its own is that of a region, a board or a status.
    fn is_section(&self, name: &str, words: &str) -> bool {
        // `Midlands (12)`
        let name = match strings::rsplit_once(name, b'(') {
            Some((before, count))
                if !count.is_empty() && strings::is_digits(count.strip_suffix(')').unwrap_or("-")) =>
            {
                before.trim()
            }
            _ => name,
        };
        is_region(name) || status_of_word(name).is_some() || (self.is_known() || self.rows == 0) && is_board(words)
    }
}

impl<'c> RowSummary<'c> {
    /// The cell that says what the row is: the name, if there are only numbers before it, and otherwise the first cell.
    fn label(&self) -> &'c str {
        if self.name.is_empty() || !is_number(self.first) { self.first } else { self.name }
    }
}

/// Whether the cell has nothing but a number.
pub(super) fn is_number(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'%' | b' '))
}

/// Whether the cell is nothing but a word for a total, so that the row is one whatever is beside it.
pub(super) fn is_whole_total(cell: &str) -> bool {
    // This runs for each row.
    cell.len() < 16
        && matches!(cell.as_bytes(), [b't' | b'T' | b'g' | b'G' | b's' | b'S' | b'a' | b'A', ..])
        && matches!(
            &*fold(cell),
            "total" | "totals" | "grand total" | "subtotal" | "sub total" | "all pcns" | "all practices" | "all sites"
        )
}

/// Whether the text is a heading and a value, such as `Region: Midlands` or `Status: closed`.
fn is_labelled_section(text: &str) -> bool {
    let Some((label, value)) = split_once(text, b':') else { return false };
    let value = value.trim();
    !value.is_empty() && (is_of_place(label) || KnownColumn::STATUS.is_called(label) && status_of_word(value).is_some())
}

/// Whether the text in a row of its own is a remark wherever that row is: a date, an address, a label with a value, or a
/// sentence.
fn is_remark(text: &str, words: &str, width: usize) -> bool {
    let is_one_word = !text.contains(' ');
    let is_address = is_one_word && (text.contains('@') || is_web_address(text) || text.starts_with("www."));
    // `2014 Health` is a name, and `2014` might be one.
    if is_address || !is_number(text) && date(text).is_some() {
        return true;
    }
    // A list of names is short of other signs.
    if width == 1 {
        return false;
    }
    let is_labelled = text.contains(['@', '=']) || strings::contains(text, ": ");
    let last = words.rsplit(' ').next().unwrap_or_default();
    let is_long = words.bytes().filter(|&byte| byte == b' ').count() > 3;
    is_labelled && !is_organisation(words)
        || text.ends_with('.') && (is_sentence(words) || is_long && !is_organisation(last))
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

/// Whether the first and the last word are those of a region. [`is_region`] would take too long for each row.
fn may_be_region(words: &str) -> bool {
    const WORDS: &str = " east eastern england london greater midlands mids west north yorkshire south nhs region ";
    let first = words.split(' ').next().unwrap_or_default();
    has_word(WORDS, first) && has_word(WORDS, words.rsplit(' ').next().unwrap_or_default())
}

fn is_total(label: &str, words: &str, row: &RowSummary<'_>) -> bool {
    const TOTALS: &str = " total totals subtotal subtotals sum average mean median ";
    const OF: &str = " of number no count for all england federations federation practices patients rows records list ";
    let (mut first, mut rest) = split_once(words, b' ').unwrap_or((words, ""));
    if matches!(first, "grand" | "sub" | "overall" | "column") {
        (first, rest) = split_once(rest, b' ').unwrap_or((rest, ""));
    }
    let next = rest.split(' ').next().unwrap_or_default();
    // `Total Health Federation` is a federation, `Total of the federations` and `Total (75)` are not.
    let is_number = rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    if has_word(TOTALS, first) && (is_number || first.starts_with("total") && has_word(OF, next) && !ends_as_name(rest))
    {
        return true;
    }
    // `London total`, also without numbers.
    if words.strip_suffix(" total").is_some_and(|region| may_be_region(region) && is_region(region)) {
        return true;
    }
    // `Number of federations: 5`
    let value = split_once(label, b':').map_or("", |(_, value)| value.trim());
    let has_value = !value.is_empty() && self::is_number(value);
    let words = if has_value { words.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ') } else { words };
    (has_value || row.filled > 1 && row.are_numbers) && is_label_of_total(words)
}

/// Whether the words are those of a total if numbers are beside them.
fn is_label_of_total(words: &str) -> bool {
    const WHOLE: [&str; 6] = ["all", "all federations", "england", "national", "overall", "count"];
    let is_total_of = words.strip_prefix("total ").is_some_and(|rest| !is_organisation(rest));
    // `Alder Health Count`, as Excel calls the subtotals of names.
    words.ends_with(" total")
        || words.ends_with(" count")
        || words.ends_with(" subtotal")
        || words.ends_with(" sub total")
        || WHOLE.contains(&words)
        || words.starts_with("no of ")
        || words.starts_with("number of ")
        || is_total_of
}

/// Whether the words tell people what to enter below a heading, or give an example.
fn is_instruction(text: &str, words: &str) -> bool {
    has_word(" enter please ", words.split(' ').next().unwrap_or_default())
        || text.starts_with("e.g")
        || text.starts_with("E.g")
        || matches!(words, "text" | "free text" | "string")
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
        updated retrieved last page report data correct accurate provided supplied ";
    const BY: &str = " on by from at in as to date updated refreshed modified reviewed run 1 2 3 ";
    const OF_DATA: &str = " data list lists size sizes figures information practice practices patient patients ";
    const FOR: &str = " any more further queries questions information details corrections changes updates help internal \
        official reference the ";
    const MARKINGS: &str = " official official-sensitive draft confidential ";
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
    let is_count = !first.is_empty() && strings::is_digits(first);
    let last = words.rsplit(' ').next().unwrap_or_default();
    // `Data correct as at 1 April`, `Prepared by Alder Health`
    let mut before = "";
    let (mut is_done, mut is_made) = (false, false);
    for word in words.split(' ') {
        is_done |= has_word(DONE, before) && has_word(BY, word) || before == "as" && matches!(word, "at" | "of");
        is_made = is_done && before.ends_with("ed") && matches!(word, "by" | "from");
        if is_done || !before.is_empty() && !has_word(OF_DATA, before) {
            break;
        }
        before = word;
    }
    // `Source NHS England` and `Contact the team with changes`, but not `Source Health`.
    let third = parts.next();
    let is_addressed = third.is_some()
        && (has_word(" source contact please ", first) && !is_organisation(second)
            || first == "for" && has_word(FOR, second))
        && !is_organisation(last);
    let is_version = matches!(text.as_bytes(), [b'v' | b'V', digits @ ..]
        if !digits.is_empty() && digits.iter().all(|&byte| byte == b'.' || byte.is_ascii_digit()));
    is_made
        || !ends_as_name(words) && is_done
        || is_count && has_word(" rows row records record results items entries federations ", second)
        || is_alone
            && (text.starts_with(['©', '—', '='])
                || text.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b'.' | b':' | b'+'))
                || has_word(" notes note version ", first) && strings::is_digits(second)
                || is_addressed
                || is_count && third.is_none() && has_word(" practices pcns sites ", second)
                || is_dated(words, text)
                || has_word(MARKINGS, &text.to_ascii_lowercase())
                || is_version
                || has_word(" practices federations ", first)
                    && !ends_as_name(words)
                    && has_word(" in marked shown with highlighted that which ", second)
                || matches!(
                    (first, second),
                    ("applied", "filters") | ("end", "of") | ("no", "filters") | ("nb" | "formerly" | "continued", _)
                ))
}

/// Whether the text ends in a date and what is before that is not a name: `Updated April 2026`.
fn is_dated(words: &str, text: &str) -> bool {
    if text.ends_with(')') || !words.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut before = words;
    for count in 1..4 {
        let Some((rest, word)) = strings::rsplit_once(before, b' ') else { return false };
        if count == 1 && word.len() != 4 {
            return false;
        }
        before = rest;
        if count > 1 && words.get(before.len() + 1..).is_some_and(|end| date(end).is_some()) {
            return !is_organisation(before.rsplit(' ').next().unwrap_or_default());
        }
    }
    false
}

/// Whether the text begins with the number or letter of a footnote: `(1)`, `[a]`.
fn is_numbered(text: &str) -> bool {
    matches!(text.as_bytes(), [b'(' | b'[', mark, rest @ ..]
        if mark.is_ascii_digit() || mark.is_ascii_alphabetic() && matches!(rest.first(), Some(b')' | b']')))
}

/// Whether the words are more likely to be a sentence than a name.
fn is_sentence(words: &str) -> bool {
    const OF_SENTENCES: &str = " is are was were be been has have may not this these that which please only use includes \
        include excludes exclude excluding shown figures rounded see unless where when internal confidential sensitive \
        draft official updated provisional estimated than per it its their we our some any figure list table below above \
        by kept team contact maintained owned a an no ";
    words.split(' ').filter(|word| has_word(OF_SENTENCES, word)).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(below: &mut NonDataRows, number: u32, cells: &[&str]) -> Option<&'static str> {
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let first = cells.iter().find(|cell| !cell.is_empty()).copied().unwrap_or_default();
        let is_number = |cell: &&str| cell.bytes().all(|byte| byte.is_ascii_digit() || b",.% ".contains(&byte));
        let is_total = is_whole_total(cells[0]);
        let are_numbers = cells.iter().filter(|cell| **cell != first).all(is_number);
        let width = cells.len();
        below.reason(&RowSummary {
            number,
            name: cells[0],
            first,
            filled,
            are_numbers,
            is_total,
            is_ruler: false,
            has_member: false,
            width,
        })
    }

    #[test]
    fn non_data_rows_are_distinguished_from_federations() {
        for (cells, expected) in [
            (&["Total", "", "75,000"][..], Some(TOTAL)),
            (&["TOTALS:", "2", "75,000"], Some(TOTAL)),
            (&["Grand total", "", ""], Some(TOTAL)),
            (&["Sub-total", "", "12"], Some(TOTAL)),
            (&["Total number of federations", "", "12"], Some(TOTAL)),
            (&["Total (2)", "", ""], Some(TOTAL)),
            (&["North West total", "", "12"], Some(TOTAL)),
            (&["Average", "", "12.5"], Some(TOTAL)),
            (&["Grand total:", "Kent", "12"], Some(TOTAL)),
            (&["All PCNs", "Kent", "12"], Some(TOTAL)),
            (&["Alder Health Count", "2", ""], Some(TOTAL)),
            (&["Grand Count", "", "4"], Some(TOTAL)),
            (&["Viscount Health", "", "4"], None),
            (&["All Saints Health", "Kent", "12"], None),
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
            (&["London", "", "5"], Some(SECTION)),
            (&["Former federations", "", ""], Some(SECTION)),
            (&["No. of federations", "", "5"], Some(TOTAL)),
            (&["[a] Estimate", "", ""], Some(NOTE)),
            (&["* Not a company", "", ""], Some(NOTE)),
            (&["(A) Health Federation", "", ""], None),
            (&["Enter the full name", "The town", ""], Some(NOTE)),
            (&["e.g. Alpha Health", "Leeds", "5"], Some(NOTE)),
            (&["Enterprise Health", "Leeds", "5"], None),
            (&["Text", "Text", "Number"], Some(NOTE)),
            (&["Data correct as at 31/03/2026", "", ""], Some(NOTE)),
            (&["List sizes as at 1 April 2026", "", ""], Some(NOTE)),
            (&["As of April", "", ""], Some(NOTE)),
            (&["Patient figures supplied by the board", "", ""], Some(NOTE)),
            (&["Source NHS England", "", ""], Some(NOTE)),
            (&["Contact the commissioning office for changes", "", ""], Some(NOTE)),
            (&["Next review April 2027", "", ""], Some(NOTE)),
            (&["Reviewed 1 April 2026", "", ""], Some(NOTE)),
            (&["v1.2", "", ""], Some(NOTE)),
            (&["OFFICIAL-SENSITIVE", "", ""], Some(NOTE)),
            (&["Practices in red have closed", "", ""], Some(NOTE)),
            (&["4 practices", "", ""], Some(NOTE)),
            (&["Prepared by Alder Primary Care", "", ""], Some(NOTE)),
            (&["Data provided by Elm Health", "", ""], Some(NOTE)),
            (&["As One Health", "", ""], None),
            (&["Updated Care Health", "", ""], None),
            (&["Correct Care Ltd", "", ""], None),
            (&["Contact Health CIC", "", ""], None),
            (&["For Patients Federation", "", ""], None),
            (&["Source Care Partnership", "", ""], None),
            (&["Practices Together", "", ""], None),
            (&["4 Practices Federation", "", ""], None),
            (&["Contact Health Kent", "", ""], None),
            (&["For Better Health Together", "", ""], None),
            (&["For any queries email the team", "", ""], Some(NOTE)),
            (&["V2 Healthcare Ltd", "", ""], None),
            (&["Practices in Partnership Ltd", "", ""], None),
            (&["Vale Health 2020", "", ""], None),
            (&["Alder Health April 2026", "", ""], None),
            (&["Elm GPs (closed March 2019)", "", ""], None),
        ] {
            let mut below = NonDataRows::default();
            assert_eq!(judge(&mut below, 2, cells), expected, "{cells:?}");
        }
    }

    #[test]
    fn separate_text_below_a_table_is_a_note() {
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
            (4, "This list is not complete", Some(NOTE)),
            (4, "Figures are rounded", Some(NOTE)),
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
