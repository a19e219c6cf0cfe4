//! The report on an editor's file.

use std::borrow::Cow;

use serde::Serialize;

use super::closest;
use super::column_aliases::KnownColumn;
use super::decode::redecoded;
use crate::directory::messages::{EMPTY, Message};
use crate::directory::{Diagnostic, Scope};
use crate::export::{end_row, push_cell};
use crate::strings::{self, push_number, split_once};

/// The maximum number of problems that are kept. Further ones are only counted.
pub const MAX_PROBLEMS: usize = 1000;

/// The result of reading a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ImportReport {
    /// The file's name, as the caller gave it.
    pub file: String,
    /// Its encoding: `UTF-8`, `UTF-16` or `Windows-1252`.
    pub encoding: &'static str,
    /// The separator of its cells. `null` for JSON, and if it could not be detected.
    pub separator: Option<char>,
    /// Its columns, in order, with their meanings.
    pub columns: Vec<ColumnMapping>,
    /// The number of rows that are not empty, without the header.
    pub rows: u32,
    /// The number of rows that are used. If 0, the file cannot be used.
    pub used: u32,
    /// The number of rows that are left out, each with a problem.
    pub skipped_rows: u32,
    /// The number of cells that are left out of rows that are used, each with a problem.
    pub ignored_cells: u32,
    /// What each row is about, if it is one of the members of a federation. `null` if there is a row per federation.
    pub member_kind: Option<MemberKind>,
    /// The number of those members.
    pub members: u32,
    /// The number of federations of those members.
    pub federations: u32,
    /// The number of federations in the existing list that rows of this file replace.
    pub replaced: u32,
    /// The number of problems.
    pub problem_count: u32,
    /// The first [`MAX_PROBLEMS`] problems, in the order of the file.
    pub problems: Vec<Diagnostic>,
}

/// A member of a federation that has a row of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum MemberKind {
    /// A GP practice.
    Practice,
    /// A primary care network.
    Pcn,
    /// A site, hub, branch or clinic.
    Site,
    /// A town, borough or other area.
    Place,
}

impl MemberKind {
    /// All kinds. Of several columns that can be about members, the one of the first kind is.
    pub(super) const ALL: [Self; 4] = [Self::Practice, Self::Pcn, Self::Site, Self::Place];

    /// The word for one and for many.
    #[must_use]
    pub const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Practice => ["practice", "practices"],
            Self::Pcn => ["PCN", "PCNs"],
            Self::Site => ["site", "sites"],
            Self::Place => ["place", "places"],
        }
    }

    /// A message about a member: `%` in a text becomes the word.
    pub(super) fn message(self, message: Message) -> Message<String, String> {
        let [word, _] = self.words();
        let fill = |text: &'static str| {
            let (before, after) = split_once(text, b'%').unwrap_or((text, ""));
            [before, if before.len() < text.len() { word } else { "" }, after].concat()
        };
        Message { problem: fill(message.problem), fix: fill(message.fix) }
    }
}

/// The meaning of a column in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ColumnMapping {
    /// The heading in the file.
    pub heading: String,
    /// The column's name in `federations.csv`. `null` if it is shown as a detail under its own heading.
    pub column: Option<&'static str>,
    /// Whether it is about members, so that it is not shown for the federation. This is decided when all rows are
    /// read.
    pub is_left_out: bool,
    /// The number of its label, if it has one.
    #[serde(skip)]
    pub(super) label: Option<usize>,
}

impl ImportReport {
    pub(super) fn add(
        &mut self,
        scope: Scope,
        row: u32,
        column: impl Into<Cow<'static, str>>,
        value: &str,
        message: Message<impl Into<Cow<'static, str>>, impl Into<Cow<'static, str>>>,
    ) {
        self.problem_count += 1;
        if self.problems.len() < MAX_PROBLEMS {
            let cell = (column.into(), value);
            let message = Message { problem: message.problem.into(), fix: message.fix.into() };
            self.problems.push(Diagnostic::new(scope, (&self.file, row), cell, message));
        }
    }

