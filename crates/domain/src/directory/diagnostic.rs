//! Diagnostics: problems in a file, and how to fix them.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::messages::{EMPTY, Message};
use crate::strings::{filled, push_number};

/// A problem in a data file. `Display` formats it in one line, with the position first:
///
/// `assets/data/federations.csv:12: regions: "Cheshire" is not an NHS region. Use one of: East of England, …`
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Diagnostic {
    /// The file's name, from the caller.
    pub file: String,
    /// The row's number in a spreadsheet: the header is row 1, and a cell with several lines is in one row.
    pub row: u32,
    /// The effect of the problem.
    pub scope: Scope,
    /// The column's name in the header. `null` if the problem is about the whole row.
    pub column: Option<Cow<'static, str>>,
    /// The value of the cell, cut after 80 characters. `null` if the cell is empty or the problem is about the whole
    /// row.
    pub value: Option<String>,
    /// The problem. It continues the sentence after the value.
    pub message: Cow<'static, str>,
    /// How to fix it: an instruction.
    pub fix: Cow<'static, str>,
}

/// The effect of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Scope {
    /// No effect.
    Note,
    /// The cell is not a value of its column, so it is only shown as it is written, under its own heading.
    Text,
    /// The row is used without the cell.
    Cell,
    /// The row is left out.
    Row,
    /// The file, or the rest of it, is not used.
    File,
}

impl Scope {
    /// The effect, in words.
    #[must_use]
    pub const fn loss(self) -> &'static str {
        match self {
            Self::Note => "Nothing",
            Self::Text => "Its use in filters, sorting and links. It is shown as written",
            Self::Cell => "This cell",
            Self::Row => "This row",
            Self::File => "The rest of the file",
        }
    }
}

impl Diagnostic {
    /// A problem in a row of a file. It is about the whole row if the name of the column is empty.
    pub(crate) fn new(
        scope: Scope,
        (file, row): (&str, u32),
        (column, value): (Cow<'static, str>, &str),
        message: Message<Cow<'static, str>, Cow<'static, str>>,
    ) -> Self {
        let column = (!column.is_empty()).then_some(column);
        let Message { problem, fix } = message;
        Self { file: file.to_owned(), row, scope, column, value: filled(value).map(shown), message: problem, fix }
    }

    /// The headings of a table of problems. The first is for the row.
    pub const HEADINGS: [&str; 6] = ["Row", "Column", "Value", "Problem", "How to fix it", "What is left out"];

    /// The cells under all headings except the first.
    #[must_use]
    pub fn cells(&self) -> [&str; 5] {
        let (column, value) = (self.column.as_deref().unwrap_or_default(), self.value.as_deref().unwrap_or_default());
        [column, value, &self.message, &self.fix, self.scope.loss()]
    }

    /// The problem in one line, without the file's name: `Row 12, regions: "Cheshire" is not an NHS region. Use one
    /// of: …`
    #[must_use]
    pub fn one_line(&self) -> String {
        let mut line = String::from("Row ");
        push_number(&mut line, self.row);
        if let Some(column) = &self.column {
            line.push_str(", ");
            line.push_str(column);
        }
        line.push_str(": ");
        self.push_message(&mut line);
        line
    }

    fn push_message(&self, line: &mut String) {
        if let Some(value) = &self.value {
            // A message that continues after the value has no capital. A sentence of its own comes after a colon.
            let between =
                if self.message.starts_with(|first: char| first.is_ascii_uppercase()) { "\": " } else { "\" " };
            for part in ["\"", value, between] {
                line.push_str(part);
            }
        }
        for part in [&self.message, ". ", &self.fix] {
            line.push_str(part);
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = String::new();
        if let Some(column) = &self.column {
            line.push_str(column);
            line.push_str(": ");
        }
        self.push_message(&mut line);
        write!(f, "{}:{}: {line}", self.file, self.row)
    }
}

impl std::error::Error for Diagnostic {}

/// The problems of one file so far.
pub(super) struct Diagnostics<'a> {
    file: &'a str,
    found: Vec<Diagnostic>,
}

impl<'a> Diagnostics<'a> {
    pub(super) const fn new(file: &'a str) -> Self {
        Self { file, found: Vec::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    pub(super) fn report(
        &mut self,
        row: u32,
        column: impl Into<Cow<'static, str>>,
        value: &str,
        problem: impl Into<Cow<'static, str>>,
        fix: impl Into<Cow<'static, str>>,
    ) {
        let place = (self.file, row);
        let message = Message { problem: problem.into(), fix: fix.into() };
        self.found.push(Diagnostic::new(Scope::Row, place, (column.into(), value), message));
    }

    /// Adds a problem with a cell and how to fix it. An empty cell is reported as empty.
    pub(super) fn add_message(&mut self, row: u32, column: &'static str, value: &str, message: Message) {
        let problem = if value.is_empty() { EMPTY } else { message.problem };
        self.report(row, column, value, problem, message.fix);
    }

    /// The problems in the order of rows.
    pub(super) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|problem| problem.row);
        self.found
    }
}

/// A value in one line and shortened, because an unclosed quotation mark can make a cell of the rest of the file.
pub(crate) fn shown(value: &str) -> String {
    const MAX_LEN: usize = 80;
    let mut shown: String = value.chars().take(MAX_LEN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.chars().nth(MAX_LEN).is_some() {
        shown.push('…');
    }
    shown
}
