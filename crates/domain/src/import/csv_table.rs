//! The columns of a table: what each of them is about, and the cells of a row in them.

use std::borrow::Cow;

use super::MAX_COLUMNS;
use super::column_aliases::KnownColumn;
use super::column_role::ColumnRole;
use super::header::Header;
use super::heading::{self, Known, folded_heading};
use super::members;
use super::normalise::{self, sanitise};
use super::record_builder::RecordBuilder;
use super::report::{ColumnMapping, ImportReport};
use super::row_check::Cells;
use crate::directory::checks::whole_number;
use crate::directory::column::{COLUMNS, Column};
use crate::directory::csv_reader::{CsvRow, MAX_CELL_LEN};
use crate::directory::messages::{self, Message};
use crate::directory::{Scope, details};
use crate::strings::{self, parts, push_number};

/// The label of remarks beside the table.
const NO_HEADING: &str = "Other information";

/// The columns of a table.
pub(super) struct Table {
    /// The role of each column.
    pub(super) places: Vec<ColumnRole>,
    /// The number of cells in the header's row.
    count: usize,
    /// Whether there is a space between a separator and the next cell.
    is_spaced: bool,
    /// Whether a row has had fewer cells than the header, as programs write rows whose last cells are empty.
    was_short: bool,
    /// The number of the label of remarks beside the table, once there has been one.
    remarks: Option<usize>,
}

impl Table {
    /// A table with this header, which was just read as `row`. Adds the meanings of the columns to the report.
    pub(super) fn new(
        header: &Header,
        row: &CsvRow<'_>,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Self {
        let headings = &header.headings;
        let width = (0..headings.len()).rev().find(|&at| !headings[at].is_empty()).map_or(0, |last| last + 1);
        let mut places = vec![ColumnRole::Ignored; width];
        if row.count > row.len() || (MAX_COLUMNS..row.len()).any(|at| !row.cell(at).is_empty()) {
            let mut problem = String::from("The header has ");
            problem.push_str(&crate::format::format_number(row.count as u32));
            problem.push_str(" columns");
            const _: () = assert!(MAX_COLUMNS == 500, "it is in the message");
            let fix = "Use no more than 500. Extra columns are not read";
            report.add(Scope::Cell, row.number, "", "", Message { problem, fix });
        }
        let mut taken = [false; COLUMNS];
        taken[Column::Name as usize] = true;
        if let Some(place) = places.get_mut(header.name) {
            *place = ColumnRole::Known(KnownColumn::NAME);
        }
        let known: Vec<_> = headings.iter().map(|heading| heading::read(heading)).collect();
        // A column's own name has priority over aliases, whatever the order of the columns.
        for weight in 0..=heading::MAX_WEIGHT {
            for (place, known) in places.iter_mut().zip(&known) {
                if let Some(known) =
                    known.filter(|known| known.weight == weight && matches!(place, ColumnRole::Ignored))
                    && !std::mem::replace(&mut taken[known.meaning.column() as usize], true)
                {
                    *place = ColumnRole::Known(known.meaning);
                }
            }
        }
        join_numbered(headings, &mut places);
        for at in 0..width {
            use_later(headings, &known, &mut places, at);
        }
        if !taken[Column::Status as usize] {
            answers_of_end(headings, &known, &mut places);
        }
        for (at, place) in places.iter_mut().enumerate() {
            let mut heading = sanitise(&headings[at]).into_owned();
            // What pandas writes above an index.
            if at == 0 && heading.starts_with("Unnamed:") {
                heading.clear();
            }
            if matches!(place, ColumnRole::Ignored) && !heading.is_empty() {
                let group = header.groups.get(at).map_or("", String::as_str);
                // `Contact: Name`, if there are two columns called Name.
                let needs_group = !group.is_empty() && (header.rows > 1 || known[at].is_some());
                let label = if needs_group { [group, ": ", &heading].concat() } else { heading.clone() };
                *place = ColumnRole::Extra(records.label(&label));
            }
            let column = if let ColumnRole::Known(meaning) = place { Some(meaning.name()) } else { None };
            let label = if let ColumnRole::Extra(label) = place { Some(*label) } else { None };
            report.columns.push(ColumnMapping { heading, column, is_left_out: false, label });
            report.redecoded(row.number, at, row.cell(at));
        }
        heading::report_typos(headings, row.number, members::is_about_member, report);
        let is_spaced = (1..row.len()).any(|at| row.has_space_before(at));
        Self { places, count: row.count.max(headings.len()), is_spaced, was_short: false, remarks: None }
    }