    /// A problem with a cell of a known column.
    pub(super) fn cell(&mut self, scope: Scope, row: u32, meaning: KnownColumn, value: &str, message: Message) {
        let column = self.heading(meaning);
        self.ignored_cells += u32::from(scope == Scope::Cell);
        // Only for problems that are kept, because a list can have one in each of its rows.
        let close = if self.problems.len() < MAX_PROBLEMS { closest::value(meaning.column(), value) } else { None };
        let fix = close.map_or(Cow::Borrowed(message.fix), |close| {
            // The ids of legal forms have hyphens between their words.
            let mut words = String::new();
            strings::join(&mut words, " ", &mut strings::parts(close, "-").into_iter());
            ["Did you mean \"", &words, "\"? ", message.fix].concat().into()
        });
        let problem = if value.is_empty() { EMPTY } else { message.problem };
        self.add(scope, row, column, value, Message { problem, fix });
    }

    /// The text of a cell of this column, decoded correctly, and a problem with its first word that was not. `None` if all
    /// of it was.
    pub(super) fn redecoded(&mut self, row: u32, column: usize, cell: &str) -> Option<String> {
        let (text, wrong, right) = redecoded(cell)?;
        let heading = self.columns.get(column).map_or(String::new(), |column| column.heading.clone());
        let problem = ["was read as \"", &right, "\""].concat();
        let fix = "Correct it in the file: it was saved with a wrong encoding";
        self.add(Scope::Note, row, heading, wrong, Message { problem, fix });
        Some(text)
    }

    /// The file's heading for a column.
    pub(super) fn heading(&self, meaning: KnownColumn) -> Cow<'static, str> {
        self.heading_of(meaning.name())
    }

    /// The file's heading for the column with this name.
    pub(super) fn heading_of(&self, name: &'static str) -> Cow<'static, str> {
        let heading = self.columns.iter().find(|it| it.column == Some(name)).map(|it| it.heading.clone());
        heading.map_or(Cow::Borrowed(name), Cow::Owned)
    }

    /// The problems as CSV, with the protection of [`export::csv`](crate::export::csv): formulas in the file's cells do
    /// not run.
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
            let [column, value, message, fix, lost] = problem.cells();
            row([&number, column, value, message, fix, lost]);
        }
        file
    }

    /// A summary in one line: `98 of 100 rows used, 2 rows left out, 3 cells ignored`. If there is a row per member, it
    /// starts with `90 practices in 4 federations: `.
    #[must_use]
    pub fn summary(&self) -> String {
        use crate::format::count;
        let mut line = String::new();
        if let Some(kind) = self.member_kind.filter(|_| self.members > 0) {
            let [one, many] = kind.words();
            let federations = count(self.federations, "federation: ", "federations: ");
            line = [&*count(self.members, one, many), " in ", &*federations].concat();
        }
        line.push_str(&crate::format::format_number(self.used));
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
    use crate::import::{ImportOptions, read};

    #[test]
    fn problems_csv_opens_in_a_spreadsheet_without_formulas() {
        let file = "name;web;=Founded\nA;=HYPERLINK(\"x\");2010\nB;javascript:1;\n;https://example.org;\n";
        let report = read(file.as_bytes(), &ImportOptions::default()).report;
        assert_eq!(report.separator, Some(';'));
        let csv = report.problems_csv();
        let lines: Vec<&str> = csv.split("\r\n").collect();
        assert_eq!(lines[0], "\u{feff}Row,Column,Value,Problem,How to fix it,What is left out");
        assert!(lines[1].starts_with("2,web,\"'=HYPERLINK(\"\"x\"\")\","), "{csv}");
        assert!(
            lines[2].starts_with("3,web,javascript:1,") && lines[2].ends_with(". It is shown as written\""),
            "{csv}"
        );
        assert!(lines[3].starts_with("4,name,,This cell is empty,") && lines[3].ends_with(",This row"), "{csv}");
        assert_eq!(lines[4..], [""]);
    }

    #[test]
    fn a_file_without_cells_has_no_separator() {
        for file in ["[{\"name\":\"A\"}]", "", "<html>"] {
            assert_eq!(read(file.as_bytes(), &ImportOptions::default()).report.separator, None, "{file}");
        }
    }
}
