//! Reading JSON in steps: from the start of the file to its list of records, and through that list.

use std::borrow::Cow;

use super::MAX_ROWS;
use super::column_aliases::KnownColumn;
use super::heading::{self, NameColumn};
use super::json::{EXTRA_COMMA, ExpectedToken, JsonParser, MAX_DEPTH, Value};
use super::json_flatten::{for_first_records, unwrapped};
use super::json_list::{ListKind, PassedLists};
use super::json_records::JsonRecords;
use super::json_sources::add_source;
use super::record_builder::RecordBuilder;
use super::report::ImportReport;
use crate::directory::Scope;
use crate::directory::column::Column;
use crate::directory::messages::Message;

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
    passed: PassedLists,
    /// The position of the object around everything, and whether its properties are the records.
    start: usize,
    is_keyed: bool,
    /// Whether one of the passed lists is being read, after the whole file has been skipped.
    is_second: bool,
    items: JsonRecords,
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
                    if !self.line(parser, records, report)? {
                        return Ok(self.finish(budget, records, report));
                    }
                }
                JsonPlace::Top if parser.take(b'[') => self.begin(*parser, records, report),
                JsonPlace::Top => {
                    self.start = parser.at;
                    parser.expect(b'{', "Start with a list of federations")?;
                    self.open(parser)?;
                }
                JsonPlace::Object => self.property(parser, records, report)?,
                JsonPlace::ListStart | JsonPlace::List => self.item(parser, records, report)?,
                JsonPlace::End => {
                    if self.is_second || !self.start_second_pass(parser, records, report)? {
                        return Ok(self.finish(budget, records, report));
                    }
                }
            }
        }
        Ok(false)
    }

    /// Hands over the records that need the end of the file. Returns whether none are left.
    pub(super) fn finish(&mut self, budget: usize, records: &mut RecordBuilder, report: &mut ImportReport) -> bool {
        self.items.finish(budget, records, report)
    }

    /// Reads a record in a line of its own. Returns `false` if there is none.
    fn line(
        &mut self,
        parser: &mut JsonParser<'_>,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Result<bool, ExpectedToken> {
        if !self.has_list {
            self.has_list = true;
            self.items.read_sample(*parser, records, report);
        }
        if parser.peek().is_none() {
            return Ok(false);
        }
        let value = parser.value()?;
        parser.take(b',');
        self.items.add(value, records, report);
        Ok(true)
    }

    /// Reads a property of an object around the list, or only its name and its bracket.
    fn property(
        &mut self,
        parser: &mut JsonParser<'_>,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Result<(), ExpectedToken> {
        let key = parser.key()?;
        if parser.take(b'[') {
            self.open_list(key, *parser, records, report);
        } else if self.depth < MAX_DEPTH && parser.take(b'{') {
            self.open(parser)?;
        } else {
            parser.value()?;
            self.after_property(parser)?;
        }
        Ok(())
    }

    /// Reads an item of a list, or its end.
    fn item(
        &mut self,
        parser: &mut JsonParser<'_>,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Result<(), ExpectedToken> {
        if parser.take(if self.is_keyed { b'}' } else { b']' }) {
            return self.after_property(parser);
        }
        if self.place == JsonPlace::List {
            parser.expect(b',', "Add a comma or a closing bracket here")?;
            if parser.peek() == Some(b']') {
                return Err(EXTRA_COMMA);
            }
        }
        self.place = JsonPlace::List;
        let key = if self.is_keyed { Some(parser.key()?) } else { None };
        let mut value = parser.value()?;
        // The key identifies the record.
        if let (Some(key), Value::Object(properties)) = (key, &mut value)
            && !properties
                .iter()
                .any(|(name, _)| KnownColumn::of(name).is_some_and(|known| known.column() == Column::Id))
        {
            properties.push(("id".into(), Value::Text(key)));
        }
        match self.list {
            ListKind::Records => self.items.add(value, records, report),
            ListKind::Sources => add_source(&value, records),
            ListKind::Passed => {}
        }
        Ok(())
    }

    /// At the end of the file: goes back to the list to read if none has a known name. Returns whether there is one.
    fn start_second_pass(
        &mut self,
        parser: &mut JsonParser<'_>,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Result<bool, ExpectedToken> {
        if parser.peek().is_some() {
            return Err("Remove everything after the list");
        }
        if let Some(at) = self.passed.take_best(self.has_list, report) {
            // Its end is known from the first pass, and everything after it was read then.
            parser.at = at;
            self.is_second = true;
            self.begin(*parser, records, report);
            return Ok(true);
        }
        if !self.has_list && self.read_object(parser, records, report)? {
            return Ok(true);
        }
        if !self.has_list {
            let fix = "Use a list of federations, or an object with a \"federations\" list";
            let message = Message { problem: "The file does not have a list of federations", fix };
            report.add(Scope::File, 1, "", "", message);
        }
        Ok(false)
    }

    /// Reads the file again if it has no list, and the object around everything is a record or has records as its
    /// properties. Returns whether there is something to read.
    fn read_object(
        &mut self,
        parser: &mut JsonParser<'_>,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) -> Result<bool, ExpectedToken> {
        let end = std::mem::replace(&mut parser.at, self.start);
        if is_record(*parser) {
            self.begin(*parser, records, report);
            self.items.add(parser.value()?, records, report);
            self.place = JsonPlace::End;
        } else {
            parser.take(b'{');
            if !are_records(*parser) {
                parser.at = end;
                return Ok(false);
            }
            self.begin(*parser, records, report);
            self.is_keyed = true;
        }
        self.is_second = true;
        Ok(true)
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
        parser: JsonParser<'_>,
        records: &mut RecordBuilder,
        report: &mut ImportReport,
    ) {
        self.place = JsonPlace::ListStart;
        self.list = ListKind::of(&key);
        match self.list {
            ListKind::Records => self.begin(parser, records, report),
            ListKind::Sources => {}
            ListKind::Passed => self.passed.add(key, parser),
        }
    }

    /// Starts with the list of records whose bracket was just read.
    fn begin(&mut self, parser: JsonParser<'_>, records: &mut RecordBuilder, report: &mut ImportReport) {
        self.place = JsonPlace::ListStart;
        self.list = ListKind::Records;
        if !self.has_list {
            self.has_list = true;
            self.items.read_sample(parser, records, report);
        }
    }
}

/// Whether the object that begins here is a record: it has a name and another property that is known.
fn is_record(mut parser: JsonParser<'_>) -> bool {
    let Ok(Value::Object(properties)) = parser.value() else { return false };
    let (mut has_name, mut known) = (false, 0);
    for (key, value) in unwrapped(properties) {
        has_name |= matches!(value, Value::Text(_)) && NameColumn::of(&key).is_some_and(|name| name.is_plain());
        known += u32::from(heading::read(&key).is_some());
    }
    has_name && known > 1
}

/// Whether the properties of the object that begins here are records: the first ones are objects with a name.
fn are_records(parser: JsonParser<'_>) -> bool {
    let (mut records, mut names) = (0, 0);
    for_first_records(parser, 20, &mut |flat| {
        records += 1;
        names += u32::from(flat.iter().any(|(key, _)| NameColumn::of(key).is_some()));
    });
    records > 0 && names == records
}
