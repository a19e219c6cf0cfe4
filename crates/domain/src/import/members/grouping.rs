//! Merging the rows of each federation into one record.

use std::borrow::Cow;

use super::detection::Parts;
use super::ended::EndColumns;
use super::member_row::MemberRow;
use super::no_federation::is_no_federation;
use super::numbered_texts::NumberedTexts;
use super::sample::SEPARATORS;
use super::uncounted::Uncounted;
use crate::directory::column::{COLUMNS, Column, NAMES};
use crate::directory::diagnostic::shown;
use crate::directory::messages::{self, Message};
use crate::directory::{Scope, details};
use crate::fold::fold;
use crate::format::count;
use crate::import::column_aliases::{KnownColumn, is_alike};
use crate::import::column_role::ColumnRole;
use crate::import::heading::folded_heading;
use crate::import::normalise::{self, sanitise};
use crate::import::record_builder::{MemberCell, RecordBuilder};
use crate::import::report::{ImportReport, MemberKind};
use crate::import::row_check::Cells;
use crate::strings::{self, has_word, push_number};

/// The key of a column: the number of a known column or, after those, the number of a label.
fn key_of(role: ColumnRole) -> Option<usize> {
    match role {
        ColumnRole::Known(meaning) => Some(meaning.column() as usize),
        ColumnRole::Extra(label) => Some(COLUMNS + label),
        ColumnRole::Ignored => None,
    }
}

/// The members so far, by federation.
pub(in crate::import) struct Members {
    /// By key.
    parts: Parts,
    groups: Vec<Group>,
    names: NumberedTexts,
    /// The federation of the row before, as it is written, and its number. `None` if that row states that it has none.
    last: Option<(String, u32)>,
    /// The members.
    seen: NumberedTexts,
    /// The federation of each member.
    owners: Vec<u32>,
    /// The statistics of the columns, by key.
    column_statistics: Vec<ColumnStatistics>,
    /// The columns about the end of members.
    ends: EndColumns,
    /// What is not in the [sums](sum_of).
    uncounted: [Uncounted; 2],
    /// The number of groups that have been handed over, once all rows are read.
    done: Option<usize>,
}

/// The rows of one federation.
#[derive(Default)]
struct Group {
    name: String,
    /// The first row.
    row: u32,
    rows: u32,
    /// The number of its rows that are counted in another federation.
    again: u32,
    /// The number of its rows about members that have ended, and whether one of those is counted in no other federation.
    ended: u32,
    has_own_ended: bool,
    practices: u32,
    /// Whether its name is those of several other federations, which have its members.
    is_several: bool,
    /// The practices, PCNs or sites.
    members: String,
    places: String,
    values: Vec<FirstValue>,
    /// The [sums](sum_of) of its members.
    sums: [u64; 2],
}

/// The value of a federation in a column.
struct FirstValue {
    key: usize,
    /// The first that is not empty.
    text: String,
    /// Whether another of its rows, or a row without a member, has one too, so that it is about the federation.
    is_confirmed: bool,
}

/// What the rows show about a column.
#[derive(Clone, Default)]
struct ColumnStatistics {
    filled: u32,
    /// The number of cells with the same value as the first one of their federation, including that one.
    alike: u32,
    groups: u32,
    /// The first value and its row.
    first: Option<(u32, String)>,
    /// Whether a federation has its first value below its first row.
    is_below: bool,
    /// The first different value: its row, the value, and the first value of the federation.
    other: Option<(u32, String, String)>,
    /// Whether it is about members, which is decided when all rows are read.
    is_of_members: bool,
}

/// The columns that are only about a federation if all of its rows have the same value. About a member, the value
/// would be wrong.
const OF_MEMBERS: [Column; 14] = [
    Column::Id,
    Column::OdsCode,
    Column::Place,
    Column::Postcodes,
    Column::PostcodeAreas,
    Column::Longitude,
    Column::Latitude,
    Column::Patients,
    Column::Founded,
    Column::Status,
    Column::EndedOn,
    Column::EndedWhy,
    Column::Successor,
    Column::FormerNames,
];

