//! Members that have ended: they have closed, or they have left their federation. Such facts are about the member, never
//! about the federation.

use std::borrow::Cow;

use super::member_row::MemberRow;
use crate::directory::column::{COLUMNS, Column};
use crate::directory::messages::{self, Message};
use crate::directory::{Scope, Status};
use crate::import::closest;
use crate::import::heading::{self, folded_heading};
use crate::import::normalise;
use crate::import::report::{ImportReport, MemberKind};
use crate::strings::{self, contains, has_word};

/// What a column states about the end of a member.
#[derive(Clone, Copy, PartialEq, Eq)]
enum EndFact {
    Status,
    /// When or whether it has ended.
    End,
    /// When or whether it has left its federation.
    Leaving,
    /// Why it has ended.
    Reason,
}

impl EndFact {
    /// The fact below a heading. `None` if that is about something else or about the federation.
    fn of(heading: &str, kind: MemberKind) -> Option<Self> {
        const ANY: &str = " member membership organisation code ";
        const OF_LEAVING: &str = " date year on the of federation ";
        let own = match kind {
            MemberKind::Practice => " practice practices surgery gp ",
            MemberKind::Pcn => " pcn network primary care ",
            MemberKind::Site => " site hub branch clinic ",
            // Only what is there can end.
            MemberKind::Place => return None,
        };
        // `practice.status`
        let mut words = String::with_capacity(heading.len());
        strings::join(&mut words, " ", &mut strings::parts(heading, heading::NESTED).into_iter());
        let words = folded_heading(&words);
        let without = |others: &str| {
            let mut rest = String::with_capacity(words.len());
            for word in words.split(' ').filter(|word| !has_word(ANY, word) && !has_word(others, word)) {
                rest.push_str(if rest.is_empty() { "" } else { " " });
                rest.push_str(word);
            }
            rest
        };
        if matches!(&*without(&[own, OF_LEAVING].concat()), "left" | "leaving" | "leave") {
            return Some(Self::Leaving);
        }
        if contains(&words, "federation") {
            return None;
        }
        heading::read(&without(own)).and_then(|known| Self::of_column(known.meaning.column()))
    }

    /// Whether a cell says nothing more than that a member has ended or not.
    fn is_all(self, cell: &str) -> bool {
        match self {
            Self::Status => status(cell) == Some(Status::Active),
            Self::End | Self::Leaving => normalise::closed(cell).is_some(),
            Self::Reason => false,
        }
    }

    const fn of_column(column: Column) -> Option<Self> {
        match column {
            Column::Status => Some(Self::Status),
            Column::EndedOn => Some(Self::End),
            Column::EndedWhy => Some(Self::Reason),
            _ => None,
        }
    }
}

/// A column about the end of members.
struct EndColumn {
    fact: EndFact,
    /// Its position in the file, and its key.
    at: usize,
    key: usize,
    /// The first cell that says something else than whether a member has ended.
    other: Option<(u32, String)>,
    /// The last cell that is not a status.
    unknown: String,
}

/// The columns about the end of members.
pub(super) struct EndColumns {
    kind: MemberKind,
    columns: Vec<EndColumn>,
    /// The keys of labels such as `Federation status`, beside a column `Status` about members, and the known columns that
    /// they are.
    of_federation: Vec<(usize, usize)>,
    today: Option<String>,
}

impl EndColumns {
    /// For columns with these keys. Those before `first` are about federations.
    pub(super) fn new(
        kind: MemberKind,
        keys: &mut dyn Iterator<Item = Option<usize>>,
        first: usize,
        today: Option<&str>,
        report: &mut ImportReport,
    ) -> Self {
        let (mut columns, mut labels) = (Vec::new(), Vec::new());
        for (at, (mapping, key)) in report.columns.iter().zip(keys).enumerate() {
            let Some(key) = key else { continue };
            if let Some(fact) = EndFact::of(&mapping.heading, kind).filter(|_| at >= first) {
                columns.push(EndColumn { fact, at, key, other: None, unknown: String::new() });
            } else if key >= COLUMNS
                && let Some(known) = heading::read(&mapping.heading)
            {
                labels.push((at, key, known.meaning));
            }
        }
        let mut of_federation = Vec::new();
        for (at, label, meaning) in labels {
            let known = meaning.column() as usize;
            if let Some(of_members) = columns.iter().find(|column| column.key == known)
                && !of_federation.iter().any(|&(_, other)| other == known)
            {
                of_federation.push((label, known));
                report.columns[of_members.at].column = None;
                report.columns[at].column = Some(meaning.name());
                report.columns[at].label = None;
            }
        }
        Self { kind, columns, of_federation, today: today.map(str::to_owned) }
    }

    /// The key of the known column that the label with this key is.
    pub(super) fn known_of(&self, label: usize) -> usize {
        self.of_federation.iter().find(|(key, _)| *key == label).map_or(label, |&(_, known)| known)
    }