    /// The cells of a row, by column. Those of other columns are added to the details. `None` if the row is left out, which
    /// is reported.
    pub(super) fn read_row<'s>(
        &mut self,
        row: &CsvRow<'s>,
        is_end: bool,
        headings: &[String],
        details: &mut String,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Option<Cells<'s>> {
        let is_long = self.is_long(row);
        if !self.check_width(row, is_long, is_end, report) {
            return None;
        }
        let count = if is_long { row.len().min(MAX_COLUMNS) } else { self.places.len() };
        let cells = self.cells(row, count, headings, details, records, report);
        if is_long {
            self.report_unread(row, count, report);
        }
        Some(cells)
    }

    /// Whether there is something beyond the last column.
    fn is_long(&self, row: &CsvRow<'_>) -> bool {
        let width = self.places.len();
        row.count > width && ((width..row.len()).any(|at| !row.cell(at).is_empty()) || row.count > row.len())
    }

    /// Reports a row with more or fewer cells than the header. Returns `false` if its cells are probably not in the right
    /// columns. `is_end` means that no end of line came after it.
    fn check_width(&mut self, row: &CsvRow<'_>, is_long: bool, is_end: bool, report: &mut ImportReport) -> bool {
        let width = self.places.len();
        let is_short = row.count < width;
        let is_split = is_long && row.count > self.count && is_split(row, &self.places, self.is_spaced);
        // One cell with the commas of all.
        let is_wrapped = is_short && row.count == 1 && parts(row.cell(0), ",;\t|").len() == width;
        if is_split || is_wrapped || is_short && is_end && !self.was_short {
            report.rows += 1;
            report.skipped_rows += 1;
            let fix = if is_wrapped {
                "Remove the quotation marks around the whole row"
            } else if is_split {
                "Put quotation marks around any cell that contains a comma or other separator"
            } else {
                "The file ends in the middle of this row. Save it again"
            };
            report.add(Scope::Row, row.number, "", "", Message { problem: widths(row, width), fix });
            return false;
        }
        self.was_short |= is_short;
        if is_short {
            let fix = if is_end {
                "Check if the file is complete, because it ends with this row. If it is, add the missing cells"
            } else {
                "Check if a line break splits this row. If not, add the missing cells"
            };
            report.add(Scope::Note, row.number, "", "", Message { problem: widths(row, width), fix });
        }
        if is_long && row.count > self.count && !row.cell(width).is_empty() {
            let fix = "Put quotation marks around any cell that contains a comma or other separator, or give each column a heading";
            report.add(Scope::Note, row.number, "", row.cell(width), Message { problem: widths(row, width), fix });
        }
        true
    }

    /// The first `count` cells of a row.
    fn cells<'s>(
        &mut self,
        row: &CsvRow<'s>,
        count: usize,
        headings: &[String],
        details: &mut String,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Cells<'s> {
        let mut cells: Cells<'s> = [const { Cow::Borrowed("") }; COLUMNS];
        for at in 0..count {
            let cell = text_of(row, at, report);
            if cell.is_empty() {
                continue;
            }
            let label = match self.places.get(at).copied().unwrap_or(ColumnRole::Ignored) {
                ColumnRole::Known(meaning) => {
                    add_text(&mut cells[meaning.column() as usize], cell);
                    continue;
                }
                ColumnRole::Extra(label) => label,
                // The running numbers of an index, such as that of R and pandas.
                ColumnRole::Ignored
                    if is_count(&cell) && (at == 0 || headings.get(at).is_some_and(|heading| heading == "#")) =>
                {
                    continue;
                }
                ColumnRole::Ignored => *self.remarks.get_or_insert_with(|| records.label(NO_HEADING)),
            };
            details::push(details, label, &sanitise(&cell));
        }
        cells
    }

    /// Reports the cells after the first `count` of a row, if there is something in them.
    fn report_unread(&self, row: &CsvRow<'_>, count: usize, report: &mut ImportReport) {
        if row.count > row.len() || row.count > count && (count..row.len()).any(|at| !row.cell(at).is_empty()) {
            report.ignored_cells += 1;
            const _: () = assert!(MAX_COLUMNS == 500, "it is in the message");
            let fix = "Use no more than 500 columns. Extra cells are not read";
            let problem = widths(row, self.places.len());
            report.add(Scope::Cell, row.number, "", "", Message { problem, fix });
        }
    }
}

/// The text of a cell. Empty if it is too long, which is reported.
fn text_of<'s>(row: &CsvRow<'s>, at: usize, report: &mut ImportReport) -> Cow<'s, str> {
    let cell = row.cell(at);
    // If several cells are cut, each has nearly the maximum length.
    if row.cut.is_some() && cell.len() + 4 > MAX_CELL_LEN || row.cut == Some(at) {
        let column = report.columns.get(at).map_or(String::new(), |column| column.heading.clone());
        report.ignored_cells += 1;
        report.add(Scope::Cell, row.number, column, cell, messages::TOO_LONG);
        return Cow::Borrowed("");
    }
    report.redecoded(row.number, at, cell).map_or(Cow::Borrowed(cell), Cow::Owned)
}

/// Adds the text of another column with the same meaning to a cell, such as `Practice 2` to `Practice 1`.
fn add_text<'s>(cell: &mut Cow<'s, str>, text: Cow<'s, str>) {
    if cell.is_empty() {
        *cell = text;
    } else {
        let mut all = sanitise(cell).into_owned();
        strings::join(&mut all, "; ", &mut [&*sanitise(&text)].into_iter());
        *cell = Cow::Owned(all);
    }
}

