//! The checks of one row: each cell in the format of its column, or shown as it is written, with a message.

use std::borrow::Cow;

use super::closest;
use super::column_aliases::{EXAMPLE_NOTES, KnownColumn, is_alike, is_example};
use super::heading;
use super::normalise;
use super::report::ImportReport;
use crate::directory::cell_table::RowRefs;
use crate::directory::checks::{degrees, outside_england};
use crate::directory::column::{COLUMNS, Column};
use crate::directory::details;
use crate::directory::messages::{self, Message};
use crate::directory::string_arena::EMPTY_REF;
use crate::directory::{EnumColumns, LegalForm, RegionBasis, RegionSet, Scope, Status};
use crate::lat_lon::LatLon;

/// The cells of one row, by column number.
pub(super) type Cells<'c> = [Cow<'c, str>; COLUMNS];

/// The checks of one row.
pub(super) struct RowCheck<'c, 'd, 'r> {
    /// First all cells, and then those that are valid.
    pub(super) cells: Cells<'c>,
    /// The references to stored cells that a row above has too.
    pub(super) places: RowRefs,
    pub(super) row: u32,
    pub(super) today: Option<&'r str>,
    pub(super) report: &'r mut ImportReport,
    pub(super) labels: &'r mut Vec<String>,
    /// The details. Cells that are shown as they are written are added under the headings of their columns.
    pub(super) details: Cow<'d, str>,
}

impl<'c> RowCheck<'c, '_, '_> {
    /// Whether the row is a federation: it has a name, which is not that of an example in the template. If not, this is
    /// reported, with the name as it was given.
    pub(super) fn is_federation(&mut self, given_name: &str) -> bool {
        if !self.cells[Column::Name as usize].is_empty() {
            self.normalise(Column::Name);
        }
        let name = &*self.cells[Column::Name as usize];
        let message = match name {
            "" => messages::NAME,
            name if is_example(name) => messages::EXAMPLE,
            _ => return true,
        };
        self.report(Scope::Row, Column::Name, given_name.trim_matches(char::is_control), message);
        self.report.skipped_rows += 1;
        false
    }

    /// Takes the status from a name such as `Alder Federation (closed)`, if the row has no other.
    pub(super) fn ended_name(&mut self) {
        if self.cells[Column::Status as usize].is_empty()
            && self.cells[Column::EndedOn as usize].is_empty()
            && normalise::is_ended_name(&self.cells[Column::Name as usize])
        {
            self.cells[Column::Status as usize] = Cow::Borrowed(Status::Ended.id());
        }
    }

    /// Keeps only the name of a federation that was written over the template's example, if the notes are still those.
    pub(super) fn example(&mut self) {
        let notes = self.cells[Column::Notes as usize].clone();
        if notes != EXAMPLE_NOTES {
            return;
        }
        self.report(Scope::Cell, Column::Notes, &notes, messages::EXAMPLE_CELL);
        for (column, cell) in self.cells.iter_mut().enumerate() {
            // "Active" is what a row without a status is.
            if column != Column::Name as usize && column != Column::Status as usize {
                *cell = Cow::Borrowed("");
            }
        }
    }

