//! Reading JSON: objects in, records out.

use std::borrow::Cow;

use super::column_aliases::KnownColumn;
use super::column_role::ColumnRole;
use super::header::no_name;
use super::heading::{self, NESTED, NameColumn, folded_heading, has_word};
use super::json::{ExpectedToken, JsonParser, Value};
use super::members::{self, Candidate, Members, Sample};
use super::normalise::{self, sanitise};
use super::record_builder::{MemberCell, RecordBuilder};
use super::report::{ColumnMapping, ImportReport};
use super::row_check::Cells;
use super::slug::{MAX_GENERATED_ID, slug};
use super::{MAX_COLUMNS, MAX_ROWS};
use crate::directory::checks::{Exactness, degrees, is_date, is_web_address};
use crate::directory::column::{COLUMNS, Column};
use crate::directory::csv_reader::MAX_CELL_LEN;
use crate::directory::messages::Message;
use crate::directory::{Scope, Source, details};
use crate::strings::{self, filled, parts};

/// Reads JSON: a list of records, an object that contains such a list anywhere and possibly another one as `sources`,
/// or one object per line.
#[derive(Default)]
pub(super) struct JsonReader {
    place: JsonPlace,
    /// The number of objects around the list that have been opened.
    depth: u32,
    is_lines: bool,
    list: ListKind,
    has_list: bool,
    /// The list to read if none has a known name: its position and name, and whether its records have names.
    other: Option<(usize, String, bool)>,
    /// Whether that list is being read, after the whole file has been skipped.
    is_second: bool,
    /// The names of lists of objects that are not read.
    passed: Vec<String>,
    /// The meanings of the properties, in the order of their first use.
    properties: Vec<Property>,
    /// The weights of the properties as names, from the first records. The lowest is best.
    names: Vec<(String, u8)>,
    number: u32,
    /// Present if each record is about a member of a federation.
    members: Option<Members>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum JsonPlace {
    #[default]
    Top,
    /// After the opening brace of an object, or after a comma in it.
    Object,
    /// After the opening bracket of a list.
    ListStart,
    /// After an item of a list.
    List,
    End,
}

/// The purpose of a list.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum ListKind {
    #[default]
    Records,
    Sources,
    Passed,
}

struct Property {
    key: String,
    meaning: Option<KnownColumn>,
    /// Of two properties with the same meaning, the one with the lower weight is used.
    weight: u8,
    /// The number of its label, once it has been needed.
    label: Option<usize>,
}

/// A property of a record, after nested values were flattened.
type Flat<'v> = (Cow<'v, str>, Cow<'v, str>);

/// The weight of a property that is never a name.
const NO_NAME: u8 = u8::MAX;

/// The number of records that are used to recognise names, if together they are no longer than this.
const SAMPLE: usize = 20;
const MAX_SAMPLE_LEN: usize = 256 << 10;

/// The maximum depth of the list in objects.
const MAX_DEPTH: u32 = 8;

impl JsonReader {
    pub(super) fn of_lines() -> Self {
        Self { is_lines: true, ..Self::default() }
    }

