//! Reading a table: rows of cells in, records out.

use super::MAX_ROWS;
use super::column_aliases::is_example;
use super::csv_table::Table;
use super::header::Header;
use super::heading::{self, NameColumn, folded_heading};
use super::members::{Members, Parts};
use super::no_header::no_name;
use super::non_data::{self, NonDataRows};
use super::normalise;
use super::record_builder::{MemberCell, RecordBuilder};
use super::report::ImportReport;
use crate::directory::checks::whole_number;
use crate::directory::csv_reader::{CsvReader, CsvRow};
use crate::directory::messages::{self, Message};
use crate::directory::{Diagnostic, Scope};
use crate::strings;

/// Reads rows of cells.
pub(super) struct CsvRecords {
    sheet: CsvReader,
    header: Option<Header>,
    /// The row that is most likely to be the header, if none was found.
    guess: (u32, Vec<String>),
    /// Present once the header has been read.
    table: Option<Table>,
    below: NonDataRows,
    /// The number of the problem of a heading of a section, if no federation is below it.
    section: Option<usize>,
    details: String,
    /// The columns about members, if there is a row per member.
    parts: Option<Parts>,
    members: Option<Members>,
}

impl CsvRecords {
    pub(super) fn new(separator: u8, header: Option<Header>, guess: (u32, Vec<String>), parts: Option<Parts>) -> Self {
        let sheet = CsvReader::forgiving(separator);
        let (table, below, details) = (None, NonDataRows::default(), String::new());
        Self { sheet, header, guess, table, below, section: None, details, parts, members: None }
    }

    /// Hands over the records that need the end of the file. Returns whether none are left.
    pub(super) fn finish(&mut self, budget: usize, records: &mut RecordBuilder, report: &mut ImportReport) -> bool {
        self.members.as_mut().is_none_or(|members| members.finish(budget, records, report))
    }

    /// The number of bytes before the current position that must be kept.
    pub(super) fn since(&self) -> usize {
        self.sheet.since()
    }