    /// Keeps the cell if it is valid.
    pub(super) fn normalise(&mut self, column: Column) {
        if matches!(column, Column::Postcodes | Column::PostcodeAreas) {
            return;
        }
        let cell = std::mem::take(&mut self.cells[column as usize]);
        // "GP practices" and "Member practices" are often over numbers, and as often over names.
        let heading = column;
        let column = match column {
            Column::MemberPractices if normalise::is_count_of_practices(&cell) => Column::Practices,
            column => column,
        };
        let tidied = match &cell {
            Cow::Borrowed(cell) => normalised_cell(column, cell),
            Cow::Owned(cell) => normalised_cell(column, cell).map(|tidied| Cow::Owned(tidied.into_owned())),
        };
        match tidied {
            Ok(tidied) => {
                if tidied.is_empty() && cell.starts_with('#') && cell.len() > 2 && column != Column::Name {
                    self.report(Scope::Cell, heading, &cell, messages::FORMULA_ERROR);
                }
                self.cells[column as usize] = tidied;
            }
            Err(message) if matches!(column, Column::Longitude | Column::Latitude) => {
                self.report(Scope::Cell, column, &cell, message);
            }
            Err(message) => {
                let cell = normalise::sanitise(&cell).into_owned();
                let (scope, text, message) = match normalise::normalise_loosely(column, &cell) {
                    Some((text, message)) if column != Column::EndedOn || self.is_past(&text) => {
                        (Scope::Note, text.into_owned(), message)
                    }
                    _ => (Scope::Text, String::new(), message),
                };
                self.cells[column as usize] = Cow::Owned(text);
                // The names of practices are not a problem.
                let members = &mut self.cells[Column::MemberPractices as usize];
                let is_names = column == Column::Practices && scope == Scope::Text && normalise::are_names(&cell);
                if is_names && members.is_empty() {
                    *members = Cow::Owned(cell);
                } else if is_names {
                    self.show(heading, &cell);
                } else {
                    self.keep(scope, heading, &cell, message);
                }
            }
        }
    }

    /// Whether a date within a text can be used. In this year or a later one, a year alone might be a plan.
    fn is_past(&self, date: &str) -> bool {
        date.len() > 4 || date < self.today.and_then(|today| today.get(..4)).unwrap_or_default()
    }

    /// Shows the cell as it is written, and reports why.
    fn keep(&mut self, scope: Scope, column: Column, cell: &str, message: Message) {
        self.report(scope, column, cell, message);
        self.show(column, cell);
    }

    fn show(&mut self, column: Column, cell: &str) {
        keep(self.labels, &mut self.details, self.report, column, cell);
    }

    /// Whether the status column is one that states whether a federation has ended.
    fn is_status_of_end(&self) -> bool {
        is_of_end(&self.report.heading(KnownColumn::STATUS))
    }

    /// Parses a column that states whether a federation has ended, and not when, as its status.
    pub(super) fn closed(&mut self) {
        let (on, status) = (Column::EndedOn as usize, Column::Status as usize);
        // It can contain a date too, which has priority over a planned end date.
        if self.cells[status].bytes().any(|byte| byte.is_ascii_digit())
            && normalise::date(&self.cells[status]).is_some()
            && self.is_status_of_end()
        {
            self.cells.swap(on, status);
            let planned = std::mem::take(&mut self.cells[status]);
            if !planned.is_empty() {
                self.show(Column::EndedOn, &normalise::sanitise(&planned));
            }
        }
        let cell = &self.cells[Column::EndedOn as usize];
        let is_answer = normalise::closed(cell);
        // `Yes, in March` and `Merged into Alder Federation`.
        let Some(closed) = is_answer.or_else(|| normalise::closed_of_start(cell)) else { return };
        let cell = std::mem::take(&mut self.cells[Column::EndedOn as usize]);
        let cell = normalise::sanitise(&cell);
        let status = normalise::sanitise(&self.cells[Column::Status as usize]);
        if normalise::status(&status).is_some_and(|status| status != closed) {
            return self.keep(Scope::Text, Column::EndedOn, &cell, messages::TWO_STATUSES);
        }
        // `Closed 19th June 1998`: with a date, the status follows from that.
        let date = match is_answer {
            Some(_) => None,
            None => normalise::normalise_loosely(Column::EndedOn, &cell).filter(|(date, _)| self.is_past(date)),
        };
        if status.is_empty() && date.is_none() {
            self.cells[Column::Status as usize] = Cow::Borrowed(closed.id());
        }
        if is_answer.is_none() {
            let message = if date.is_some() { messages::MORE_THAN_DATE } else { messages::MORE_THAN_STATUS };
            self.cells[Column::EndedOn as usize] =
                Cow::Owned(date.map_or_else(String::new, |(date, _)| date.into_owned()));
            self.keep(Scope::Note, Column::EndedOn, &cell, message);
        }
    }

