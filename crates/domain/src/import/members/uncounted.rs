//! What is not in the sums of the numbers of members, so that the report can say so.

use crate::directory::Scope;
use crate::directory::column::Column;
use crate::directory::messages::{self, Message};
use crate::format::count;
use crate::import::normalise;
use crate::import::report::{ImportReport, MemberKind};
use crate::import::rows_without::RowsWithout;

/// The cells of a column of numbers that need a message.
#[derive(Default)]
pub(super) struct Uncounted {
    /// The members without a number.
    without: RowsWithout,
    /// Of these, the ones with a text that is not a number, and the first one.
    texts: u32,
    text: Option<(u32, String)>,
    /// The first number that has more in its cell.
    inexact: Option<(u32, String)>,
}

impl Uncounted {
    /// The number in a cell of a member. Notes if there is none, or if there is more than a number.
    pub(super) fn number(&mut self, cell: &str, row: u32) -> Option<u64> {
        let number = match normalise::normalise(Column::Patients, cell) {
            Ok(number) => number,
            Err(_) => match normalise::normalise_loosely(Column::Patients, cell) {
                Some((number, _)) => {
                    self.inexact.get_or_insert_with(|| (row, cell.to_owned()));
                    number
                }
                None => {
                    self.texts += 1;
                    self.text.get_or_insert_with(|| (row, cell.to_owned()));
                    return None;
                }
            },
        };
        number.parse().ok()
    }

    /// Notes a member without a number.
    pub(super) fn add_without(&mut self, row: u32) {
        self.without.add(row);
    }

    /// Reports what is not in the sums of this column. Without `has_each`, some members have no number because it is that
    /// of their federation.
    pub(super) fn report(&self, heading: &str, kind: MemberKind, has_each: bool, report: &mut ImportReport) {
        if let Some((row, text)) = &self.inexact {
            report.add(Scope::Note, *row, heading.to_owned(), text, messages::MORE_THAN_NUMBER);
        }
        if let Some((row, text)) = &self.text {
            let mut problem = String::from(messages::OWN_NUMBER.problem);
            if self.texts > 1 {
                problem.push_str(if self.texts == 2 { ", and nor is " } else { ", and nor are " });
                problem.push_str(&count(self.texts - 1, "other cell", "other cells"));
            }
            report.ignored_cells += self.texts;
            report.add(Scope::Cell, *row, heading.to_owned(), text, Message { problem, fix: messages::OWN_NUMBER.fix });
        }
        if self.without.rows > 0 && has_each {
            let [one, many] = kind.words();
            let is_one = self.without.rows == 1;
            let problem = [
                &*count(self.without.rows, one, many),
                if is_one { " without a number is" } else { " without a number are" },
                " not in the total",
                if is_one { "" } else { ". This is the first of these rows" },
            ];
            let message = Message { problem: problem.concat(), fix: messages::OWN_NUMBER.fix };
            report.add(Scope::Note, self.without.first, heading.to_owned(), "", message);
        }
    }
}