/// Whether one list of members, with semicolons between them, has a member of another.
fn has_same_member(one: &str, other: &str) -> bool {
    let members = |list| strings::parts(list, ";").into_iter().map(str::trim).filter(|it: &&str| !it.is_empty());
    members(one).any(|member| members(other).any(|it| it == member))
}

impl Members {
    /// For a list with these roles of columns. Adds the meanings of the columns to the report.
    pub(in crate::import) fn new(
        parts: Parts,
        roles: &[ColumnRole],
        today: Option<&str>,
        report: &mut ImportReport,
    ) -> Option<Self> {
        let key = |at: usize| roles.get(at).copied().and_then(key_of);
        let column = if parts.kind == MemberKind::Place { Column::Covers } else { Column::MemberPractices };
        for at in [Some(parts.name), parts.code, parts.network].into_iter().flatten() {
            if let Some(mapping) = report.columns.get_mut(at) {
                mapping.column = Some(column.name());
            }
        }
        report.member_kind = Some(parts.kind);
        // In merged cells, what is left of the members is about the federation.
        let first_of_members = if parts.is_merged { parts.name } else { 0 };
        let parts = Parts {
            kind: parts.kind,
            name: key(parts.name)?,
            code: parts.code.and_then(key),
            network: parts.network.and_then(key),
            postcode: parts.postcode.and_then(key),
            is_merged: parts.is_merged,
        };
        if parts.is_merged {
            report.add(Scope::Note, 1, report.heading(KnownColumn::NAME), "", parts.kind.message(messages::MERGED));
        }
        let keys = &mut roles.iter().map(|&role| key_of(role));
        let ends = EndColumns::new(parts.kind, keys, first_of_members, today, report);
        Some(Self {
            parts,
            ends,
            groups: Vec::new(),
            names: NumberedTexts::default(),
            last: None,
            seen: NumberedTexts::default(),
            owners: Vec::new(),
            column_statistics: Vec::new(),
            uncounted: Default::default(),
            done: None,
        })
    }

    /// Adds a row, or reports why it cannot. A member can be in several federations.
    pub(in crate::import) fn add(&mut self, row: u32, cells: &Cells<'_>, packed: &str, report: &mut ImportReport) {
        report.rows += 1;
        let row = MemberRow { number: row, cells, packed };
        let written = sanitise(&cells[Column::Name as usize]);
        // `N/A` is not the same as a cell that was merged with the one above.
        if written.is_empty() && !cells[Column::Name as usize].is_empty() {
            self.last = None;
        }
        // Nearly always there is one, and a list can have 100,000 rows, so no vector is made of them.
        let mut rest = &*written;
        let first = strings::next_part(&mut rest, SEPARATORS).unwrap_or_default();
        let mut has_ended = false;
        self.add_to(first.trim(), false, &mut has_ended, &row, report);
        while let Some(other) = strings::next_part(&mut rest, SEPARATORS) {
            self.add_to(other.trim(), true, &mut has_ended, &row, report);
        }
    }