    /// The postcodes and the areas, whichever of the 2 columns they are in.
    pub(super) fn postcodes(&mut self) {
        let (areas, postcodes) = (Column::PostcodeAreas as usize, Column::Postcodes as usize);
        if self.cells[postcodes].is_empty() && (self.cells[areas].is_empty() || self.places[areas] != EMPTY_REF) {
            return;
        }
        let mut read = (String::new(), String::new());
        for column in [Column::PostcodeAreas, Column::Postcodes] {
            self.places[column as usize] = EMPTY_REF;
            let written = std::mem::take(&mut self.cells[column as usize]);
            let cell = normalise::sanitise(&written);
            if normalise::postcodes(&cell, &mut read.0, &mut read.1).is_none() {
                self.keep(Scope::Text, column, &cell, messages::OWN_POSTCODES);
            }
        }
        self.cells[postcodes] = Cow::Owned(read.0);
        self.cells[areas] = Cow::Owned(read.1);
    }

    pub(super) fn enum_columns(&mut self) -> EnumColumns {
        let status = self.status();
        let (regions, region_basis) = self.regions();
        let legal_form = self.cells[Column::LegalForm as usize].clone();
        let mut form = normalise::legal_form(&legal_form);
        if form.is_none() && !legal_form.is_empty() {
            // The word "limited" is in several legal forms, and a typo can be in the rest of it.
            form = normalise::legal_form_within(&legal_form).filter(|form| {
                *form != LegalForm::LimitedCompany || closest::value(Column::LegalForm, &legal_form).is_none()
            });
            if form.is_none() && normalise::is_type_of_body(&legal_form) {
                // Under "Organisation type" this is correct, in each row.
                self.show(Column::LegalForm, &legal_form);
            } else {
                let (scope, message) = match form {
                    Some(_) => (Scope::Note, messages::MORE_THAN_LEGAL_FORM),
                    None => (Scope::Text, messages::OWN_LEGAL_FORM),
                };
                self.keep(scope, Column::LegalForm, &legal_form, message);
            }
        }
        EnumColumns { regions, region_basis, status, legal_form: form }
    }

    pub(super) fn coordinates(&mut self) {
        let columns = [Column::Longitude, Column::Latitude];
        let [longitude, latitude] = columns.map(|column| degrees(&self.cells[column as usize]));
        let problem = match (longitude, latitude) {
            (Some(longitude), Some(latitude)) => {
                outside_england(LatLon { latitude, longitude }).map(|column| (column, messages::IN_ENGLAND))
            }
            (Some(_), None) => Some((Column::Latitude, messages::BOTH_DEGREES)),
            (None, Some(_)) => Some((Column::Longitude, messages::BOTH_DEGREES)),
            (None, None) => None,
        };
        if let Some((column, message)) = problem {
            let value = self.cells[column as usize].clone();
            self.report(Scope::Cell, column, &value, message);
            for column in columns {
                self.cells[column as usize] = Cow::Borrowed("");
            }
        }
    }

