//! Parsing a file in steps: bytes in, records out.

use super::csv_records::CsvRecords;
use super::decode::Decoder;
use super::json::JsonParser;
use super::json_reader::JsonReader;
use super::members;
use super::record_builder::RecordBuilder;
use super::report::ImportReport;
use super::sniff::{self, FileFormat};
use super::{MAX_BYTES, MAX_ROWS};
use crate::directory::messages::Message;
use crate::directory::{Directory, Scope};
use crate::named_enum;

named_enum! {
    /// Whether the file replaces or extends the existing list.
    #[derive(Debug, Default)]
    pub enum Merge (any case) {
        /// The file replaces it.
        #[default]
        Replace => "replace";
        /// The file extends it. A row with the id or the name of an existing federation replaces that federation.
        Extend => "extend";
    }
}

/// The information that is needed before a file is read.
#[derive(Clone, Copy, Default)]
pub struct ImportOptions<'a> {
    /// The file's name or address, for the report.
    pub file: &'a str,
    /// The number of bytes, if it is known.
    pub size: Option<usize>,
    /// The existing list. The rows of the file can refer to its sources, even if the list is replaced.
    pub base: Option<&'a Directory>,
    /// Whether the file replaces or extends it.
    pub merge: Merge,
    /// The editor's name for the list.
    pub label: Option<&'a str>,
    /// The editor's date for the list.
    pub date: Option<&'a str>,
    /// Today's date, as `YYYY-MM-DD`: a federation with a later end date has not ended yet. If it is not known, every
    /// federation with an end date has ended.
    pub today: Option<&'a str>,
}

/// Parses a file that comes in pieces.
pub(super) struct FileParser {
    /// The first bytes.
    first: Vec<u8>,
    decoder: Decoder,
    /// The decoded text.
    text: String,
    /// The position up to which it has been read.
    at: usize,
    fed: usize,
    size: Option<usize>,
    is_closed: bool,
    stage: ParserPhase,
    records: RecordBuilder,
    report: ImportReport,
}

enum ParserPhase {
    /// The format of the file is not known yet.
    Head,
    Cells(Box<CsvRecords>),
    Json(Box<JsonReader>),
    /// Nothing more is read.
    End,
}

/// The length of the text in which the format is detected, if there is that much.
const HEAD: usize = 256 << 10;

