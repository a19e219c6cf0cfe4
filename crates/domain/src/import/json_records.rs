//! Reading the records of a JSON list: objects in, records out.

use std::borrow::Cow;

use super::MAX_COLUMNS;
use super::column_aliases::KnownColumn;
use super::column_role::ColumnRole;
use super::heading::{self, NESTED, NameColumn};
use super::json::{JsonParser, Value};
use super::json_flatten::{Flat, flatten, for_first_properties, for_first_records, pairs, unwrapped};
use super::members::{self, Candidate, Members, Sample};
use super::no_header::no_name;
use super::normalise::sanitise;
use super::record_builder::{MemberCell, RecordBuilder};
use super::report::{ColumnMapping, ImportReport};
use super::row_check::Cells;
use crate::directory::column::COLUMNS;
use crate::directory::csv_reader::MAX_CELL_LEN;
use crate::directory::messages::{self, Message};
use crate::directory::{Scope, details};
use crate::strings::parts;

/// Reads records.
#[derive(Default)]
pub(super) struct JsonRecords {
    /// The meanings of the properties, in the order of their first use.
    properties: Vec<Property>,
    /// The weights of the properties as names, from the first records. The lowest is best.
    names: Vec<(String, u8)>,
    /// The number of records so far.
    number: u32,
    /// Whether a record was a list.
    has_lists: bool,
    /// Present if each record is about a member of a federation.
    members: Option<Members>,
}

struct Property {
    key: String,
    meaning: Option<KnownColumn>,
    /// Of two properties with the same meaning, the one with the lower weight is used.
    weight: u8,
    /// The number of its label, once it has been needed.
    label: Option<usize>,
}

/// The weight of a property that is never a name.
const NO_NAME: u8 = u8::MAX;

/// The number of records that are used to recognise names.
const SAMPLE: usize = 20;

impl JsonRecords {
    /// Hands over the records that need the end of the file. Returns whether none are left.
    pub(super) fn finish(&mut self, budget: usize, records: &mut RecordBuilder, report: &mut ImportReport) -> bool {
        self.members.as_mut().is_none_or(|members| members.finish(budget, records, report))
    }

    /// Reads the first records to find the property with the name, which must not depend on the order of the
    /// properties.
    pub(super) fn read_sample(
        &mut self,
        parser: JsonParser<'_>,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) {
        let mut columns: Vec<(String, NameColumn)> = Vec::new();
        let (mut headings, mut keys): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut has_surname = false;
        for_first_properties(parser, SAMPLE, &mut |key, text| {
            if !keys.iter().any(|known| known == key) && keys.len() < MAX_COLUMNS && key.len() <= MAX_CELL_LEN {
                keys.push(key.to_owned());
            }
            if let Some((_, column)) = columns.iter_mut().find(|(known, _)| known == key) {
                column.observe(text);
            } else if let Some(mut column) = NameColumn::of(key) {
                column.observe(text);
                columns.push((key.to_owned(), column));
            } else if !headings.iter().any(|known| known == key) && headings.len() < MAX_COLUMNS {
                has_surname |= heading::is_surname(key);
                headings.push(key.to_owned());
            }
        });
        if columns.is_empty() && !headings.is_empty() {
            let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
            report.add(Scope::File, 1, "", "", no_name(None, &headings));
        } else {
            heading::report_typos(&keys, 1, members::is_about_member, report);
        }
        if keys.iter().any(|key| heading::is_job(key)) {
            columns.iter_mut().for_each(|(_, column)| column.demote());
        }
        self.names = columns.into_iter().map(|(key, column)| (key, column.weight(has_surname))).collect();
        self.members = self.detect_members(parser, &keys, records, report);
    }