    /// Adds a row to a federation. `is_again` means that it has been added to another one before, and `has_ended` is then
    /// whether its member has ended.
    fn add_to(
        &mut self,
        federation: &str,
        is_again: bool,
        has_ended: &mut bool,
        row: &MemberRow<'_>,
        report: &mut ImportReport,
    ) {
        let (name, code) = (row.text(Some(self.parts.name)), row.text(self.parts.code));
        let shown = if name.is_empty() { &*code } else { &*name };
        let group = if self.parts.is_merged && federation.is_empty() && !name.is_empty() {
            self.last.as_ref().map(|(_, number)| *number)
        } else {
            self.group(federation, row.number)
        };
        let Some(group) = group else {
            report.skipped_rows += u32::from(!is_again);
            let message = if shown.is_empty() { messages::NO_MEMBER } else { messages::NO_FEDERATION };
            let message = self.parts.kind.message(message);
            report.add(Scope::Row, row.number, report.heading(KnownColumn::NAME), shown, message);
            return;
        };
        let has_member = !shown.is_empty();
        if has_member && !is_again {
            *has_ended = self.ends.check(row, report);
        }
        if *has_ended {
            report.skipped_rows += u32::from(!is_again);
            let counts = &mut self.groups[group as usize];
            counts.rows += 1;
            counts.ended += 1;
            counts.has_own_ended |= !is_again;
            return self.add_values(group, row, RowKind::EndedMember, false, is_again);
        }
        if has_member {
            let duplicate = self.add_member(group, &name, &code, &row.text(self.parts.postcode));
            if !self.check_duplicate(&duplicate, is_again, shown, row.number, report) {
                return;
            }
        }
        let listed = self.listed_practices(row);
        if has_member {
            self.show_member(group, &name, &code, &listed, row);
        }
        self.show_practices(group, &name, &listed);
        let counts = &mut self.groups[group as usize];
        counts.rows += 1;
        counts.again += u32::from(is_again);
        let kind = if has_member { RowKind::Member } else { RowKind::Federation };
        self.add_values(group, row, kind, !listed.is_empty(), is_again);
    }

    /// The column with the practices of another kind of member: their names or their number.
    fn practices_column(&self) -> Option<usize> {
        let column = Column::MemberPractices as usize;
        Some(column).filter(|_| self.parts.kind != MemberKind::Practice && self.parts.name != column)
    }