    /// Reads up to `budget` rows from `text`, starting at `at`. Returns whether all of it has been read.
    pub(super) fn step(
        &mut self,
        (text, at): (&str, &mut usize),
        budget: usize,
        is_last: bool,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> bool {
        for _ in 0..budget {
            if report.rows >= MAX_ROWS {
                return false;
            }
            let all = text.get(*at..).unwrap_or_default();
            let mut rest = all;
            let is_read = self.sheet.read(&mut rest);
            *at = text.len() - rest.len();
            if is_read {
                self.row(all, records, report, false);
            } else if let Some(back) = self.sheet.go_back(is_last) {
                *at -= back;
            } else if rest.is_empty() {
                break;
            }
        }
        if *at < text.len() {
            return false;
        }
        if is_last {
            if self.sheet.go_back(true).map(|back| *at -= back).is_some() {
                return false;
            }
            let was_quoted = self.sheet.is_quoted();
            let was_within = self.sheet.is_within_row();
            if was_within && self.sheet.finish() {
                if was_quoted {
                    let row = self.sheet.row("");
                    let fix = "Add a closing quotation mark, or type it twice if it is part of the text. Rows after this one were not read";
                    let value = row.cell(row.len().saturating_sub(1));
                    report.rows += 1;
                    report.skipped_rows += 1;
                    let message = Message { problem: "A quotation mark is not closed", fix };
                    report.add(Scope::File, row.number, "", value, message);
                } else {
                    self.row("", records, report, true);
                }
            }
            if let Some(section) = self.section.and_then(|section| report.problems.get_mut(section)) {
                section.fix = LEAVE_NOTE.into();
            }
            let NonDataRows { bare, rows, .. } = std::mem::take(&mut self.below);
            if bare.rows > 2 && bare.rows * 2 < rows {
                bare.report("", ["", messages::ROWS_WITH_NAME, messages::HEADINGS_OF_SECTIONS], report);
            }
            if self.table.is_none() {
                let (row, headings) = &self.guess;
                let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
                report.add(Scope::File, *row, "", "", no_name(Some(*row), &headings));
            }
            return self.finish(budget, records, report);
        }
        true
    }

    /// Processes the row that was just read from `all`. `is_end` means that no end of line came after it.
    fn row(&mut self, all: &str, records: &mut RecordBuilder, report: &mut ImportReport, is_end: bool) {
        let row = self.sheet.row(all);
        // Ctrl+Z, with which old programs end a file.
        if row.count == 1 && row.cell(0) == "\u{1a}" {
            return;
        }
        if self.sheet.is_repaired() {
            let fix =
                "Add a closing quotation mark, or type it twice if it is part of the text. The row was read without it";
            let message = Message { problem: "A quotation mark is not closed", fix };
            report.add(Scope::Note, row.number, "", "", message);
        }
        let Some(header) = &self.header else {
            return;
        };
        let Some(table) = &mut self.table else {
            if row.number == header.row {
                let table = self.table.insert(Table::new(header, &row, records, report));
                self.members = self.parts.and_then(|parts| Members::new(parts, &table.places, records.today(), report));
            }
            return;
        };
        if row.number < header.row + header.rows {
            return;
        }
        let is_apart = self.below.is_apart(row.number);
        if let Some(problem) = no_federation(header, self.parts, &mut self.below, &row, table.places.len()) {
            skip_non_data(&row, problem, report);
            if problem == non_data::SECTION {
                let is_it = |last: &&Diagnostic| last.row == row.number;
                self.section = report.problems.last().filter(is_it).map(|_| report.problems.len() - 1);
            }
            return;
        }
        if is_apart && is_header(&row, header) {
            report.add(Scope::File, row.number, "", row.cell(header.name), messages::OTHER_TABLE);
            self.header = None;
            return;
        }
        self.section = None;
        self.details.clear();
        let cells = table.read_row(&row, is_end, &header.headings, &mut self.details, records, report);
        let Some(cells) = cells else {
            return;
        };
        match &mut self.members {
            Some(members) => members.add(row.number, &cells, &self.details, report),
            None => records.add(row.number, cells, MemberCell::Written, &self.details, report),
        }
    }
}

/// Reports a row that is not a federation.
fn skip_non_data(row: &CsvRow<'_>, problem: &'static str, report: &mut ImportReport) {
    let filled = || (0..row.len()).map(|at| row.cell(at)).filter(|cell| !cell.is_empty());
    // The label of a total can be to the right of its numbers.
    let label = filled().find(|cell| problem == non_data::TOTAL && non_data::is_whole_total(cell));
    let label = label.or_else(|| filled().find(|cell| !non_data::is_number(cell)));
    let value = label.or_else(|| filled().next()).unwrap_or_default();
    report.rows += 1;
    report.skipped_rows += 1;
    let fix = if problem == non_data::SECTION {
        "The rows below do not get this heading. If the heading is their region or status, add a column for it"
    } else {
        LEAVE_NOTE
    };
    report.add(Scope::Row, row.number, "", value, Message { problem, fix });
}

/// What to do about a row that is not a federation.
const LEAVE_NOTE: &str = "You do not need to do anything. Remove it from the file if you want a report without it";

/// The reason why the row is not a federation.
fn no_federation(
    header: &Header,
    parts: Option<Parts>,
    below: &mut NonDataRows,
    row: &CsvRow<'_>,
    width: usize,
) -> Option<&'static str> {
    let name = row.cell(header.name);
    // It has its own problem, and an example with only a name does not show what the other rows are like.
    if is_example(name) {
        return None;
    }
    let heading = header.headings.get(header.name).map_or("", String::as_str);
    // Nearly all rows need only this check.
    let begins_alike =
        name.get(..1).is_some_and(|first| heading.get(..1).is_some_and(|of| of.eq_ignore_ascii_case(first)));
    if begins_alike && name.len() < heading.len() + 8 || !name.is_ascii() {
        let is_same = |at: usize| {
            let (cell, heading) = (row.cell(at), header.headings.get(at).map_or("", String::as_str));
            cell == heading || !cell.is_empty() && folded_heading(cell) == folded_heading(heading)
        };
        if is_same(header.name) && (0..row.len().min(width)).filter(|&at| is_same(at)).count() * 2 > width {
            return Some(non_data::REPEATED);
        }
    }
    let (mut filled, mut are_numbers, mut first) = (0_usize, true, "");
    let (mut are_lines, mut are_columns) = (true, below.rows == 0);
    for at in 0..row.len() {
        let cell = row.cell(at);
        if cell.is_empty() {
            continue;
        }
        filled += 1;
        if filled == 1 {
            first = cell;
        } else if are_numbers {
            are_numbers = non_data::is_number(cell) || at == header.name && non_data::is_number(first);
        }
        are_lines &= cell.len() > 1 && cell.bytes().all(|byte| matches!(byte, b'-' | b'=' | b':' | b'_' | b'+'));
        // `(a)`, `(b)`, `(c)` or `1`, `2`, `3` below the headings.
        if are_columns {
            let mark = strings::trimmed(cell, "()[]");
            let is_letter = matches!(mark.as_bytes(), [letter]
                if usize::from((letter | 0x20).wrapping_sub(b'a')) == filled - 1 && cell.len() > 1);
            are_columns = is_letter || whole_number(mark) == Some(filled as u32);
        }
        if filled > 2 && !are_numbers && !are_lines && !are_columns {
            break;
        }
    }
    let is_ruler = filled > 0 && are_lines || filled > 2 && are_columns;
    let is_total =
        non_data::is_whole_total(name) || parts.is_some_and(|parts| non_data::is_whole_total(row.cell(parts.name)));
    below.reason(&non_data::RowSummary {
        number: row.number,
        name,
        has_member: name.is_empty() && parts.is_some_and(|parts| !row.cell(parts.name).is_empty()),
        first,
        filled,
        are_numbers,
        is_total,
        is_ruler,
        width,
    })
}

/// Whether the row is the header of another table: its first heading is that of this table, or its name is a heading and
/// so are most of its other cells.
fn is_header(row: &CsvRow<'_>, header: &Header) -> bool {
    let first = header.headings.first().map_or("", String::as_str);
    if !first.is_empty() && row.count > 1 && folded_heading(row.cell(0)) == folded_heading(first) {
        return true;
    }
    if NameColumn::of(row.cell(header.name)).is_none() {
        return false;
    }
    let (mut filled, mut known) = (0, 0);
    for at in 0..row.len() {
        let cell = row.cell(at);
        filled += i32::from(!cell.is_empty());
        // "Active" is a heading, but more often a status.
        known += i32::from(normalise::status(cell).is_none() && heading::read(cell).is_some());
    }
    known > 1 && known * 2 > filled
}