    /// Reads up to `budget` records. Returns whether all are read.
    pub(super) fn step(
        &mut self,
        parser: &mut JsonParser<'_>,
        budget: usize,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Result<bool, ExpectedToken> {
        for _ in 0..budget {
            if report.rows >= MAX_ROWS {
                break;
            }
            match self.place {
                JsonPlace::Top if self.is_lines => {
                    if !self.has_list {
                        self.look(*parser, records, report);
                    }
                    if parser.peek().is_none() {
                        return Ok(self.finish(budget, records, report));
                    }
                    let value = parser.value()?;
                    parser.take(b',');
                    self.record(value, records, report);
                }
                JsonPlace::Top if parser.take(b'[') => self.begin(*parser, records, report),
                JsonPlace::Top => {
                    parser.expect(b'{', "Start with a list of federations")?;
                    self.open(parser)?;
                }
                JsonPlace::Object => {
                    let key = parser.key()?;
                    if parser.take(b'[') {
                        self.open_list(key, *parser, records, report);
                    } else if self.depth < MAX_DEPTH && parser.take(b'{') {
                        self.open(parser)?;
                    } else {
                        parser.value()?;
                        self.after_property(parser)?;
                    }
                }
                JsonPlace::ListStart | JsonPlace::List => {
                    if parser.take(b']') {
                        self.after_property(parser)?;
                        continue;
                    }
                    if self.place == JsonPlace::List {
                        parser.expect(b',', "Add a comma or a closing bracket here")?;
                    }
                    self.place = JsonPlace::List;
                    let value = parser.value()?;
                    match self.list {
                        ListKind::Records => self.record(value, records, report),
                        ListKind::Sources => add_source(&value, records),
                        ListKind::Passed => {}
                    }
                }
                JsonPlace::End => {
                    if self.is_second {
                        return Ok(self.finish(budget, records, report));
                    }
                    if parser.peek().is_some() {
                        return Err("Remove everything after the list");
                    }
                    let other = self.other.take();
                    for name in std::mem::take(&mut self.passed) {
                        if self.has_list || other.as_ref().is_none_or(|(_, other, _)| *other != name) {
                            let fix = "If this is the list of federations, rename it to \"federations\". If not, you do not need to do anything";
                            report.add(
                                Scope::Cell,
                                1,
                                name,
                                "",
                                Message { problem: "is a list that is not read", fix },
                            );
                        }
                    }
                    if let Some((at, ..)) = other.filter(|_| !self.has_list) {
                        // Its end is known from the first pass, and everything after it was read then.
                        parser.at = at;
                        self.is_second = true;
                        self.begin(*parser, records, report);
                        continue;
                    }
                    if !self.has_list {
                        let fix = "Use a list of federations, or an object with a \"federations\" list";
                        report.add(
                            Scope::File,
                            1,
                            "",
                            "",
                            Message { problem: "The file does not have a list of federations", fix },
                        );
                    }
                    return Ok(self.finish(budget, records, report));
                }
            }
        }
        Ok(false)
    }

    /// Hands over the records that need the end of the file. Returns whether none are left.
    pub(super) fn finish(&mut self, budget: usize, records: &mut RecordBuilder, report: &mut ImportReport) -> bool {
        self.members.as_mut().is_none_or(|members| members.finish(budget, records, report))
    }

    /// Continues inside an object.
    fn open(&mut self, parser: &mut JsonParser<'_>) -> Result<(), ExpectedToken> {
        self.depth += 1;
        self.place = JsonPlace::Object;
        if parser.take(b'}') {
            self.depth -= 1;
            self.after_property(parser)?;
        }
        Ok(())
    }

    /// Continues after a value, and after the objects that end with it.
    fn after_property(&mut self, parser: &mut JsonParser<'_>) -> Result<(), ExpectedToken> {
        while self.depth > 0 && !self.is_second {
            if parser.take(b',') {
                self.place = JsonPlace::Object;
                return Ok(());
            }
            parser.expect(b'}', "Add a comma or a closing brace here")?;
            self.depth -= 1;
        }
        self.place = JsonPlace::End;
        Ok(())
    }

    /// Detects the purpose of the list whose bracket was just read.
    fn open_list(
        &mut self,
        key: Cow<'_, str>,
        mut parser: JsonParser<'_>,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) {
        const LISTS: &str = " federations records data features items results value rows list ";
        let name = folded_heading(&key);
        if name != "sources" && has_word(LISTS, &name) {
            self.begin(parser, records, report);
            return;
        }
        self.place = JsonPlace::ListStart;
        self.list = if name == "sources" { ListKind::Sources } else { ListKind::Passed };
        if self.list == ListKind::Passed && parser.peek() == Some(b'{') && self.passed.len() < SAMPLE {
            let at = parser.at;
            let mut has_name = false;
            for_first_properties(parser, 1, &mut |key, _| has_name |= NameColumn::of(key).is_some());
            if self.other.as_ref().is_none_or(|(_, _, other)| has_name && !other) {
                self.other = Some((at, key.to_string(), has_name));
            }
            self.passed.push(key.into_owned());
        }
    }

    /// Starts with the list of records whose bracket was just read.
    fn begin(&mut self, parser: JsonParser<'_>, records: &mut RecordBuilder, report: &mut ImportReport) {
        self.place = JsonPlace::ListStart;
        self.list = ListKind::Records;
        if !self.has_list {
            self.look(parser, records, report);
        }
    }

    /// Reads the first records to find the property with the name, which must not depend on the order of the
    /// properties.
    fn look(&mut self, parser: JsonParser<'_>, records: &mut RecordBuilder, report: &mut ImportReport) {
        self.has_list = true;
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
        Members::new(parts, &places, report)
    }

    fn record(&mut self, value: Value<'_>, records: &mut RecordBuilder, report: &mut ImportReport) {
        self.number += 1;
        let Value::Object(properties) = value else {
            report.rows += 1;
            report.skipped_rows += 1;
            let fix = "Use an object, for example {\"name\": \"Halton GP Alliance\"}";
            report.add(Scope::Row, self.number, "", "", Message { problem: "The record is not an object", fix });
            return;
        };
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
        let known: Vec<Option<usize>> =
            flat.iter().enumerate().map(|(at, (key, _))| self.property(at, key, report)).collect();
        // The property of each cell, whatever the order of the properties.
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
        let mut cells: Cells<'_> = [const { Cow::Borrowed("") }; COLUMNS];
        for (at, (key, text)) in flat.into_iter().enumerate() {
            if text.len() > MAX_CELL_LEN || known[at].is_none() && !text.is_empty() {
                report.ignored_cells += 1;
                let message = if known[at].is_none() {
                    Message {
                        problem: "was not read because the file has more than 500 properties",
                        fix: "Remove the properties you do not need",
                    }
                } else {
                    Message { problem: "is too long", fix: "Shorten the text to about 32,000 characters" }
                };
                report.add(Scope::Cell, self.number, key.into_owned(), &text, message);
                continue;
            }
            let Some(property) = known[at].and_then(|known| self.properties.get_mut(known)) else {
                continue;
            };
            let redecoded = known[at].and_then(|known| report.redecoded(self.number, known, &text));
            let text = redecoded.map_or(text, Cow::Owned);
            match property.meaning.map(KnownColumn::column) {
                Some(column) if best[column as usize] == Some(at) => {
                    cells[column as usize] = match text {
                        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
                        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
                    };
                }
                _ if text.trim().is_empty() => {}
                _ => {
                    let label = *property.label.get_or_insert_with(|| {
                        let label = records.label(&label_of(&property.key));
                        if let Some(column) = known[at].and_then(|known| report.columns.get_mut(known)) {
                            column.column = None;
                            column.label = Some(label);
                        }
                        label
                    });
                    details::push(&mut packed, label, &sanitise(text.trim()));
                }
            }
        }
        match &mut self.members {
            Some(members) => members.add(self.number, &cells, &packed, report),
            None => records.add(self.number, cells, MemberCell::Written, &packed, report),
        }
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
            weight = known.map_or_else(|| name.weight(false), |&(_, weight)| weight);
            meaning = if weight == NO_NAME { None } else { Some(KnownColumn::NAME) };
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

/// Calls `each` for the first `most` records of the list that begins here, with their flattened properties.
fn for_first_records(mut parser: JsonParser<'_>, most: usize, each: &mut dyn FnMut(&[Flat<'_>])) {
    let start = parser.at;
    for _ in 0..most {
        let Ok(Value::Object(properties)) = parser.value() else {
            return;
        };
        let mut flat = Vec::new();
        for (key, value) in properties {
            flatten(key, value, None, &mut flat);
        }
        each(&flat);
        parser.take(b',');
        if parser.at - start > MAX_SAMPLE_LEN {
            return;
        }
    }
}

/// Calls `each` for the properties of these records.
fn for_first_properties(parser: JsonParser<'_>, most: usize, each: &mut dyn FnMut(&str, &str)) {
    for_first_records(parser, most, &mut |flat| flat.iter().for_each(|(key, text)| each(key, text)));
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

/// Flattens nested values, so that none of them is lost. Without `record_builder`, sources are not kept.
fn flatten<'v>(key: Cow<'v, str>, value: Value<'v>, records: Option<&mut RecordBuilder>, flat: &mut Vec<Flat<'v>>) {
    /// Objects that contain the record's own properties, in GeoJSON, Airtable, SharePoint, FHIR and WordPress.
    const SEE_THROUGH: &str = " properties fields attributes node record item resource acf ";
    // What a server adds to each record for programs.
    if key.starts_with("__") || key.bytes().any(|byte| byte == b'@') || strings::contains(&key, ".__") {
        return;
    }
    // Most values are texts, which do not depend on their property.
    let is_text = matches!(value, Value::Text(_) | Value::Nothing);
    let known = if is_text { None } else { heading::read(&key).map(|known| known.meaning) };
    let is_sources = known.is_some_and(|meaning| meaning.column() == Column::Source);
    match value {
        Value::List(list) if folded_heading(&key).ends_with("coordinates") && is_point(&list) => {
            for (name, value) in ["longitude", "latitude"].into_iter().zip(list) {
                flat.push((Cow::Borrowed(name), text_of(value, false)));
            }
        }
        // The outline of an area.
        Value::List(list) if key == "geometry.coordinates" && matches!(list.first(), Some(Value::List(_))) => {}
        Value::Object(properties) if !is_sources && !properties.is_empty() => {
            let see_through = has_word(SEE_THROUGH, &folded_heading(&key));
            // `"icb": {"name": …, "code": …}`: the name is the value.
            let own = known.and_then(|_| {
                ["name", "title", "label", "value", "rendered", "id"].iter().find_map(|own| {
                    properties.iter().position(|(key, value)| {
                        key.eq_ignore_ascii_case(own) && matches!(value, Value::Text(_)) || key == "results"
                    })
                })
            });
            let mut records = records;
            for (at, (name, value)) in properties.into_iter().enumerate() {
                let path = if own == Some(at) {
                    key.clone()
                } else if see_through {
                    name
                } else {
                    Cow::Owned([&*key, ".", &*name].concat())
                };
                // A part of the format of points.
                if key == "geometry" && path == "geometry.type" {
                    continue;
                }
                flatten(path, value, records.as_deref_mut(), flat);
            }
        }
        value => {
            if let Some(records) = records.filter(|_| is_sources) {
                match &value {
                    Value::List(list) => list.iter().for_each(|value| add_source(value, records)),
                    value => add_source(value, records),
                }
            }
            let mut text = Cow::Borrowed("");
            let mut key = key;
            match &value {
                Value::List(list) if known == Some(KnownColumn::NAME) && matches!(list[..], [Value::Object(_), ..]) => {
                    // The federations of a practice. If they have more than a name and a code, each is a record.
                    if list.iter().any(|it| matches!(it, Value::Object(properties) if properties.len() > 2)) {
                        key = Cow::Owned([&*key, ".items"].concat());
                    } else {
                        let names = &mut list.iter().filter_map(|it| property(it, "name"));
                        strings::join(text.to_mut(), "; ", names);
                    }
                }
                _ => {}
            }
            if text.is_empty() {
                text = text_of(value, !is_sources);
            }
            if key != "type" || text != "Feature" {
                flat.push((key, text));
            }
        }
    }
}

/// Whether the list is a longitude and a latitude, with an optional height.
fn is_point(list: &[Value<'_>]) -> bool {
    let is_number = |value: &Value<'_>| matches!(value, Value::Text(text) if degrees(text).is_some());
    matches!(list.len(), 2 | 3) && list.iter().take(2).all(is_number)
}

/// The value as the text of a cell. The items of a list are separated by semicolons. The text of an object is its id or
/// title or, if `whole`, all of it.
fn text_of(value: Value<'_>, whole: bool) -> Cow<'_, str> {
    let mut joined = String::new();
    let mut add = |text: &str, between: &str| {
        if !text.is_empty() {
            joined.push_str(if joined.is_empty() { "" } else { between });
            joined.push_str(text);
        }
    };
    match value {
        Value::Nothing => return Cow::Borrowed(""),
        Value::Text(text) => return text,
        Value::List(list) => {
            for value in list {
                add(&text_of(value, whole), "; ");
            }
        }
        Value::Object(_) if !whole => {
            let id = property(&value, "id").or_else(|| property(&value, "title"));
            add(id.or_else(|| property(&value, "name")).unwrap_or_default(), "");
        }
        Value::Object(properties) => {
            for (_, value) in properties {
                add(&text_of(value, true), ", ");
            }
        }
    }
    Cow::Owned(joined)
}

/// The labels and texts of a list of `{"label": …, "value": …}` or of an object.
fn pairs(value: Value<'_>) -> Vec<(String, String)> {
    match value {
        Value::List(list) => {
            let pair = |value: Value<'_>| {
                let label = property(&value, "label").map(str::to_owned);
                let text = property(&value, "value").map(str::to_owned);
                match (label, text) {
                    (Some(label), Some(text)) => (label, text),
                    _ => ("details".to_owned(), text_of(value, true).into_owned()),
                }
            };
            list.into_iter().map(pair).collect()
        }
        Value::Object(properties) => {
            properties.into_iter().map(|(key, value)| (key.into_owned(), text_of(value, true).into_owned())).collect()
        }
        Value::Text(text) => vec![("details".to_owned(), text.into_owned())],
        Value::Nothing => Vec::new(),
    }
}

fn property<'v>(value: &'v Value<'_>, name: &str) -> Option<&'v str> {
    let Value::Object(properties) = value else {
        return None;
    };
    properties.iter().find_map(|(key, value)| match value {
        Value::Text(text) if key == name => Some(&**text),
        _ => None,
    })
}

/// The maximum number of sources in a list, because each federation's sources are looked up among them.
const MAX_SOURCES: usize = 500;

/// Adds a source that is not known yet. If only a part of it is valid, that part is kept.
fn add_source(value: &Value<'_>, records: &mut RecordBuilder) {
    let text = |name| property(value, name).map_or(Cow::Borrowed(""), |text| sanitise(text.trim()));
    let date_of = |name| normalise::date(&text(name)).filter(|date| is_date(date, Exactness::Any)).map(Cow::into_owned);
    let (id, title) = (text("id"), text("title"));
    let is_known = || records.sources.iter().any(|source| source.id == id);
    if id.is_empty()
        || title.is_empty()
        || slug(&id, MAX_GENERATED_ID) != id
        || records.sources.len() >= MAX_SOURCES
        || is_known()
    {
        return;
    }
    let source = Source {
        id: id.into_owned(),
        title: title.into_owned(),
        publisher: filled(&text("publisher")).map(str::to_owned),
        date: date_of("date"),
        url: Some(text("url")).filter(|url| is_web_address(url)).map(Cow::into_owned),
        checked_on: date_of("checkedOn"),
    };
    records.sources.push(source);
}