    /// Whether the column with this key is one of them.
    pub(super) fn has(&self, key: usize) -> bool {
        self.columns.iter().any(|column| column.key == key)
    }

    /// Whether the member of a row has ended. If so, this is reported.
    pub(super) fn check(&mut self, row: &MemberRow<'_>, report: &mut ImportReport) -> bool {
        let (mut by, mut is_active) = (None, false);
        for (number, column) in self.columns.iter().enumerate() {
            let cell = row.text(Some(column.key));
            let (is_ended, has_priority) = match column.fact {
                EndFact::Status => {
                    let status = status(&cell);
                    is_active |= status == Some(Status::Active);
                    (status == Some(Status::Ended), true)
                }
                EndFact::End => (self.has_ended(&cell), false),
                EndFact::Leaving => (self.has_ended(&cell), true),
                EndFact::Reason => (false, false),
            };
            if is_ended && (by.is_none() || has_priority) {
                by = Some(number);
            }
        }
        // As in a list of federations, a status has priority over an end date.
        let is_contradicted = is_active && by.is_some_and(|by| self.columns[by].fact == EndFact::End);
        for (number, column) in self.columns.iter_mut().enumerate() {
            let cell = row.text(Some(column.key));
            if column.fact == EndFact::Status && column.unknown != cell && !cell.is_empty() && status(&cell).is_none() {
                column.unknown = cell.clone().into_owned();
                if let Some(close) = closest::value(Column::Status, &cell) {
                    let heading = heading_of(column, report);
                    let [word, _] = self.kind.words();
                    let fix = ["Did you mean \"", close, "\"? Until you correct the cell, the ", word, " is counted"]
                        .concat();
                    report.add(
                        Scope::Note,
                        row.number,
                        heading,
                        &cell,
                        Message { problem: messages::OWN_STATUS.problem, fix },
                    );
                }
            }
            if by == Some(number) {
                let (scope, message) = match column.fact {
                    _ if is_contradicted => (Scope::Note, messages::TWO_STATUSES),
                    EndFact::Leaving => (Scope::Row, messages::LEFT),
                    _ => (Scope::Row, messages::ENDED_MEMBER),
                };
                let heading = heading_of(column, report);
                report.add(scope, row.number, heading, &cell, self.kind.message(message));
            } else if column.other.is_none() && !cell.is_empty() && !column.fact.is_all(&cell) {
                column.other = Some((row.number, cell.into_owned()));
            }
        }
        by.is_some() && !is_contradicted
    }

    /// Whether a cell about an end says that it has come.
    fn has_ended(&self, cell: &str) -> bool {
        if let Some(status) = normalise::closed(cell).or_else(|| normalise::closed_of_start(cell)) {
            return status == Status::Ended;
        }
        let today = self.today.as_deref();
        let (date, is_year_within) = match normalise::normalise(Column::EndedOn, cell) {
            Ok(date) => (date, false),
            Err(_) => {
                let (date, _) = normalise::normalise_loosely(Column::EndedOn, cell)
                    .unwrap_or((Cow::Borrowed(""), messages::OWN_DATE));
                let is_year = date.len() == 4;
                (date, is_year)
            }
        };
        // Today with the precision of the cell. The current year within a text might be a plan.
        let today = today.and_then(|today| today.get(..date.len()));
        !date.is_empty() && today.is_none_or(|today| *date < *today || *date == *today && !is_year_within)
    }

    /// Marks the columns that say nothing about federations in the report, which names those with more than what was
    /// used. `is_of_federation` says whether rows without a member have values for the column with this key.
    pub(super) fn report(&self, is_of_federation: &dyn Fn(usize) -> bool, report: &mut ImportReport) {
        for column in &self.columns {
            let has_other = self.of_federation.iter().any(|&(_, known)| known == column.key);
            if !has_other && is_of_federation(column.key) {
                continue;
            }
            let Some(mapping) = report.columns.get_mut(column.at) else { continue };
            mapping.is_left_out = true;
            let heading = mapping.heading.clone();
            if let Some((row, cell)) = &column.other {
                report.add(Scope::Cell, *row, heading, cell, self.kind.message(messages::OF_MEMBERS));
            }
        }
    }
}

fn heading_of(column: &EndColumn, report: &ImportReport) -> String {
    report.columns.get(column.at).map_or(String::new(), |mapping| mapping.heading.clone())
}

/// The status of a member, or of its membership.
fn status(cell: &str) -> Option<Status> {
    match cell {
        // As the Organisation Data Service writes them.
        "A" | "a" => Some(Status::Active),
        "C" | "c" => Some(Status::Ended),
        _ if ["left", "withdrawn", "resigned"].iter().any(|word| cell.eq_ignore_ascii_case(word)) => {
            Some(Status::Ended)
        }
        _ => normalise::status(cell).or_else(|| normalise::status_of_first_word(cell)),
    }
}