    /// Detects whether each record is about a member of a federation, and if so which properties are about members.
    fn detect_members(
        &mut self,
        parser: JsonParser<'_>,
        keys: &[String],
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Option<Members> {
        let mut best: Option<&(String, u8)> = None;
        for name in &self.names {
            if best.is_none_or(|best| name.1 < best.1) {
                best = Some(name);
            }
        }
        let name = best?.0.as_str();
        let candidates = Candidate::all(keys, keys.iter().position(|key| key == name)?);
        let (candidate, parts) = candidates.into_iter().find_map(|candidate| {
            let parts = candidate.evaluate(&sample_of(&candidate, parser, keys)).filter(|parts| !parts.is_merged)?;
            Some((candidate, parts))
        })?;
        let federation = keys.get(candidate.federation)?;
        for (name, weight) in &mut self.names {
            *weight = if name == federation { 0 } else { NO_NAME };
        }
        if !self.names.iter().any(|(name, _)| name == federation) {
            self.names.push((federation.clone(), 0));
        }
        let mut places = Vec::with_capacity(keys.len());
        for (at, key) in keys.iter().enumerate() {
            let property = self.property(at, key, report)?;
            let property = self.properties.get_mut(property)?;
            if at == candidate.federation {
                property.meaning = Some(KnownColumn::NAME);
            } else if at == parts.name || Some(at) == parts.code || Some(at) == parts.network {
                property.meaning = None;
            }
            places.push(match property.meaning {
                Some(meaning) => ColumnRole::Known(meaning),
                None => {
                    let label = records.label(&label_of(key));
                    property.label = Some(label);
                    ColumnRole::Extra(label)
                }
            });
            let mapping = report.columns.get_mut(at)?;
            mapping.column = property.meaning.map(KnownColumn::name);
            mapping.label = property.label;
        }
        Members::new(parts, &places, records.today(), report)
    }

    /// Adds a record, or reports why it cannot.
    pub(super) fn add(&mut self, value: Value<'_>, records: &mut RecordBuilder, report: &mut ImportReport) {
        self.number += 1;
        let Value::Object(properties) = value else {
            report.rows += 1;
            report.skipped_rows += 1;
            self.report_no_object(matches!(value, Value::List(_)), report);
            return;
        };
        let properties = unwrapped(properties);
        let mut packed = String::new();
        let mut flat = Vec::with_capacity(properties.len());
        for (key, value) in properties {
            if key == "details" {
                for (label, text) in pairs(value) {
                    let label = records.label(&label);
                    details::push(&mut packed, label, &sanitise(&text));
                }
            } else {
                flatten(key, value, Some(records), &mut flat);
            }
        }
        let cells = self.cells(flat, &mut packed, records, report);
        match &mut self.members {
            Some(members) => members.add(self.number, &cells, &packed, report),
            None => records.add(self.number, cells, MemberCell::Written, &packed, report),
        }
    }

    /// Reports a record that is not an object. A table as lists of cells is reported only once.
    fn report_no_object(&mut self, is_list: bool, report: &mut ImportReport) {
        if is_list && std::mem::replace(&mut self.has_lists, true) {
            return;
        }
        let (problem, fix) = if is_list {
            (
                "The list holds lists, not objects. They are not read",
                "Save the table as CSV, or use objects, for example {\"name\": \"Halton GP Alliance\"}",
            )
        } else {
            ("The record is not an object", "Use an object, for example {\"name\": \"Halton GP Alliance\"}")
        };
        report.add(Scope::Row, self.number, "", "", Message { problem, fix });
    }

    /// The cells of a record, by column. The other properties are added to the details.
    fn cells<'v>(
        &mut self,
        flat: Vec<Flat<'v>>,
        packed: &mut String,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Cells<'v> {
        let known: Vec<Option<usize>> =
            flat.iter().enumerate().map(|(at, (key, _))| self.property(at, key, report)).collect();
        let best = self.best_by_column(&flat, &known);
        let mut cells: Cells<'v> = [const { Cow::Borrowed("") }; COLUMNS];
        for ((at, (key, text)), known) in flat.into_iter().enumerate().zip(known) {
            let Some(known) = known.filter(|_| text.len() <= MAX_CELL_LEN) else {
                if !text.is_empty() {
                    self.report_unread(key, &text, known.is_some(), report);
                }
                continue;
            };
            let redecoded = report.redecoded(self.number, known, &text);
            let text = redecoded.map_or(text, Cow::Owned);
            match self.properties[known].meaning.map(KnownColumn::column) {
                Some(column) if best[column as usize] == Some(at) => {
                    cells[column as usize] = match text {
                        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
                        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
                    };
                }
                _ if text.trim().is_empty() => {}
                _ => details::push(packed, self.label(known, records, report), &sanitise(text.trim())),
            }
        }
        cells
    }

