//! Reading a table: rows of cells in, records out.

use std::borrow::Cow;

use super::MAX_COLUMNS;
use super::MAX_ROWS;
use super::column_aliases::{KnownColumn, is_example};
use super::column_role::ColumnRole;
use super::header::{Header, no_name};
use super::heading::{self, Known, NameColumn, folded_heading};
use super::members::{self, Members, Parts};
use super::non_data::{self, NonDataRows};
use super::normalise::{self, sanitise};
use super::record_builder::{MemberCell, RecordBuilder};
use super::report::{ColumnMapping, ImportReport};
use super::row_check::Cells;
use crate::directory::checks::whole_number;
use crate::directory::column::{COLUMNS, Column};
use crate::directory::csv_reader::{CsvReader, CsvRow, MAX_CELL_LEN};
use crate::directory::messages::{self, Message};
use crate::directory::{Scope, details};
use crate::strings::{self, parts, push_number};

/// The label of remarks beside the table.
const NO_HEADING: &str = "Other information";

/// Reads rows of cells.
pub(super) struct CsvRecords {
    sheet: CsvReader,
    header: Option<Header>,
    /// The row that is most likely to be the header, if none was found.
    guess: (u32, Vec<String>),
    /// Present once the header has been read.
    table: Option<Table>,
    below: NonDataRows,
    details: String,
    /// The columns about members, if there is a row per member.
    parts: Option<Parts>,
    members: Option<Members>,
}

struct Table {
    /// The role of each column.
    places: Vec<ColumnRole>,
    /// The number of cells in the header's row.
    count: usize,
    /// Whether there is a space between a separator and the next cell.
    is_spaced: bool,
    /// The number of the label of remarks beside the table, once there has been one.
    remarks: Option<usize>,
}

impl CsvRecords {
    pub(super) fn new(separator: u8, header: Option<Header>, guess: (u32, Vec<String>), parts: Option<Parts>) -> Self {
        let sheet = CsvReader::forgiving(separator);
        let (table, below, details) = (None, NonDataRows::default(), String::new());
        Self { sheet, header, guess, table, below, details, parts, members: None }
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
                    report.add(
                        Scope::File,
                        row.number,
                        "",
                        value,
                        Message { problem: "A quotation mark is not closed", fix },
                    );
                } else {
                    self.row("", records, report, true);
                }
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
                let table = self.table.insert(table(header, &row, records, report));
                self.members = self.parts.and_then(|parts| Members::new(parts, &table.places, report));
            }
            return;
        };
        if row.number < header.row + header.rows {
            return;
        }
        let is_apart = self.below.is_apart(row.number);
        if let Some(problem) = no_federation(header, &mut self.below, &row, table.places.len()) {
            skip_non_data(&row, problem, report);
            return;
        }
        if is_apart && is_header(&row, header) {
            report.add(Scope::File, row.number, "", row.cell(header.name), messages::OTHER_TABLE);
            self.header = None;
            return;
        }
        let is_long = table.is_long(&row);
        if !table.check_width(&row, is_long, is_end, report) {
            return;
        }
        self.details.clear();
        let last = if is_long { row.len().min(MAX_COLUMNS) } else { table.places.len() };
        let cells = table.cells(&row, last, &header.headings, &mut self.details, records, report);
        if is_long {
            table.report_unread(&row, last, report);
        }
        match &mut self.members {
            Some(members) => members.add(row.number, &cells, &self.details, report),
            None => records.add(row.number, cells, MemberCell::Written, &self.details, report),
        }
    }
}

impl Table {
    /// Whether there is something beyond the last column.
    fn is_long(&self, row: &CsvRow<'_>) -> bool {
        let width = self.places.len();
        row.count > width && ((width..row.len()).any(|at| !row.cell(at).is_empty()) || row.count > row.len())
    }

    /// Reports a row with more or fewer cells than the header. Returns `false` if it is left out, because its cells are
    /// probably not in the right columns.
    fn check_width(&self, row: &CsvRow<'_>, is_long: bool, is_end: bool, report: &mut ImportReport) -> bool {
        let width = self.places.len();
        let is_short = row.count < width;
        let is_split = is_long && row.count > self.count && is_split(row, &self.places, self.is_spaced);
        // One cell with the commas of all.
        let is_wrapped = is_short && row.count == 1 && parts(row.cell(0), ",;\t|").len() == width;
        if is_split || is_wrapped || is_short && is_end {
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
        if is_short {
            let fix = "Check if a line break splits this row. If not, add the missing cells";
            report.add(Scope::Note, row.number, "", "", Message { problem: widths(row, width), fix });
        }
        if is_long && row.count > self.count && !row.cell(width).is_empty() {
            let fix = "Put quotation marks around any cell that contains a comma or other separator, or give each column a heading";
            report.add(Scope::Note, row.number, "", row.cell(width), Message { problem: widths(row, width), fix });
        }
        true
    }

    /// The first cells of a row, by column. Those of other columns are added to the details.
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

/// Reports a row that is not a federation.
fn skip_non_data(row: &CsvRow<'_>, problem: &'static str, report: &mut ImportReport) {
    let first = (0..row.len()).map(|at| row.cell(at)).find(|cell| !cell.is_empty()).unwrap_or_default();
    report.rows += 1;
    report.skipped_rows += 1;
    let fix = if problem == non_data::SECTION {
        "The rows below do not get this heading. If the heading is their region or status, add a column for it"
    } else {
        "You do not need to do anything. Remove it from the file if you want a report without it"
    };
    report.add(Scope::Row, row.number, "", first, Message { problem, fix });
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

/// The reason why the row is not a federation.
fn no_federation(header: &Header, below: &mut NonDataRows, row: &CsvRow<'_>, width: usize) -> Option<&'static str> {
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
            are_numbers = cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'%' | b' '));
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
    below.reason(&non_data::RowSummary { number: row.number, name, first, filled, are_numbers, is_ruler, width })
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

/// `Practice 1`, `Practice 2` and so on are all member practices.
fn join_numbered(headings: &[String], places: &mut [ColumnRole]) {
    const MEMBERS: ColumnRole = ColumnRole::Known(KnownColumn::of_column(Column::MemberPractices));
    let mut numbered = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let words = folded_heading(&headings[at]);
        let (word, number) = strings::rsplit_once(&words, b' ').unwrap_or_default();
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

/// The roles of the header's columns.
fn table(header: &Header, row: &CsvRow<'_>, records: &mut RecordBuilder, report: &mut ImportReport) -> Table {
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
            if let Some(known) = known.filter(|known| known.weight == weight && matches!(place, ColumnRole::Ignored))
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
    Table { places, count: row.count.max(headings.len()), is_spaced, remarks: None }
}