/// Whether the row has more cells than the header because a cell was cut in two, and not because of a remark beside it.
fn is_split(row: &CsvRow<'_>, places: &[ColumnRole], is_spaced: bool) -> bool {
    if row.cell(places.len()).is_empty() {
        return false;
    }
    for at in 0..row.len() {
        // A comma in a text is followed by a space, and a comma in a number by 3 digits.
        let is_cut = !is_spaced && row.has_space_before(at) || is_thousand(row.cell(at.wrapping_sub(1)), row.cell(at));
        if at > 0 && is_cut {
            return true;
        }
        if let Some(ColumnRole::Known(meaning)) = places.get(at)
            && !row.cell(at).is_empty()
            && is_odd(meaning.column(), row.cell(at))
        {
            return true;
        }
    }
    false
}

fn is_count(cell: &str) -> bool {
    cell.len() < 5 && strings::is_digits(cell)
}

fn is_thousand(before: &str, after: &str) -> bool {
    matches!(before.len(), 1..=3) && after.len() == 3 && strings::is_digits(before) && strings::is_digits(after)
}

/// Whether the cell is clearly not a value of its column.
fn is_odd(column: Column, cell: &str) -> bool {
    match column {
        Column::Regions => !normalise::regions(cell).1.is_empty(),
        Column::Status => normalise::status(cell).is_none(),
        Column::LegalForm => normalise::legal_form(cell).is_none(),
        column => normalise::normalise(column, cell).is_err(),
    }
}

/// `This row has 3 cells but the header has 5`
fn widths(row: &CsvRow<'_>, width: usize) -> String {
    let mut problem = String::from("This row has ");
    push_number(&mut problem, row.count as u32);
    problem.push_str(if row.count == 1 { " cell but the header has " } else { " cells but the header has " });
    push_number(&mut problem, width as u32);
    problem
}

/// If 2 columns are about the end, such as "End date" and "Closed", the one whose heading does not ask for a day states
/// whether it has ended, which is a status.
fn answers_of_end(headings: &[String], known: &[Option<Known>], places: &mut [ColumnRole]) {
    let is_of_end = |at: &usize| known[*at].is_some_and(|known| known.meaning == KnownColumn::ENDED_ON);
    let is_day =
        |at: usize| parts(&folded_heading(&headings[at]), " ").iter().any(|word| matches!(*word, "date" | "on"));
    let is_first = |at: &usize| matches!(places[*at], ColumnRole::Known(KnownColumn::ENDED_ON));
    let is_other = |at: &usize| is_of_end(at) && matches!(places[*at], ColumnRole::Ignored);
    let (Some(first), Some(other)) = ((0..places.len()).find(is_first), (0..places.len()).find(is_other)) else {
        return;
    };
    if !is_day(other) {
        places[other] = ColumnRole::Known(KnownColumn::STATUS);
    } else if !is_day(first) {
        places[first] = ColumnRole::Known(KnownColumn::STATUS);
        places[other] = ColumnRole::Known(KnownColumn::ENDED_ON);
    }
}

/// `Practice 1`, `Practice 2` and so on, or `Practice 1 name`, are all member practices.
fn join_numbered(headings: &[String], places: &mut [ColumnRole]) {
    const MEMBERS: ColumnRole = ColumnRole::Known(KnownColumn::of_column(Column::MemberPractices));
    let mut numbered = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let words = folded_heading(&headings[at]);
        let numbered_word = words.strip_suffix(" name").unwrap_or(&words);
        let (word, number) = strings::rsplit_once(numbered_word, b' ').unwrap_or_default();
        let is_numbered = number.len() < 4
            && strings::is_digits(number)
            && matches!(word, "practice" | "member practice" | "gp practice" | "member" | "surgery");
        if is_numbered {
            numbered.push(at);
        } else if *place == MEMBERS {
            return;
        }
    }
    if numbered.len() > 1 {
        for at in numbered {
            places[at] = MEMBERS;
        }
    }
}

/// Of `Practices 2019` and `Practices 2023`, the later one is used.
fn use_later(headings: &[String], known: &[Option<Known>], places: &mut [ColumnRole], at: usize) {
    let year = |at: usize| {
        let words = folded_heading(&headings[at]);
        let mut year = None;
        if ["plan", "project", "forecast", "target", "expect"].iter().any(|word| strings::contains(&words, word)) {
            return year;
        }
        for word in parts(&words, " ") {
            year = year.max(whole_number(word).filter(|_| word.len() == 4));
        }
        year
    };
    if let Some(known_here) = known[at]
        && matches!(known_here.meaning.column(), Column::Practices | Column::Patients)
        && matches!(places[at], ColumnRole::Ignored)
        && let Some(other) = places
            .iter()
            .position(|place| matches!(place, ColumnRole::Known(meaning) if *meaning == known_here.meaning))
        && year(other).is_some_and(|other| year(at) > Some(other))
    {
        places.swap(at, other);
    }
}