    /// The property of a record for each column, whatever the order of the properties. `known` are their numbers.
    fn best_by_column(&self, flat: &[Flat<'_>], known: &[Option<usize>]) -> [Option<usize>; COLUMNS] {
        let mut best: [Option<usize>; COLUMNS] = [None; COLUMNS];
        let weight = |at: usize| known[at].map_or(NO_NAME, |known| self.properties[known].weight);
        for (at, (_, text)) in flat.iter().enumerate().filter(|(_, (_, text))| !text.trim().is_empty()) {
            let meaning = known[at].and_then(|known| self.properties[known].meaning);
            if let Some(meaning) = meaning.filter(|_| text.len() <= MAX_CELL_LEN) {
                let best = &mut best[meaning.column() as usize];
                if best.is_none_or(|best| weight(at) < weight(best)) {
                    *best = Some(at);
                }
            }
        }
        best
    }

    /// Reports a property that is too long, or one that is more than can be kept.
    fn report_unread(&self, key: Cow<'_, str>, text: &str, is_known: bool, report: &mut ImportReport) {
        report.ignored_cells += 1;
        let message = if is_known {
            messages::TOO_LONG
        } else {
            const _: () = assert!(MAX_COLUMNS == 500, "it is in the message");
            Message {
                problem: "was not read because the file has more than 500 properties",
                fix: "Remove the properties you do not need",
            }
        };
        report.add(Scope::Cell, self.number, key.into_owned(), text, message);
    }

    /// The number of the label of a property that is shown as a detail.
    fn label(&mut self, known: usize, records: &mut RecordBuilder, report: &mut ImportReport) -> usize {
        let property = &mut self.properties[known];
        *property.label.get_or_insert_with(|| {
            let label = records.label(&label_of(&property.key));
            if let Some(column) = report.columns.get_mut(known) {
                column.column = None;
                column.label = Some(label);
            }
            label
        })
    }

    /// The index of this property. Records usually have the same ones in the same order.
    fn property(&mut self, at: usize, key: &str, report: &mut ImportReport) -> Option<usize> {
        if self.properties.get(at).is_some_and(|known| known.key == key) {
            return Some(at);
        }
        if let Some(known) = self.properties.iter().position(|known| known.key == key) {
            return Some(known);
        }
        if self.properties.len() >= MAX_COLUMNS || key.len() > MAX_CELL_LEN {
            return None;
        }
        let mut weight = 0;
        let mut meaning = heading::read(key).map(|known| {
            weight = known.weight;
            known.meaning
        });
        if let Some(name) = NameColumn::of(key).filter(|_| !key.contains('.')) {
            let known = self.names.iter().find(|(known, _)| known == key);
            let of_name = known.map_or_else(|| name.weight(false), |&(_, weight)| weight);
            // A trading name is another name if there is a name.
            let is_alias = meaning.is_some_and(|meaning| meaning != KnownColumn::NAME)
                && self.names.iter().any(|&(_, weight)| weight < of_name);
            if !is_alias {
                weight = of_name;
                meaning = if weight == NO_NAME { None } else { Some(KnownColumn::NAME) };
            }
        }
        self.properties.push(Property { key: key.to_owned(), meaning, weight, label: None });
        let column = meaning.map(KnownColumn::name);
        report.columns.push(ColumnMapping { heading: key.to_owned(), column, is_left_out: false, label: None });
        Some(self.properties.len() - 1)
    }
}

/// `address.line1` as people see it: `address: line1`. A full stop that belongs to a word stays.
fn label_of(key: &str) -> String {
    let mut label = String::new();
    for part in parts(&sanitise(key), NESTED) {
        label.push_str(if label.is_empty() { "" } else { ": " });
        label.push_str(part);
    }
    label
}

/// Counts the first records of the list that begins here.
fn sample_of(candidate: &Candidate, parser: JsonParser<'_>, keys: &[String]) -> Sample {
    let mut sample = Sample::default();
    for_first_records(parser, members::SAMPLE as usize, &mut |flat| {
        sample.add_row(candidate.columns().map(|column| {
            let key = column.and_then(|column| keys.get(column));
            flat.iter().find(|(other, _)| key.is_some_and(|key| key == other)).map_or("", |(_, text)| text.trim())
        }));
    });
    sample
}