impl FileParser {
    pub(super) fn new(options: &ImportOptions<'_>) -> Self {
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
            stage: ParserPhase::Head,
            records: RecordBuilder::new(extended, sources, options.today),
            report: ImportReport { file: options.file.to_owned(), ..ImportReport::default() },
        };
        reader.reject_size(options.size.unwrap_or_default());
        reader
    }

    /// Takes the next bytes.
    pub(super) fn push_bytes(&mut self, bytes: &[u8]) {
        self.fed += bytes.len();
        self.reject_size(self.fed);
        let more = sniff::MAX_SIGNATURE.saturating_sub(self.first.len()).min(bytes.len());
        if more > 0 {
            self.first.extend_from_slice(&bytes[..more]);
            if let Some(no_list) = sniff::binary_format(&self.first) {
                self.reject(no_list);
            }
        }
        if !self.is_closed && !matches!(self.stage, ParserPhase::End) {
            self.decoder.decode(bytes, false, &mut self.text);
        }
    }

    /// Ends the input: there are no more bytes.
    pub(super) fn finish_input(&mut self) {
        if !self.is_closed && !matches!(self.stage, ParserPhase::End) {
            self.decoder.decode(&[], true, &mut self.text);
        }
        self.is_closed = true;
    }

    /// Whether nothing more will be read.
    pub(super) fn is_refused(&self) -> bool {
        matches!(self.stage, ParserPhase::End)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// The records and the report.
    pub(super) fn into_parts(mut self) -> (RecordBuilder, ImportReport) {
        self.report.encoding = self.decoder.encoding().name();
        (self.records, self.report)
    }

    /// How much of the file has been read, and its size or an estimate of that.
    pub(super) fn progress(&self) -> (usize, usize) {
        let waiting = self.text.len() - self.at;
        (self.fed.saturating_sub(waiting), self.size.unwrap_or_default().max(self.fed).max(1))
    }

    /// Reads up to `budget` rows. Returns whether everything that was fed has been read. If so after
    /// [`finish_input`](Self::finish_input), all is done.
    pub(super) fn step(&mut self, budget: usize) -> bool {
        if let ParserPhase::Head = self.stage {
            if !self.is_closed && self.text.len() < HEAD {
                return true;
            }
            self.begin();
        }
        let is_read = match &mut self.stage {
            ParserPhase::Cells(cells) => {
                let text = (&*self.text, &mut self.at);
                cells.step(text, budget, self.is_closed, &mut self.records, &mut self.report)
            }
            ParserPhase::Json(_) if !self.is_closed => return true,
            ParserPhase::Json(json) => {
                let mut parser = JsonParser::new(&self.text, self.at);
                let is_read = json.step(&mut parser, budget, &mut self.records, &mut self.report);
                self.at = parser.at;
                is_read.unwrap_or_else(|expected| {
                    let start = self.text.get(self.at..).unwrap_or_default();
                    let problem =
                        if start.is_empty() { "The file is incomplete" } else { "is where the JSON stops being valid" };
                    json.finish(usize::MAX, &mut self.records, &mut self.report);
                    let message = Message { problem, fix: expected };
                    self.report.add(Scope::File, self.report.rows.max(1), "", start, message);
                    true
                })
            }
            ParserPhase::Head | ParserPhase::End => true,
        };
        if self.report.rows >= MAX_ROWS && !is_read {
            const _: () = assert!(MAX_ROWS == 500_000, "it is in the message");
            self.reject(Message {
                problem: "The file has more than 500,000 rows",
                fix: "Split the file. Rows after this one were not read",
            });
            return true;
        }
        if is_read && self.is_closed {
            self.end();
        } else if let ParserPhase::Cells(cells) = &self.stage {
            let read = self.at - cells.since();
            // Only now and then, so that each byte is moved at most once on average.
            if read > self.text.len() / 2 {
                self.text.drain(..read);
                self.at -= read;
            }
        }
        is_read
    }

    /// Detects the format of the file.
    fn begin(&mut self) {
        let start = sniff::skip_signatures(&self.text);
        let mut head = (start + HEAD).min(self.text.len());
        while !self.text.is_char_boundary(head) {
            head -= 1;
        }
        let is_whole = head == self.text.len() && self.is_closed;
        let layout = sniff::sniff(self.text.get(start..head).unwrap_or_default(), is_whole);
        self.at = start;
        self.stage = match layout {
            Ok(FileFormat::Cells { separator, start, search }) => {
                self.at += start;
                self.report.separator = Some(char::from(separator));
                let mut header = search.header;
                let table = self.text.get(self.at..head).unwrap_or_default();
                let parts = header.as_mut().and_then(|header| members::detect(table, separator, header));
                ParserPhase::Cells(Box::new(CsvRecords::new(separator, header, search.guess, parts)))
            }
            Ok(FileFormat::Json) => ParserPhase::Json(Box::default()),
            Ok(FileFormat::JsonLines) => ParserPhase::Json(Box::new(JsonReader::of_lines())),
            Err(no_list) => {
                self.reject(no_list);
                ParserPhase::End
            }
        };
    }

    fn end(&mut self) {
        if matches!(self.stage, ParserPhase::End) {
            return;
        }
        self.stage = ParserPhase::End;
        self.text = String::new();
        self.at = 0;
        self.records.report_incomplete(&mut self.report);
        let damaged = self.decoder.invalid_chars;
        if damaged > 0 {
            let mut problem = crate::format::format_number(damaged);
            problem.push_str(if damaged == 1 {
                " character could not be read and is"
            } else {
                " characters could not be read and are"
            });
            problem.push_str(" shown as \u{fffd}");
            let fix = "Save the file as \"CSV UTF-8 (Comma delimited)\"";
            self.report.add(Scope::Note, 1, "", "", Message { problem, fix });
        }
    }

    fn reject_size(&mut self, size: usize) {
        if size > MAX_BYTES && !matches!(self.stage, ParserPhase::End) {
            const _: () = assert!(MAX_BYTES == 64 << 20, "it is in the message");
            self.reject(Message {
                problem: "The file is larger than 64 MB",
                fix: "Remove columns and rows that you do not need",
            });
        }
    }

    /// Stops reading.
    fn reject(&mut self, message: Message) {
        match &mut self.stage {
            ParserPhase::Cells(cells) => {
                cells.finish(usize::MAX, &mut self.records, &mut self.report);
            }
            ParserPhase::Json(json) => {
                json.finish(usize::MAX, &mut self.records, &mut self.report);
            }
            ParserPhase::Head | ParserPhase::End => {}
        }
        let row = self.report.rows + 1;
        self.report.add(Scope::File, row, "", "", message);
        self.stage = ParserPhase::End;
        self.text = String::new();
        self.at = 0;
    }
}