    /// The names of the practices of another kind of member.
    fn listed_practices<'r>(&self, row: &MemberRow<'r>) -> Cow<'r, str> {
        let listed = row.text(self.practices_column());
        if !listed.is_empty() && !normalise::is_count_of_practices(&listed) {
            return listed;
        }
        // "Practices" is over names as often as over numbers.
        let listed = row.text(Some(Column::Practices as usize));
        if self.are_listed(&listed) { listed } else { Cow::Borrowed("") }
    }

    /// Whether a cell for the number of practices has the names of those of another kind of member.
    fn are_listed(&self, cell: &str) -> bool {
        self.parts.kind != MemberKind::Practice && normalise::are_names(cell)
    }

    /// Counts a new member, and reports one that a row above has too. Returns `false` if the row is left out, because that
    /// row is of the same federation.
    fn check_duplicate(
        &self,
        duplicate: &Duplicate,
        is_again: bool,
        shown: &str,
        row: u32,
        report: &mut ImportReport,
    ) -> bool {
        let kind = self.parts.kind;
        match duplicate {
            Duplicate::InFederation => {
                report.skipped_rows += u32::from(!is_again);
                report.add(Scope::Row, row, "", shown, messages::TWICE);
                return false;
            }
            // More than one federation can work in a place.
            Duplicate::InOtherFederation if is_again || kind == MemberKind::Place => {}
            Duplicate::InOtherFederation => {
                report.add(Scope::Note, row, "", shown, kind.message(messages::ELSEWHERE));
            }
            Duplicate::No => report.members += 1,
        }
        true
    }

    /// Adds a member to those that are shown for its federation, unless its practices are `listed`.
    fn show_member(&mut self, group: u32, name: &str, code: &str, listed: &str, row: &MemberRow<'_>) {
        let kind = self.parts.kind;
        let group = &mut self.groups[group as usize];
        group.practices += u32::from(kind == MemberKind::Practice);
        if kind == MemberKind::Place {
            push_member(&mut group.places, name, code, "");
        } else if listed.is_empty() {
            push_member(&mut group.members, name, code, &row.text(self.parts.network));
        }
    }

    /// Adds the practices that are listed for a member.
    fn show_practices(&mut self, group: u32, member: &str, listed: &str) {
        if listed.is_empty() {
            return;
        }
        let network = if self.parts.kind == MemberKind::Place { "" } else { member };
        let group = &mut self.groups[group as usize];
        for practice in strings::parts(listed, ";|\n") {
            group.practices += 1;
            push_member(&mut group.members, practice.trim(), "", network);
        }
    }

    /// Adds the values of a row to those of its federation. Only the numbers of a member are added up, because a row
    /// without one can be about the whole federation.
    fn add_values(&mut self, group: u32, row: &MemberRow<'_>, row_kind: RowKind, has_names: bool, is_again: bool) {
        let has_member = row_kind == RowKind::Member;
        let is_of_end = |ends: &EndColumns, key| row_kind != RowKind::Federation && ends.has(key);
        let Parts { kind, name, code, network, .. } = self.parts;
        let practices = self.practices_column();
        let of_member = [Some(Column::Name as usize), Some(name), code, network];
        let mut is_counted = [false, has_names];
        // What needs a message is noted once per member.
        let mut noted: [Uncounted; 2] = Default::default();
        for (mut column, cell) in row.cells.iter().enumerate() {
            if !cell.is_empty() && !of_member.contains(&Some(column)) && !is_of_end(&self.ends, column) {
                let cell = sanitise(cell);
                if practices == Some(column) {
                    if has_names {
                        continue;
                    }
                    column = Column::Practices as usize;
                }
                let is_sum = sum_of(kind, column).is_some();
                if is_sum && row_kind == RowKind::EndedMember
                    || column == Column::Practices as usize && has_names && self.are_listed(&cell)
                {
                    continue;
                }
                if let Some(sum) = sum_of(kind, column).filter(|_| has_member && !cell.is_empty())
                    && let Some(count) =
                        (if is_again { &mut noted } else { &mut self.uncounted })[sum].number(&cell, row.number)
                {
                    is_counted[sum] = true;
                    self.groups[group as usize].sums[sum] += count;
                }
                self.add_value(group, column, &cell, row.number, row_kind);
            }
        }
        for (uncounted, is_counted) in self.uncounted.iter_mut().zip(is_counted) {
            if has_member && !is_again && !is_counted {
                uncounted.add_without(row.number);
            }
        }
        for (label, detail) in details::numbered(row.packed) {
            let key = COLUMNS + label;
            if !of_member.contains(&Some(key)) && !is_of_end(&self.ends, key) {
                self.add_value(group, self.ends.known_of(key), detail, row.number, row_kind);
            }
        }
    }

    /// The number of the federation's group. `None` if the text is not a federation.
    fn group(&mut self, federation: &str, row: u32) -> Option<u32> {
        if let Some((name, number)) = &self.last
            && name == federation
        {
            return Some(*number);
        }
        if federation.is_empty() {
            return None;
        }
        let words = fold(federation);
        // Most rows are of a federation that is known, and only another text has to be checked.
        let known = self.names.find(&words);
        if known.is_none() && is_no_federation(federation, &words) {
            self.last = None;
            return None;
        }
        let number = known.unwrap_or_else(|| {
            self.groups.push(Group { name: federation.to_owned(), row, ..Group::default() });
            self.names.of(&words).0
        });
        self.last = Some((federation.to_owned(), number));
        Some(number)
    }

    /// Adds a member of a federation. Members with the same name are one only if they have the same code, postcode or
    /// federation.
    fn add_member(&mut self, group: u32, member: &str, code: &str, postcode: &str) -> Duplicate {
        let mut key = fold(if code.is_empty() { member } else { code });
        if code.is_empty() {
            key.push('\n');
            key.push_str(&fold(postcode));
        }
        if code.is_empty() && postcode.is_empty() {
            push_number(&mut key, group);
        }
        let (number, is_new) = self.seen.of(&key);
        if is_new {
            self.owners.push(group);
            return Duplicate::No;
        }
        if self.owners[number as usize] == group {
            return Duplicate::InFederation;
        }
        key.push('\r');
        push_number(&mut key, group);
        if !self.seen.of(&key).1 {
            return Duplicate::InFederation;
        }
        self.owners.push(group);
        Duplicate::InOtherFederation
    }

    /// Stores the value of a cell, if it is the first one of the federation.
    fn add_value(&mut self, group: u32, key: usize, text: &str, row: u32, row_kind: RowKind) {
        if text.is_empty() {
            return;
        }
        if self.column_statistics.len() <= key {
            self.column_statistics.resize(key + 1, ColumnStatistics::default());
        }
        let column = &mut self.column_statistics[key];
        column.filled += 1;
        let group = &mut self.groups[group as usize];
        let value = group.values.iter_mut().find(|value| value.key == key);
        let Some(FirstValue { text: first, is_confirmed, .. }) = value else {
            if column.first.is_none() {
                column.first = Some((row, text.to_owned()));
            }
            column.is_below |= row != group.row;
            column.groups += 1;
            column.alike += 1;
            group.values.push(FirstValue { key, text: text.to_owned(), is_confirmed: row_kind == RowKind::Federation });
            return;
        };
        *is_confirmed = true;
        if first == text
            || is_alike(first, text)
            // For a column with the addresses of members, this comparison is not necessary.
            || column.filled - column.alike < 100 && (fold(first) == fold(text) || means_same(key, first, text))
        {
            column.alike += 1;
        } else {
            column.other.get_or_insert_with(|| (row, text.to_owned(), first.clone()));
        }
    }

    /// Hands over the records of the federations when all rows have been read, for about as long as `budget` rows take.
    /// Returns whether all are handed over.
    pub(in crate::import) fn finish(
        &mut self,
        budget: usize,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> bool {
        let mut done = self.done.unwrap_or_else(|| {
            self.evaluate_columns(records, report);
            self.divide_groups(report);
            0
        });
        let mut budget = budget.max(1);
        while budget > 0 && done < self.groups.len() {
            let group = std::mem::take(&mut self.groups[done]);
            done += 1;
            budget = budget.saturating_sub(1 + group.members.len() / 256);
            if !group.is_several {
                self.push_record(&group, records, report);
            }
        }
        self.done = Some(done);
        done == self.groups.len()
    }

    /// Reports differences within federations, and decides which columns are about members.
    fn evaluate_columns(&mut self, records: &RecordBuilder, report: &mut ImportReport) {
        // The number of rows of the federations that have a value in each column. Of those with several rows, the number of
        // federations with a value in 1 and in several of them.
        let mut rows_of = vec![0; self.column_statistics.len()];
        let mut of_one_row = vec![[0; 2]; self.column_statistics.len()];
        let mut with_rows = 0;
        for group in &self.groups {
            with_rows += u32::from(group.rows > 1);
            for FirstValue { key, is_confirmed, .. } in &group.values {
                of_one_row[*key][usize::from(*is_confirmed)] += u32::from(group.rows > 1);
                // The numbers of members that have ended are not counted.
                let ended = if sum_of(self.parts.kind, *key).is_some() { group.ended } else { 0 };
                rows_of[*key] += group.rows - ended;
            }
        }
        let statistics = &self.column_statistics;
        self.ends.report(&|key| statistics.get(key).is_some_and(|column| column.filled > 0), report);
        for key in 0..self.column_statistics.len() {
            let column = std::mem::take(&mut self.column_statistics[key]);
            if column.filled == 0 {
                continue;
            }
            if key == Column::Practices as usize {
                self.report_fewer_practices(report);
            }
            let rows = rows_of[key];
            let (differ, again) = (column.filled - column.alike, column.filled - column.groups);
            let label = key.checked_sub(COLUMNS).map(|label| records.labels.get(label).cloned().unwrap_or_default());
            let sum = sum_of(self.parts.kind, key);
            let is_own = label.is_some();
            let heading = label.map_or_else(|| report.heading_of(NAMES[key]), Cow::Owned);
            // A mark in some of the rows is about these members.
            let is_mark = || column.first.as_ref().is_some_and(|(_, text)| is_mark(text));
            let is_strict = if is_own {
                is_of_member(&heading) || is_mark() && !is_about_federation(&heading)
            } else {
                sum.is_some()
                    || OF_MEMBERS.iter().any(|&strict| strict as usize == key) && !is_about_federation(&heading)
            };
            // A running number or a person differs in every row.
            let differs_mostly = differ > 2 && differ * 2 > again || differ > 1 && differ == again;
            // A value in 1 row of several is about a member, unless it is in the first row of most federations.
            let [single, confirmed] = of_one_row[key];
            let is_first =
                !column.is_below && (self.parts.is_merged && single > 1 || (single + confirmed) * 2 > with_rows);
            let is_single = single > confirmed && !is_first && !is_about_federation(&heading);
            let is_of_members = if is_strict { column.alike < rows } else { differs_mostly || is_single };
            let is_only_single = is_of_members && differ == 0;
            let (row, value, first) = match column.first {
                Some((row, value)) if is_only_single => (row, value, String::new()),
                _ => column.other.unwrap_or_default(),
            };
            if is_of_members {
                self.column_statistics[key].is_of_members = true;
                let number = key.checked_sub(COLUMNS);
                for mapping in &mut report.columns {
                    let is_it = if number.is_some() {
                        mapping.label == number
                    } else {
                        mapping.column == NAMES.get(key).copied()
                    };
                    mapping.is_left_out |= is_it && sum.is_none();
                }
                let (scope, message) = match sum {
                    Some(_) => (Scope::Note, messages::ADDED_UP),
                    None if is_only_single => (Scope::Cell, messages::OF_SOME_MEMBERS),
                    None => (Scope::Cell, messages::OF_MEMBERS),
                };
                report.add(scope, row, heading.clone(), &value, self.parts.kind.message(message));
                if let Some(sum) = sum {
                    std::mem::take(&mut self.uncounted[sum]).report(&heading, self.parts.kind, again > 0, report);
                }
            } else if differ > 0 {
                let mut problem = ["differs from \"", &shown(&first)].concat();
                problem.push_str("\" in a row above of the same federation");
                if differ > 1 {
                    problem.push_str(", as do cells of ");
                    push_number(&mut problem, differ - 1);
                    problem.push_str(if differ == 2 { " other row" } else { " other rows" });
                }
                report.ignored_cells += differ;
                let fix = "Enter the same value in all rows of a federation. The first one was used";
                report.add(Scope::Cell, row, heading, &value, Message { problem, fix });
            }
        }
    }

    /// Reports numbers of practices that are lower than the number of the practices in the list: they are about each row, or
    /// out of date.
    fn report_fewer_practices(&self, report: &mut ImportReport) {
        let mut first: Option<(&Group, &str)> = None;
        let mut others = 0;
        for group in &self.groups {
            if let Some(stated) = self.fewer_practices(group) {
                others += u32::from(first.is_some());
                first = first.or(Some((group, stated)));
            }
        }
        let Some((group, stated)) = first else { return };
        let mut problem = String::from("is less than the number of practices in the list, ");
        push_number(&mut problem, group.practices);
        if others > 0 {
            problem.push_str(", as in ");
            problem.push_str(&count(others, "other federation", "other federations"));
        }
        let heading = report.heading_of(NAMES[Column::Practices as usize]);
        let fix = "The practices in the list were counted. If one of them is not a member, delete its row";
        report.add(Scope::Note, group.row, heading, stated, Message { problem, fix });
    }

    /// The number of practices that is stated for a federation, if it is lower than the number of those in the list.
    fn fewer_practices<'g>(&self, group: &'g Group) -> Option<&'g str> {
        let key = Column::Practices as usize;
        let stated = &*group.values.iter().find(|value| value.key == key)?.text;
        let number = normalise::normalise(Column::Practices, stated).ok()?;
        let is_fewer = number.parse().is_ok_and(|number: u32| number < group.practices);
        (self.parts.kind == MemberKind::Practice && is_fewer).then_some(stated)
    }

    /// Adds the members below names such as `Alder GPs / Elm Health` to both federations, if the list has both.
    fn divide_groups(&mut self, report: &mut ImportReport) {
        for number in 0..self.groups.len() {
            let (mut found, mut parts) = (Vec::new(), Vec::new());
            if !self.names.divide(&self.groups[number].name, number as u32, &mut found) {
                continue;
            }
            for part in found {
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
            let group = &self.groups[number];
            let has_own = |part: &u32| has_same_member(&group.members, &self.groups[*part as usize].members);
            // The sums of several rows cannot be divided.
            if group.rows > 1 && parts.iter().any(has_own) {
                continue;
            }
            let listed: Vec<u32> = parts.iter().copied().filter(has_own).collect();
            let group = std::mem::take(&mut self.groups[number]);
            self.groups[number].is_several = true;
            let mut problem = String::from("contains the names of ");
            problem.push_str(&count(parts.len() as u32, "other federation", "other federations"));
            if group.rows > 1 {
                problem.push_str(", as in ");
                problem.push_str(&count(group.rows - 1, "other row", "other rows"));
            }
            let fix = self.parts.kind.message(messages::SEVERAL).fix;
            let heading = report.heading(KnownColumn::NAME);
            report.add(Scope::Note, group.row, heading, &group.name, Message { problem, fix });
            for (at, part) in parts.into_iter().enumerate() {
                let other = &mut self.groups[part as usize];
                other.rows += group.rows;
                other.ended += group.ended;
                // The rows are counted in the first of these federations.
                other.again += if at > 0 { group.rows - group.ended } else { group.again };
                other.has_own_ended |= group.has_own_ended && at == 0;
                if listed.contains(&part) {
                    report.add(Scope::Note, group.row, "", &group.members, messages::TWICE);
                    continue;
                }
                other.practices += group.practices;
                strings::join(&mut other.members, "; ", &mut [&*group.members].into_iter());
                strings::join(&mut other.places, "; ", &mut [&*group.places].into_iter());
                for (sum, number) in other.sums.iter_mut().zip(group.sums) {
                    *sum += number;
                }
            }
        }
    }

    /// Adds the record of a federation.
    fn push_record(&self, group: &Group, records: &mut RecordBuilder, report: &mut ImportReport) {
        let mut cells: Cells<'_> = [const { Cow::Borrowed("") }; COLUMNS];
        let mut packed = String::new();
        for FirstValue { key, text, .. } in &group.values {
            if self.column_statistics[*key].is_of_members {
                let sum = sum_of(self.parts.kind, *key).map_or(0, |sum| group.sums[sum]);
                if sum > 0 {
                    push_number(cells[*key].to_mut(), u32::try_from(sum).unwrap_or(u32::MAX));
                }
                continue;
            }
            match key.checked_sub(COLUMNS) {
                Some(label) => details::push(&mut packed, label, text),
                None => cells[*key] = Cow::Borrowed(text),
            }
        }
        cells[Column::Name as usize] = Cow::Borrowed(&group.name);
        cells[Column::MemberPractices as usize] = Cow::Borrowed(&group.members);
        if !group.places.is_empty() {
            strings::join(cells[Column::Covers as usize].to_mut(), "; ", &mut [&*group.places].into_iter());
        }
        let practices = &mut cells[Column::Practices as usize];
        if group.practices > 0 && (practices.is_empty() || self.fewer_practices(group).is_some()) {
            practices.to_mut().clear();
            push_number(practices.to_mut(), group.practices);
        }
        // A record counts as one row, but here as all of its rows.
        let (rows, used, skipped) = (report.rows, report.used, report.skipped_rows);
        records.add(group.row, cells, MemberCell::Grouped, &packed, report);
        report.rows = rows;
        // The row of a member that has ended is used for a federation that has no other.
        let (counted, skipped) = match group.rows.saturating_sub(group.again + group.ended) {
            0 if group.has_own_ended => (1, skipped - 1),
            counted => (counted, skipped),
        };
        if group.ended > 0 && group.rows == group.ended {
            let heading = report.heading(KnownColumn::NAME);
            report.add(Scope::Note, group.row, heading, &group.name, self.parts.kind.message(messages::ONLY_ENDED));
        }
        report.skipped_rows = skipped;
        if report.used > used {
            report.used = used + counted;
            report.federations += 1;
        } else {
            report.skipped_rows = skipped + counted;
        }
    }
}

