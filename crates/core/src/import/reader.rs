//! Reading: bytes in, records out, in steps.

use std::borrow::Cow;

use super::decode::Decoder;
use super::json::{Expected, Parser, Value};
use super::layout::{self, HEADER_WITHIN, Layout, NoList};
use super::records::{Cells, LONGEST_MADE_ID, Records, slug};
use super::report::{ColumnUse, Report};
use super::spellings::Meaning;
use super::tidy::{self, clean};
use super::{MOST_BYTES, MOST_COLUMNS, MOST_ROWS};
use crate::directory::checks::{Exactness, is_date, is_web_address};
use crate::directory::column::COLUMNS;
use crate::directory::sheet::{LONGEST_CELL, Row, Sheet};
use crate::directory::{Directory, Severity, Source, details};
use crate::text::push_number;

/// What becomes of the list that is there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    /// The file takes its place.
    #[default]
    Replace,
    /// The file adds to it. A row with the id or the name of a federation that is there takes its place.
    Extend,
}

impl Merge {
    /// Reads `replace` or `extend`, whatever the case; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is = |word: &str| text.trim().eq_ignore_ascii_case(word);
        if is("extend") { Some(Self::Extend) } else { is("replace").then_some(Self::Replace) }
    }
}

/// What there is to know before a file is read.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// The file's name or address, for the report.
    pub file: &'a str,
    /// How many bytes there will be, if that is known.
    pub size: Option<usize>,
    /// The list that is there already. Its sources are known to the file's rows, whatever becomes of the list.
    pub base: Option<&'a Directory>,
    /// What becomes of that.
    pub merge: Merge,
    /// What the editor calls the list.
    pub label: &'a str,
    /// The date that the editor gives it.
    pub date: &'a str,
    /// The day on which it is read, as `YYYY-MM-DD`: what ends after it has not ended. Empty if that is not known; then
    /// whatever has a day of its end has ended.
    pub today: &'a str,
}

/// Reads a file that comes in pieces.
pub(super) struct Reader {
    /// The first bytes.
    first: Vec<u8>,
    decoder: Decoder,
    /// What has been decoded.
    text: String,
    /// How much of it has been read.
    at: usize,
    fed: usize,
    size: Option<usize>,
    is_closed: bool,
    stage: Stage,
    records: Records,
    report: Report,
}

enum Stage {
    /// What the file is isn't known yet.
    Head,
    Cells(Box<CellReader>),
    Json(JsonReader),
    /// Nothing more is read.
    End,
}

/// So much text is looked at, if there is so much, to tell what a file is.
const HEAD: usize = 32 << 10;

impl Reader {
    pub(super) fn new(options: &Options<'_>) -> Self {
        let sources = options.base.map(|base| base.sources().to_vec()).unwrap_or_default();
        let extended = options.base.filter(|_| options.merge == Merge::Extend);
        let mut reader = Self {
            first: Vec::new(),
            decoder: Decoder::new(),
            text: String::new(),
            at: 0,
            fed: 0,
            size: options.size,
            is_closed: false,
            stage: Stage::Head,
            records: Records::new(extended, sources, options.today),
            report: Report { file: options.file.to_owned(), ..Report::default() },
        };
        reader.refuse_size(options.size.unwrap_or_default());
        reader
    }

