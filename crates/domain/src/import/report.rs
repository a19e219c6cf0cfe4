//! What is said about an editor's file.

use std::borrow::Cow;

use serde::Serialize;

use super::column_aliases::KnownColumn;
use crate::directory::diagnostic::shown;
use crate::directory::messages::{EMPTY, Message};
use crate::directory::{Diagnostic, Scope};
use crate::export::{end_row, push_cell};
use crate::strings::push_number;

/// As many problems as are kept; the others are only counted.
pub const MAX_PROBLEMS: usize = 1000;

/// What came of reading a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ImportReport {
    /// The file's name, as the caller gave it.
    pub file: String,
    /// How it writes letters: `UTF-8`, `UTF-16` or `Windows-1252`.
    pub encoding: &'static str,
    /// What it writes between cells; `null` in JSON, and where it could not be told.
    pub separator: Option<char>,
    /// Its columns, in their order, and what each was read as.
    pub columns: Vec<ColumnMapping>,
    /// How many rows hold anything, without the header.
    pub rows: u32,
    /// How many of them are used. If 0, the file was of no use.
    pub used: u32,
    /// How many are left out, each with a problem.
    pub skipped_rows: u32,
    /// How many cells are left out of rows that are used, each with a problem.
    pub ignored_cells: u32,
    /// How many practices the rows name, where each row is one of a practice; 0 where each is one of a federation.
    pub practices: u32,
    /// How many federations those practices are members of.
    pub federations: u32,
    /// How many federations of the list before gave way to a row of this file.
    pub replaced: u32,
    /// How many problems there are.
    pub problem_count: u32,
    /// The problems, in the order of the file, the first [`MAX_PROBLEMS`] of them.
    pub problems: Vec<Diagnostic>,
}

/// What a column of the file was read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ColumnMapping {
    /// The heading as the file has it.
    pub heading: String,
    /// The column's name in `federations.csv`; `null` if it is shown as a detail under its own heading.
    pub column: Option<&'static str>,
    /// Whether it is about practices, so that it is not shown for their federation. That shows when all rows are read.
    pub is_left_out: bool,
    /// The number of its label, if it has one.
    #[serde(skip)]
    pub(super) label: Option<usize>,
}

impl ImportReport {
    pub(super) fn add(
        &mut self,
        severity: Scope,
        row: u32,
        column: impl Into<Cow<'static, str>>,
        value: &str,
        (what, right): (impl Into<Cow<'static, str>>, impl Into<Cow<'static, str>>),
    ) {
        self.problem_count += 1;
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(Diagnostic {
                file: self.file.clone(),
                row,
                scope: severity,
                column: column.into(),
                value: shown(value),
                message: what.into(),
                fix: right.into(),
            });
        }
    }

    /// A problem of a cell of a column that is known.
    pub(super) fn cell(
        &mut self,
        severity: Scope,
        row: u32,
        meaning: KnownColumn,
        value: &str,
        (what, right): Message,
    ) {
        let column = self.heading(meaning);
        self.ignored_cells += u32::from(severity == Scope::Cell);
        self.add(severity, row, column, value, (if value.is_empty() { EMPTY } else { what }, right));
    }

    /// The heading that the file has for a column.
    pub(super) fn heading(&self, meaning: KnownColumn) -> Cow<'static, str> {
        self.heading_of(meaning.name())
    }

    /// The same by the column's name.
    pub(super) fn heading_of(&self, name: &'static str) -> Cow<'static, str> {
        let heading = self.columns.iter().find(|it| it.column == Some(name)).map(|it| it.heading.clone());
        heading.map_or(Cow::Borrowed(name), Cow::Owned)
    }

    /// The problems as CSV, as [`export::csv`](crate::export::csv) writes it: what the file put into a cell runs nowhere.
    #[must_use]
    pub fn problems_csv(&self) -> String {
        let mut file = String::from('\u{feff}');
        let mut row = |cells: [&str; 6]| {
            cells.into_iter().for_each(|cell| push_cell(&mut file, cell));
            end_row(&mut file);
        };
        row(Diagnostic::HEADINGS);
        for problem in &self.problems {
            let mut number = String::new();
            push_number(&mut number, problem.row);
            let [column, value, what, right, lost] = problem.cells();
            row([&number, column, value, what, right, lost]);
        }
        file
    }

    /// One line for a reader: `98 of 100 rows used, 2 rows left out, 3 cells ignored`; where each row is one of a practice,
    /// with `90 practices in 4 federations: ` before it.
    #[must_use]
    pub fn summary(&self) -> String {
        use crate::format::count;
        let mut line = String::new();
        if self.practices > 0 {
            let practices = count(self.practices, "practice in ", "practices in ");
            line = [&*practices, &*count(self.federations, "federation: ", "federations: ")].concat();
        }
        line.push_str(&crate::format::number(self.used));
        line.push_str(" of ");
        line.push_str(&count(self.rows, "row used", "rows used"));
        for (number, one, many) in [
            (self.skipped_rows, "row left out", "rows left out"),
            (self.ignored_cells, "cell ignored", "cells ignored"),
        ] {
            if number > 0 {
                line.push_str(", ");
                line.push_str(&count(number, one, many));
            }
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use crate::import::{Options, read};

    #[test]
    fn the_list_of_problems_opens_in_a_spreadsheet_and_runs_nothing() {
        let file = "name;web;=Founded\nA;=HYPERLINK(\"x\");2010\nB;javascript:1;\n;https://example.org;\n";
        let report = read(file.as_bytes(), &Options::default()).report;
        assert_eq!(report.separator, Some(';'));
        let csv = report.problems_csv();
        let lines: Vec<&str> = csv.split("\r\n").collect();
        assert_eq!(lines[0], "\u{feff}Row,Column,Value,Problem,How to fix it,What is left out");
        assert!(lines[1].starts_with("2,web,\"'=HYPERLINK(\"\"x\"\")\","), "{csv}");
        assert!(
            lines[2].starts_with("3,web,javascript:1,") && lines[2].ends_with(",Nothing: it is shown as written"),
            "{csv}"
        );
        assert!(lines[3].starts_with("4,name,,This cell is empty,") && lines[3].ends_with(",This row"), "{csv}");
        assert_eq!(lines[4..], [""]);
    }

    #[test]
    fn a_file_without_cells_has_no_separator() {
        for file in ["[{\"name\":\"A\"}]", "", "<html>"] {
            assert_eq!(read(file.as_bytes(), &Options::default()).report.separator, None, "{file}");
        }
    }
}