/// The position in the sums of the counts below a column that are added up if they differ from member to member.
fn sum_of(kind: MemberKind, column: usize) -> Option<usize> {
    if column == Column::Patients as usize {
        return Some(0);
    }
    (column == Column::Practices as usize && kind != MemberKind::Practice).then_some(1)
}

/// Whether a cell answers the question in its heading.
fn is_mark(cell: &str) -> bool {
    const MARKS: &str = " yes no y n true false 1 0 x ";
    matches!(cell, "\u{2713}" | "\u{2714}") || has_word(MARKS, &cell.to_ascii_lowercase())
}

/// Whether the heading of an unknown column shows that it is about each member.
fn is_of_member(heading: &str) -> bool {
    const WORDS: &str = " practice practices surgery gp pcn list patient patients postcode address street phone telephone \
        tel fax email easting northing status date ";
    !is_about_federation(heading) && folded_heading(heading).split(' ').any(|word| has_word(WORDS, word))
}

/// Whether 2 cells of a column are spellings of the same value, such as `NHS Kent ICB` and `Kent`.
fn means_same(key: usize, one: &str, other: &str) -> bool {
    match KnownColumn::all().map(KnownColumn::column).find(|column| *column as usize == key) {
        Some(Column::Regions) => {
            let ((one, one_rest), (other, other_rest)) = (normalise::regions(one), normalise::regions(other));
            one == other && one_rest.is_empty() && other_rest.is_empty()
        }
        Some(Column::Status) => normalise::status(one).is_some_and(|one| normalise::status(other) == Some(one)),
        Some(Column::LegalForm) => {
            normalise::legal_form(one).is_some_and(|one| normalise::legal_form(other) == Some(one))
        }
        Some(Column::Website) => is_alike(address(one), address(other)),
        Some(column) => matches!((normalise::normalise(column, one), normalise::normalise(column, other)),
            (Ok(one), Ok(other)) if fold(&one) == fold(&other)),
        None => false,
    }
}

/// An address without the parts that people leave out.
fn address(cell: &str) -> &str {
    let mut rest = cell;
    for start in ["https://", "http://", "www."] {
        rest = rest.strip_prefix(start).unwrap_or(rest);
    }
    rest
}

fn is_about_federation(heading: &str) -> bool {
    strings::contains(&folded_heading(heading), "federation")
}

/// What a row is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Federation,
    Member,
    EndedMember,
}

/// Whether a row above has the same member.
enum Duplicate {
    No,
    InFederation,
    InOtherFederation,
}

/// Appends `Aldermoor Surgery (J82040, Central PCN)`, so that a search for its code or network shows why it matches.
fn push_member(members: &mut String, member: &str, code: &str, network: &str) {
    members.push_str(if members.is_empty() { "" } else { "; " });
    let mut push =
        |text: &str| members.extend(text.chars().map(|c| if matches!(c, ';' | '|' | '\n') { ',' } else { c }));
    push(if member.is_empty() { code } else { member });
    let code = if member.is_empty() { "" } else { code };
    if !code.is_empty() || !network.is_empty() {
        push(" (");
        push(code);
        push(if code.is_empty() || network.is_empty() { "" } else { ", " });
        push(network);
        push(")");
    }
}