    /// Takes the next bytes.
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.fed += bytes.len();
        self.refuse_size(self.fed);
        let more = layout::LONGEST_MARK.saturating_sub(self.first.len()).min(bytes.len());
        if more > 0 {
            self.first.extend_from_slice(&bytes[..more]);
            if let Some(no_list) = layout::no_text(&self.first) {
                self.refuse(no_list);
            }
        }
        if !self.is_closed && !matches!(self.stage, Stage::End) {
            self.decoder.decode(bytes, false, &mut self.text);
        }
    }

    /// Says that there are no more bytes.
    pub(super) fn close(&mut self) {
        if !self.is_closed && !matches!(self.stage, Stage::End) {
            self.decoder.decode(&[], true, &mut self.text);
        }
        self.is_closed = true;
    }

    /// Whether nothing more will be read.
    pub(super) fn is_refused(&self) -> bool {
        matches!(self.stage, Stage::End)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// The records and the report.
    pub(super) fn into_parts(mut self) -> (Records, Report) {
        self.report.encoding = self.decoder.encoding().name();
        (self.records, self.report)
    }

    /// How much of the file has been read, out of how much as far as is known.
    pub(super) fn progress(&self) -> (usize, usize) {
        let waiting = self.text.len() - self.at;
        (self.fed.saturating_sub(waiting), self.size.unwrap_or_default().max(self.fed).max(1))
    }

    /// Reads up to `budget` rows. `true` when all that has been fed is read; with that, and [`close`](Self::close)d, all
    /// is done.
    pub(super) fn step(&mut self, budget: usize) -> bool {
        if let Stage::Head = self.stage {
            if !self.is_closed && self.text.len() < HEAD {
                return true;
            }
            self.begin();
        }
        let is_read = match &mut self.stage {
            Stage::Cells(cells) => {
                let mut rest = self.text.get(self.at..).unwrap_or_default();
                let is_read = cells.step(&mut rest, budget, self.is_closed, &mut self.records, &mut self.report);
                self.at = self.text.len() - rest.len();
                is_read
            }
            Stage::Json(_) if !self.is_closed => return true,
            Stage::Json(json) => {
                let mut parser = Parser::new(&self.text, self.at);
                let is_read = json.step(&mut parser, budget, &mut self.records, &mut self.report);
                self.at = parser.at;
                is_read.unwrap_or_else(|expected| {
                    let start = self.text.get(self.at..).unwrap_or_default();
                    let what = if start.is_empty() { "the file ends too early" } else { "is not JSON from here on" };
                    self.report.add(Severity::File, self.report.rows.max(1), "", start, (what, expected));
                    true
                })
            }
            Stage::Head | Stage::End => true,
        };
        if self.report.rows >= MOST_ROWS && !is_read {
            self.refuse(("the file has more than 500,000 rows", "split it: the rows from here on are lost"));
            return true;
        }
        if is_read && self.is_closed {
            self.end();
        } else if self.at > self.text.len() / 2 && !matches!(self.stage, Stage::Json(_)) {
            // Only now and then, so that no letter is moved more than once on average.
            self.text.drain(..self.at);
            self.at = 0;
        }
        is_read
    }

    /// Looks what the file is.
    fn begin(&mut self) {
        let mut head = HEAD.min(self.text.len());
        while !self.text.is_char_boundary(head) {
            head -= 1;
        }
        let head = self.text.get(..head).unwrap_or_default();
        let layout = layout::of(head);
        self.stage = match layout {
            Ok(Layout::Cells { separator, start }) => {
                self.at = start;
                self.report.separator = Some(char::from(separator));
                Stage::Cells(Box::new(CellReader::new(separator)))
            }
            Ok(Layout::Json) => Stage::Json(JsonReader::default()),
            Err(no_list) => {
                self.refuse(no_list);
                Stage::End
            }
        };
    }

    fn end(&mut self) {
        if matches!(self.stage, Stage::End) {
            return;
        }
        self.stage = Stage::End;
        self.text = String::new();
        self.at = 0;
        let damaged = self.decoder.damaged;
        if damaged > 0 {
            let mut what = crate::wording::number(damaged);
            what.push_str(if damaged == 1 { " character" } else { " characters" });
            what.push_str(" could not be read and are shown as \u{fffd}");
            self.report.add(Severity::Cell, 1, "", "", (what, "save the file as \"CSV UTF-8 (Comma delimited)\""));
        }
    }

    fn refuse_size(&mut self, size: usize) {
        if size > MOST_BYTES && !matches!(self.stage, Stage::End) {
            self.refuse(("the file is larger than 64 MB", "leave out columns and rows that nobody looks for"));
        }
    }

    /// Reads no further.
    fn refuse(&mut self, (what, right): NoList) {
        let row = self.report.rows + 1;
        self.report.add(Severity::File, row, "", "", (what, right));
        self.stage = Stage::End;
        self.text = String::new();
        self.at = 0;
    }
}

/// What a column of the file holds.
#[derive(Clone, Copy)]
enum Place {
    Column(Meaning),
    /// The number of its label.
    Detail(usize),
    Nothing,
}

/// Reads rows of cells.
struct CellReader {
    sheet: Sheet,
    /// When the header has been read: what each column holds.
    places: Option<Vec<Place>>,
    details: String,
}

impl CellReader {
    fn new(separator: u8) -> Self {
        Self { sheet: Sheet::new(separator), places: None, details: String::new() }
    }