    /// Active, unless the row has another status or an end date in the past.
    fn status(&mut self) -> Status {
        let cell = self.cells[Column::Status as usize].clone();
        let ended_on = &self.cells[Column::EndedOn as usize];
        // Today with the precision of the cell: the month or the year of an end can be the current one.
        let is_to_come =
            self.today.and_then(|today| today.get(..ended_on.len())).is_some_and(|today| &**ended_on > today);
        let has_come = !ended_on.is_empty() && !is_to_come;
        let mut status = normalise::status(&cell);
        let answer = normalise::closed(&cell);
        if answer != status && self.is_status_of_end() {
            status = answer;
        }
        if status.is_none() && !cell.is_empty() {
            let is_to_be_struck_off = normalise::is_to_be_struck_off(&cell);
            status = match has_come {
                _ if !is_to_be_struck_off => normalise::status_of_first_word(&cell),
                true => None,
                false => Some(Status::Unconfirmed),
            };
            let (scope, message) = match status {
                Some(_) if is_to_be_struck_off => (Scope::Note, messages::STRIKE_OFF),
                Some(_) => (Scope::Note, messages::MORE_THAN_STATUS),
                // The end date has come, so the federation is not shown as active.
                None if has_come => {
                    let message = if is_to_be_struck_off { messages::STRIKE_OFF } else { messages::STATUS };
                    (Scope::Text, Message { fix: messages::STATUS.fix, ..message })
                }
                None => (Scope::Text, messages::OWN_STATUS),
            };
            self.keep(scope, Column::Status, &cell, message);
        }
        let status = status.unwrap_or(if has_come { Status::Ended } else { Status::Active });
        if status == Status::Active && !is_to_come {
            let on = std::mem::take(&mut self.cells[Column::EndedOn as usize]);
            let why = std::mem::take(&mut self.cells[Column::EndedWhy as usize]);
            if !on.is_empty() {
                self.keep(Scope::Text, Column::EndedOn, &on, messages::OWN_ENDED);
            }
            // A reason alone could be the reason for something else.
            if !why.is_empty() {
                self.show(Column::EndedWhy, &why);
            }
        }
        status
    }

    /// The regions. A region in a row is stated, unless the row has the basis "inferred".
    fn regions(&mut self) -> (RegionSet, RegionBasis) {
        let cell = self.cells[Column::Regions as usize].clone();
        let (regions, others) = normalise::regions(&cell);
        for entry in &others {
            self.report(Scope::Text, Column::Regions, entry, messages::OWN_REGION);
        }
        if !others.is_empty() {
            self.show(Column::Regions, &cell);
        }
        let basis = self.cells[Column::RegionBasis as usize].clone();
        let stated = normalise::region_basis(&basis);
        if stated.is_none() && !basis.is_empty() {
            self.report(Scope::Cell, Column::RegionBasis, &basis, messages::REGION_BASIS);
        }
        let basis = match stated {
            _ if regions.is_empty() => RegionBasis::Unknown,
            Some(RegionBasis::Inferred) => RegionBasis::Inferred,
            _ => RegionBasis::Stated,
        };
        (regions, basis)
    }

    pub(super) fn report(&mut self, scope: Scope, column: Column, value: &str, message: Message) {
        self.report.cell(scope, self.row, KnownColumn::of_column(column), value, message);
    }
}

fn normalised_cell(column: Column, cell: &str) -> Result<Cow<'_, str>, Message> {
    // In counts, nil is a number.
    if matches!(column, Column::Practices | Column::Patients) && cell.trim().eq_ignore_ascii_case("nil") {
        return Ok(Cow::Borrowed("0"));
    }
    // A status that is not known is a status, and an empty one means that the federation is active.
    if column == Column::Status && ["unknown", "not known"].iter().any(|unknown| is_alike(unknown, cell)) {
        return Ok(Cow::Borrowed(Status::Unconfirmed.id()));
    }
    match normalise::sanitise(cell) {
        clean if clean.is_empty() => Ok(Cow::Borrowed("")),
        Cow::Borrowed(clean) => normalise::normalise(column, clean),
        Cow::Owned(clean) => normalise::normalise(column, &clean).map(|tidied| Cow::Owned(tidied.into_owned())),
    }
}

/// Whether a status column is one that states whether a federation has ended.
pub(super) fn is_of_end(heading: &str) -> bool {
    heading::read(heading).is_some_and(|known| known.meaning == KnownColumn::ENDED_ON)
}

/// The number of a label of details.
pub(super) fn number_of(labels: &mut Vec<String>, label: &str) -> usize {
    labels.iter().position(|other| other == label).unwrap_or_else(|| {
        labels.push(label.to_owned());
        labels.len() - 1
    })
}

/// Adds a cell to the details, under the heading of its column.
pub(super) fn keep(
    labels: &mut Vec<String>,
    details: &mut Cow<'_, str>,
    report: &ImportReport,
    column: Column,
    text: &str,
) {
    let label = number_of(labels, &report.heading(KnownColumn::of_column(column)));
    details::push(details.to_mut(), label, text);
}
