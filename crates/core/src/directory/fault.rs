//! What is wrong in a file, and what would be right.

use std::borrow::Cow;
use std::fmt;

/// One thing that is wrong in a data file. `Display` writes it in one line, with the place first:
///
/// `assets/data/federations.csv:12: regions: "Cheshire" is not an NHS region; use one of East of England, …`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name, as the caller gave it.
    pub file: String,
    /// The row as a spreadsheet counts it: the header is row 1, and a cell of several lines is in one row.
    pub row: u32,
    /// The column's name in the header; empty if the whole row is meant.
    pub column: Cow<'static, str>,
    /// What the cell holds, cut after 80 characters; empty if it is empty or the whole row is meant.
    pub value: String,
    /// What is wrong with it; reads on from the value.
    pub what: Cow<'static, str>,
    /// What would be right: an instruction.
    pub right: Cow<'static, str>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.row)?;
        if !self.column.is_empty() {
            write!(f, "{}: ", self.column)?;
        }
        if !self.value.is_empty() {
            write!(f, "\"{}\" ", self.value)?;
        }
        write!(f, "{}; {}", self.what, self.right)
    }
}

impl std::error::Error for Fault {}

/// The faults found so far in one file.
pub(super) struct Faults<'a> {
    file: &'a str,
    found: Vec<Fault>,
}

impl<'a> Faults<'a> {
    pub(super) const fn new(file: &'a str) -> Self {
        Self { file, found: Vec::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    pub(super) fn add(
        &mut self,
        row: u32,
        column: impl Into<Cow<'static, str>>,
        value: &str,
        what: impl Into<Cow<'static, str>>,
        right: impl Into<Cow<'static, str>>,
    ) {
        self.found.push(Fault {
            file: self.file.to_owned(),
            row,
            column: column.into(),
            value: shown(value),
            what: what.into(),
            right: right.into(),
        });
    }

    /// The faults in the order of rows.
    pub(super) fn into_sorted(mut self) -> Vec<Fault> {
        self.found.sort_by_key(|fault| fault.row);
        self.found
    }
}

/// A value in one line of bearable length: an unclosed quotation mark can make a cell of the rest of the file.
fn shown(value: &str) -> String {
    const LONGEST: usize = 80;
    let mut shown: String = value.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