    /// Reads up to `budget` rows off `rest`. `true` when nothing is left of it.
    fn step(
        &mut self,
        rest: &mut &str,
        budget: usize,
        is_last: bool,
        records: &mut Records,
        report: &mut Report,
    ) -> bool {
        for _ in 0..budget {
            let all = *rest;
            if report.rows >= MOST_ROWS || !self.sheet.read(rest) {
                break;
            }
            self.row(all, records, report, false);
        }
        if !rest.is_empty() {
            return false;
        }
        if is_last {
            let was_quoted = self.sheet.is_quoted();
            let was_within = self.sheet.is_within_row();
            if was_within && self.sheet.finish() {
                if was_quoted {
                    let row = self.sheet.row("");
                    let right = "close it, or double it if it is meant as a letter; the rows after it are lost";
                    let value = row.cell(row.len().saturating_sub(1));
                    report.rows += 1;
                    report.left_out += 1;
                    report.add(Severity::File, row.number, "", value, ("a quotation mark is never closed", right));
                } else {
                    self.row("", records, report, true);
                }
            }
            if self.places.is_none() {
                let right = "give the list a header row in which one column is called Name";
                report.add(Severity::File, 1, "", "", ("no column is called Name", right));
            }
        }
        true
    }

    /// Uses the row last read, off `all`. `is_end` says that no line's end came after it.
    fn row(&mut self, all: &str, records: &mut Records, report: &mut Report, is_end: bool) {
        let row = self.sheet.row(all);
        let Some(places) = &self.places else {
            if row.number > HEADER_WITHIN || !layout::has_name(&row) {
                return;
            }
            self.places = header(&row, records, report);
            return;
        };
        let width = places.len();
        let is_short = row.count < width;
        let is_long =
            row.count > width && ((width..row.len()).any(|at| !row.cell(at).is_empty()) || row.count > row.len());
        if is_long || is_short && is_end {
            report.rows += 1;
            report.left_out += 1;
            let right = if is_long {
                "put quotation marks around a cell that has the separator in it"
            } else {
                "the file ends in the middle of this row: save it again"
            };
            report.add(Severity::Row, row.number, "", "", (widths(&row, width), right));
            return;
        }
        if is_short {
            let right = "see whether a line break cuts it in two; else add the separators that are missing";
            report.add(Severity::Cell, row.number, "", "", (widths(&row, width), right));
        }
        let mut cells: Cells<'_> = [const { Cow::Borrowed("") }; COLUMNS];
        self.details.clear();
        for (at, place) in places.iter().enumerate() {
            let mut cell = row.cell(at);
            // Of several that are cut, each is nearly as long as a cell may be.
            if row.cut.is_some() && cell.len() + 4 > LONGEST_CELL || row.cut == Some(at) {
                let column = report.columns.get(at).map_or(String::new(), |column| column.heading.clone());
                let right = "shorten it: no spreadsheet's cell holds more";
                report.cells_ignored += 1;
                report.add(Severity::Cell, row.number, column, cell, ("has more than 32,767 letters", right));
                cell = "";
            }
            if cell.is_empty() {
                continue;
            }
            match *place {
                Place::Column(meaning) => cells[meaning.column() as usize] = Cow::Borrowed(cell),
                Place::Detail(label) => details::push(&mut self.details, label, &clean(cell)),
                Place::Nothing => {}
            }
        }
        records.add(row.number, cells, &self.details, report);
    }
}

/// `the row has 3 cells and the header 5`
fn widths(row: &Row<'_>, width: usize) -> String {
    let mut what = String::from("the row has ");
    push_number(&mut what, row.count as u32);
    what.push_str(if row.count == 1 { " cell and the header " } else { " cells and the header " });
    push_number(&mut what, width as u32);
    what
}

/// What each column of the header holds; `None` if there are too many.
fn header(row: &Row<'_>, records: &mut Records, report: &mut Report) -> Option<Vec<Place>> {
    let width = (0..row.len()).rev().find(|&at| !row.cell(at).is_empty()).map_or(0, |last| last + 1);
    let mut places = vec![Place::Nothing; width.min(MOST_COLUMNS)];
    if width > MOST_COLUMNS || row.count > row.len() {
        let mut what = String::from("the header has ");
        what.push_str(&crate::wording::number(row.count as u32));
        what.push_str(" columns");
        let right = "keep at most 500: the others are not read";
        report.add(Severity::Cell, row.number, "", "", (what, right));
    }
    let mut taken = [false; COLUMNS];
    // A column's own name goes before other spellings, wherever they stand.
    for exactly in [true, false] {
        for (at, place) in places.iter_mut().enumerate() {
            let heading = row.cell(at);
            let meaning = if exactly { Meaning::exactly(heading) } else { Meaning::of(heading) };
            if let Some(meaning) = meaning.filter(|_| matches!(place, Place::Nothing))
                && !std::mem::replace(&mut taken[meaning.column() as usize], true)
            {
                *place = Place::Column(meaning);
            }
        }
    }
    for (at, place) in places.iter_mut().enumerate() {
        let heading = clean(row.cell(at)).into_owned();
        if matches!(place, Place::Nothing) && !heading.is_empty() {
            *place = Place::Detail(records.label(&heading));
        }
        let column = if let Place::Column(meaning) = place { Some(meaning.name()) } else { None };
        report.columns.push(ColumnUse { heading, column });
    }
    Some(places)
}

