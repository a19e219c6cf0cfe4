//! Rows that are reported together, in one problem.

use std::borrow::Cow;

use super::report::ImportReport;
use crate::directory::Scope;
use crate::directory::messages::Message;
use crate::format::format_number;

/// Rows that do not have something that others have.
#[derive(Default)]
pub(super) struct RowsWithout {
    pub(super) first: u32,
    pub(super) rows: u32,
}

impl RowsWithout {
    pub(super) fn add(&mut self, row: u32) {
        self.first = if self.rows == 0 { row } else { self.first };
        self.rows += 1;
    }

    /// Reports all of them in one problem, which is `one` or, after their number, `many`.
    pub(super) fn report(&self, column: &str, [one, many, fix]: [&'static str; 3], report: &mut ImportReport) {
        let problem = match self.rows {
            0 => return,
            1 => Cow::Borrowed(one),
            rows => Cow::Owned([&*format_number(rows), many].concat()),
        };
        report.add(Scope::Note, self.first, column.to_owned(), "", Message { problem, fix });
    }
}