/// Reads JSON: a list of records, or an object that holds one as `federations` and perhaps another as `sources`.
#[derive(Default)]
struct JsonReader {
    place: JsonPlace,
    /// Whether the list stands in an object.
    is_nested: bool,
    is_sources: bool,
    has_list: bool,
    /// What the properties are, in the order they came first.
    properties: Vec<(String, Place)>,
    number: u32,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum JsonPlace {
    #[default]
    Top,
    /// After an object's opening brace, or after a comma in it.
    Object,
    /// After a list's opening bracket.
    ListStart,
    /// After an entry of a list.
    List,
    End,
}

impl JsonReader {
    /// Reads up to `budget` records; `true` when all are read.
    fn step(
        &mut self,
        parser: &mut Parser<'_>,
        budget: usize,
        records: &mut Records,
        report: &mut Report,
    ) -> Result<bool, Expected> {
        for _ in 0..budget {
            if report.rows >= MOST_ROWS {
                break;
            }
            match self.place {
                JsonPlace::Top if parser.take(b'[') => {
                    self.has_list = true;
                    self.place = JsonPlace::ListStart;
                }
                JsonPlace::Top => {
                    parser.expect(b'{', "begin with a list of federations")?;
                    self.is_nested = true;
                    self.place = if parser.take(b'}') { JsonPlace::End } else { JsonPlace::Object };
                }
                JsonPlace::Object => {
                    let key = parser.key()?;
                    self.is_sources = key.eq_ignore_ascii_case("sources");
                    let is_list = ["federations", "records", "data"].iter().any(|name| key.eq_ignore_ascii_case(name));
                    if (is_list || self.is_sources) && parser.take(b'[') {
                        self.has_list |= is_list;
                        self.place = JsonPlace::ListStart;
                    } else {
                        parser.value()?;
                        self.after_property(parser)?;
                    }
                }
                JsonPlace::ListStart | JsonPlace::List => {
                    if parser.take(b']') {
                        if self.is_nested {
                            self.after_property(parser)?;
                        } else {
                            self.place = JsonPlace::End;
                        }
                        continue;
                    }
                    if self.place == JsonPlace::List {
                        parser.expect(b',', "put a comma or a closing bracket here")?;
                    }
                    self.place = JsonPlace::List;
                    let value = parser.value()?;
                    if self.is_sources {
                        add_source(&value, records);
                    } else {
                        self.record(value, records, report);
                    }
                }
                JsonPlace::End => {
                    if parser.peek().is_some() {
                        return Err("nothing may follow the list");
                    }
                    if !self.has_list {
                        let right = "write a list of federations, or an object that holds it as \"federations\"";
                        report.add(Severity::File, 1, "", "", ("the file holds no list of federations", right));
                    }
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn after_property(&mut self, parser: &mut Parser<'_>) -> Result<(), Expected> {
        self.place = JsonPlace::Object;
        if !parser.take(b',') {
            parser.expect(b'}', "put a comma or a closing brace here")?;
            self.place = JsonPlace::End;
        }
        Ok(())
    }

    fn record(&mut self, value: Value<'_>, records: &mut Records, report: &mut Report) {
        self.number += 1;
        let Value::Object(properties) = value else {
            report.rows += 1;
            report.left_out += 1;
            let right = "write an object such as {\"name\": \"Halton GP Alliance\"}";
            report.add(Severity::Row, self.number, "", "", ("the record is not an object", right));
            return;
        };
        let mut cells: Cells<'_> = [const { Cow::Borrowed("") }; COLUMNS];
        let mut packed = String::new();
        for (at, (key, value)) in properties.into_iter().enumerate() {
            if key == "details" {
                for (label, text) in pairs(value) {
                    let label = records.label(&label);
                    details::push(&mut packed, label, &clean(&text));
                }
                continue;
            }
            let place = self.place_of(at, &key, records, report);
            let text = text_of(value, records);
            if text.len() > LONGEST_CELL {
                report.cells_ignored += 1;
                let what = ("has more than 32,767 letters", "shorten it");
                report.add(Severity::Cell, self.number, key.into_owned(), &text, what);
                continue;
            }
            match place {
                Place::Column(meaning) => {
                    let cell = &mut cells[meaning.column() as usize];
                    if cell.is_empty() {
                        *cell = match text {
                            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
                            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
                        };
                    }
                }
                Place::Detail(label) => details::push(&mut packed, label, &clean(text.trim())),
                Place::Nothing => {}
            }
        }
        records.add(self.number, cells, &packed, report);
    }

    /// What the property holds. Records mostly have the same properties in the same order.
    fn place_of(&mut self, at: usize, key: &str, records: &mut Records, report: &mut Report) -> Place {
        if let Some((_, place)) = self.properties.get(at).filter(|(known, _)| known == key) {
            return *place;
        }
        if let Some((_, place)) = self.properties.iter().find(|(known, _)| known == key) {
            return *place;
        }
        if self.properties.len() >= MOST_COLUMNS || key.len() > LONGEST_CELL {
            return Place::Nothing;
        }
        let place = match Meaning::of(key) {
            Some(meaning) => Place::Column(meaning),
            None if key.is_empty() => Place::Nothing,
            None => Place::Detail(records.label(&clean(key))),
        };
        let column = if let Place::Column(meaning) = place { Some(meaning.name()) } else { None };
        self.properties.push((key.to_owned(), place));
        report.columns.push(ColumnUse { heading: key.to_owned(), column });
        place
    }
}

/// The value as the text of a cell: the entries of a list with semicolons between them, of an object its id or title.
fn text_of<'v>(value: Value<'v>, records: &mut Records) -> Cow<'v, str> {
    match value {
        Value::Nothing => Cow::Borrowed(""),
        Value::Text(text) => text,
        Value::List(list) => {
            let mut joined = String::new();
            for value in list {
                let text = text_of(value, records);
                if !text.is_empty() {
                    joined.push_str(if joined.is_empty() { "" } else { "; " });
                    joined.push_str(&text);
                }
            }
            Cow::Owned(joined)
        }
        Value::Object(_) => {
            add_source(&value, records);
            let id = property(&value, "id").or_else(|| property(&value, "title"));
            Cow::Owned(id.or_else(|| property(&value, "name")).unwrap_or_default().to_owned())
        }
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

/// As many sources as a list may name: each federation's are looked for among them.
const MOST_SOURCES: usize = 500;

/// Adds a source that isn't known yet. Of one that is half known the sound half is kept.
fn add_source(value: &Value<'_>, records: &mut Records) {
    let text = |name| property(value, name).map_or(Cow::Borrowed(""), |text| clean(text.trim()));
    let date_of =
        |name| tidy::date(&text(name)).filter(|date| is_date(date, Exactness::Any)).unwrap_or_default().into_owned();
    let (id, title) = (text("id"), text("title"));
    let is_known = || records.sources.iter().any(|source| source.id == id);
    if id.is_empty()
        || title.is_empty()
        || slug(&id, LONGEST_MADE_ID) != id
        || records.sources.len() >= MOST_SOURCES
        || is_known()
    {
        return;
    }
    let url = text("url");
    let url = if is_web_address(&url) { url.into_owned() } else { String::new() };
    let source = Source {
        id: id.into_owned(),
        title: title.into_owned(),
        publisher: text("publisher").into_owned(),
        date: date_of("date"),
        url,
        checked_on: date_of("checkedOn"),
    };
    records.sources.push(source);
}

/// Labels and texts, of a list of `{"label": …, "value": …}` or of an object.
fn pairs(value: Value<'_>) -> Vec<(String, String)> {
    match value {
        Value::List(list) => {
            let pair =
                |value: &Value<'_>| Some((property(value, "label")?.to_owned(), property(value, "value")?.to_owned()));
            list.iter().filter_map(pair).collect()
        }
        Value::Object(properties) => {
            let pair = |(key, value): (Cow<'_, str>, Value<'_>)| match value {
                Value::Text(text) => Some((key.into_owned(), text.into_owned())),
                _ => None,
            };
            properties.into_iter().filter_map(pair).collect()
        }
        Value::Nothing | Value::Text(_) => Vec::new(),
    }
}
