//! Parsing CSV as spreadsheets do: numbered rows of cells.

use memchr::memchr3;

/// Parses RFC 4180 text row by row as it comes in, in pieces of any size. Accepts LF, CRLF and CR.
///
/// A quotation mark is only special at the start of a cell. Text after the closing one belongs to the cell. A
/// [forgiving](Self::forgiving) reader also accepts spaces before it, and reads a row [again](Self::go_back) if a mark
/// is never closed, or is closed on a later line in the middle of a text.
///
/// It is our own because the tables of a general parser take 5 kB of the wasm, and because no row must take more memory
/// than [`MAX_ROW_LEN`], whatever the text.
pub(crate) struct CsvReader {
    separator: u8,
    state: ReaderState,
    number: u32,
    /// Whether the whole last row was in the text, so that nothing had to be copied.
    is_whole: bool,
    /// The cells of any other row, one after the other.
    text: String,
    /// The start and end of each cell, in the text that was read or in `text`.
    bounds: Vec<[u32; 2]>,
    /// The number of cells in the row, stored or not.
    count: usize,
    /// The first cell whose text was too long to be stored whole.
    cut: Option<usize>,
    /// The number of bytes of an incomplete row that have been read.
    since: usize,
    /// Whether spaces are allowed before a quotation mark, and rows with unclosed marks are read again.
    is_forgiving: bool,
    /// Whether the quoted cell includes a line break.
    is_over_line: bool,
    /// Whether a quotation mark is known to be unclosed.
    is_broken: bool,
    again: Reread,
    /// The number of bytes that can still be read again. It keeps the total time proportional to the length of the
    /// text.
    patience: usize,
}

/// The last thing that was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ReaderState {
    RowEnd,
    /// A CR, which can be the first half of a line break.
    RowEndOfCr,
    CellEnd,
    Plain,
    Quoted,
    /// A quotation mark inside a quoted cell: the end of the cell, or the first half of an escaped mark.
    QuotedMark,
}

/// Whether a row is read a second time. Then a quotation mark only counts if it is closed on its line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reread {
    No,
    /// The next row is read again.
    Next,
    /// The current row, or the last one, is read again.
    This,
}

/// The maximum length of a cell, in bytes: the limit of spreadsheets.
pub(crate) const MAX_CELL_LEN: usize = 32_767;
/// The maximum length of a row, in bytes.
const MAX_ROW_LEN: usize = 1 << 20;
/// The maximum number of bytes of all rows that are read a second time.
const MAX_REREAD: usize = 8 << 20;
/// The maximum number of cells of a row: the columns of a spreadsheet.
const MAX_CELLS: usize = 16_384;

/// One row. The methods return cells without the spaces around them.
pub(crate) struct CsvRow<'s> {
    /// The row's number in a spreadsheet, from 1.
    pub(crate) number: u32,
    text: &'s str,
    bounds: &'s [[u32; 2]],
    /// The number of cells in the row, even if not all of them are stored.
    pub(crate) count: usize,
    /// The first cell that is longer than [`MAX_CELL_LEN`] and has been cut.
    pub(crate) cut: Option<usize>,
}

impl CsvReader {
    /// A reader of cells with this separator, which must be ASCII.
    pub(crate) fn new(separator: u8) -> Self {
        Self {
            separator,
            state: ReaderState::RowEnd,
            number: 0,
            is_whole: false,
            text: String::new(),
            bounds: Vec::new(),
            count: 0,
            cut: None,
            since: 0,
            is_forgiving: false,
            is_over_line: false,
            is_broken: false,
            again: Reread::No,
            patience: 0,
        }
    }

    /// A reader for unchecked files: spaces are allowed around quoted cells, and an unclosed quotation mark affects
    /// only its own line.
    pub(crate) fn forgiving(separator: u8) -> Self {
        Self { is_forgiving: true, patience: MAX_REREAD, ..Self::new(separator) }
    }

    /// The next row of a complete text, of which this reader has read all earlier rows. Removes the row from `rest`.
    pub(crate) fn next_row<'s, 't: 's>(&'s mut self, rest: &mut &'t str) -> Option<CsvRow<'s>> {
        let mut all = *rest;
        while !self.read(rest) {
            let Some(back) = self.go_back(true) else {
                return self.finish().then(|| self.row(all));
            };
            all = all.get(all.len() - rest.len() - back..).unwrap_or_default();
            *rest = all;
        }
        Some(self.row(all))
    }

    /// Reads up to the end of the next row that is not empty, and removes it from `rest`. `false` if the text ends
    /// before the row does: then continue with the next text, or [`finish`](Self::finish).
    pub(crate) fn read(&mut self, rest: &mut &str) -> bool {
        let all = *rest;
        self.is_broken = false;
        // The length of the rest when the row began.
        let mut start = self.since + all.len();
        let is_read = self.read_on(rest, &mut start);
        self.since = start - rest.len();
        is_read
    }

    /// The number of bytes before the current position that must be kept, because the row that they begin might have to
    /// be read again.
    pub(crate) fn since(&self) -> usize {
        if self.patience > 0 && self.is_within_row() && self.since <= MAX_ROW_LEN { self.since } else { 0 }
    }

    /// If a quotation mark is known to be unclosed, goes back to the start of its row, to read it without that mark.
    /// Returns the number of bytes to go back. `is_end` means that there is no more text.
    pub(crate) fn go_back(&mut self, is_end: bool) -> Option<usize> {
        let is_lost = is_end && self.is_quoted() && self.may_break(self.since);
        if !self.is_broken && !is_lost {
            return None;
        }
        let back = std::mem::take(&mut self.since);
        // Whatever the size of the pieces, so that the result for a file is always the same.
        self.patience -= if self.is_broken && self.is_quoted() { MAX_ROW_LEN } else { back };
        self.number -= 1;
        self.again = Reread::Next;
        self.is_broken = false;
        self.state = ReaderState::RowEnd;
        Some(back)
    }

    /// Whether a row with this length so far can still be read again.
    fn may_break(&self, length: usize) -> bool {
        self.is_forgiving && self.again != Reread::This && length <= self.patience && length <= MAX_ROW_LEN
    }

    /// Whether the last row had an unclosed quotation mark, and was read without it.
    pub(crate) fn is_repaired(&self) -> bool {
        self.again == Reread::This
    }

    fn read_on(&mut self, rest: &mut &str, start: &mut usize) -> bool {
        let all = *rest;
        while !rest.is_empty() {
            match self.state {
                ReaderState::RowEnd => {
                    *start = rest.len();
                    self.again = if self.again == Reread::Next { Reread::This } else { Reread::No };
                    if self.again == Reread::This || !self.read_fast_path(all, rest) {
                        self.begin_row();
                    } else if self.has_content(all) {
                        return true;
                    }
                }
                ReaderState::RowEndOfCr => {
                    skip(rest, b'\n');
                    self.state = ReaderState::RowEnd;
                }
                ReaderState::CellEnd => {
                    if self.is_forgiving && self.take_space(rest) {
                        continue;
                    }
                    let is_mark = skip(rest, b'"');
                    if is_mark {
                        self.text.truncate(self.cell_start() as usize);
                    }
                    let is_quoted = is_mark && (self.again != Reread::This || self.closes_on_line(rest));
                    self.is_over_line = false;
                    self.state = if is_quoted { ReaderState::Quoted } else { ReaderState::Plain };
                }
                ReaderState::Plain => {
                    let at = memchr3(self.separator, b'\n', b'\r', rest.as_bytes());
                    self.take(rest, at.unwrap_or(rest.len()));
                    if at.is_some() && self.end_cell(rest) {
                        return true;
                    }
                }
                ReaderState::Quoted => {
                    let length = memchr3(b'"', b'"', b'"', rest.as_bytes()).unwrap_or(rest.len());
                    self.look_at_quoted(rest, *start, length);
                    if self.is_broken {
                        return false;
                    }
                    self.take(rest, length);
                    if skip(rest, b'"') {
                        self.state = ReaderState::QuotedMark;
                    }
                }
                ReaderState::QuotedMark => {
                    let next = rest.as_bytes()[0];
                    // What comes after the spaces shows whether the mark ends the cell.
                    if next == b' ' && self.is_over_line && self.is_forgiving && self.separator != b' ' {
                        self.take(rest, 1);
                        continue;
                    }
                    let goes_on =
                        next != b'"' && next != self.separator && !matches!(next, b'\n' | b'\r' | b' ' | b'\t' | 0xC2);
                    if goes_on && self.is_over_line && self.may_break(*start - rest.len()) {
                        self.is_broken = true;
                        return false;
                    }
                    // Two of them are an escaped mark. A single one ends the cell.
                    self.state = if rest.starts_with('"') { ReaderState::Quoted } else { ReaderState::Plain };
                    if skip(rest, b'"') {
                        self.push("\"");
                    }
                }
            }
        }
        false
    }

    /// Ends the last row, which needs no line break. `false` if there is no row, or an empty one.
    pub(crate) fn finish(&mut self) -> bool {
        match self.state {
            ReaderState::RowEnd | ReaderState::RowEndOfCr => return false,
            ReaderState::CellEnd | ReaderState::Plain | ReaderState::Quoted | ReaderState::QuotedMark => {}
        }
        self.push_end();
        self.state = ReaderState::RowEnd;
        self.has_content("")
    }

    /// Whether the text so far ends inside a quoted cell.
    pub(crate) fn is_quoted(&self) -> bool {
        self.state == ReaderState::Quoted
    }

    /// Whether the text so far ends inside a row.
    pub(crate) fn is_within_row(&self) -> bool {
        !matches!(self.state, ReaderState::RowEnd | ReaderState::RowEndOfCr)
    }

    /// The last row. `all` is the text that it was [read](Self::read) from, including the row.
    pub(crate) fn row<'s>(&'s self, all: &'s str) -> CsvRow<'s> {
        let text = if self.is_whole { all } else { &self.text };
        CsvRow { number: self.number, text, bounds: &self.bounds, count: self.count, cut: self.cut }
    }

    /// Reads a row that is complete and has quotation marks only around cells. `false` for any other row, of which
    /// nothing is then read. Nearly all rows are read here. The code for the others is 3 times as slow.
    fn read_fast_path<'t>(&mut self, all: &'t str, rest: &mut &'t str) -> bool {
        let (bytes, start) = (all.as_bytes(), all.len() - rest.len());
        let mut at = start;
        self.bounds.clear();
        loop {
            if self.is_forgiving
                && let Some(&byte @ (b' ' | b'\t' | 0xC2)) = bytes.get(at)
                && byte != self.separator
            {
                let spaces = bytes.get(at..).unwrap_or_default().iter().take_while(|&&byte| byte == b' ').count();
                match bytes.get(at + spaces) {
                    Some(b'"') => at += spaces,
                    // Other characters that can be skipped before a quotation mark.
                    Some(b'\t' | 0xC2) | None => return false,
                    _ => {}
                }
            }
            let mark = usize::from(bytes.get(at) == Some(&b'"'));
            let cell = bytes.get(at + mark..).unwrap_or_default();
            // One search for both, because another one takes 500 bytes of wasm.
            let ends = if mark == 0 { [self.separator, b'\n', b'\r'] } else { [b'"'; 3] };
            let length = memchr3(ends[0], ends[1], ends[2], cell);
            let Some(length) = length.filter(|&length| length <= MAX_CELL_LEN) else {
                return false;
            };
            let end = at + mark + length;
            if self.bounds.len() == MAX_CELLS || end - start > MAX_ROW_LEN {
                return false;
            }
            self.bounds.push([(at + mark) as u32, end as u32]);
            at = end + mark;
            match bytes.get(at) {
                Some(&separator) if separator == self.separator => at += 1,
                Some(b'\n' | b'\r') => break,
                _ => return false,
            }
        }
        self.number += 1;
        self.is_whole = true;
        self.count = self.bounds.len();
        self.cut = None;
        *rest = all.get(at..).unwrap_or_default();
        self.end_row(rest);
        true
    }

    /// Skips a space at the start of a cell. Returns whether there was one.
    fn take_space(&mut self, rest: &mut &str) -> bool {
        let space =
            rest.chars().next().filter(|&c| matches!(c, ' ' | '\u{a0}' | '\t') && c != char::from(self.separator));
        self.take(rest, space.map_or(0, char::len_utf8));
        space.is_some()
    }

    /// Whether a quoted cell, after its opening mark, has a closing mark on the same line.
    fn closes_on_line(&self, rest: &str) -> bool {
        let mut bytes = rest.as_bytes().iter().copied().take_while(|byte| !matches!(byte, b'\n' | b'\r')).peekable();
        while let Some(byte) = bytes.next() {
            if byte == b'"' {
                match bytes.peek() {
                    Some(b'"') => drop(bytes.next()),
                    next => return next.is_none_or(|&next| next == self.separator || next == b' '),
                }
            }
        }
        false
    }

    /// Checks the next `length` bytes of a quoted cell. If the row becomes longer than the maximum, its quotation mark
    /// counts as unclosed.
    fn look_at_quoted(&mut self, rest: &str, start: usize, length: usize) {
        let done = start - rest.len();
        let read = rest.as_bytes().get(..length).unwrap_or_default();
        self.is_broken = done <= MAX_ROW_LEN && done + length > MAX_ROW_LEN && self.may_break(MAX_ROW_LEN);
        self.is_over_line |= memchr3(b'\n', b'\r', b'\r', read).is_some();
    }

    fn begin_row(&mut self) {
        self.number += 1;
        self.is_whole = false;
        self.text.clear();
        self.bounds.clear();
        self.count = 0;
        self.cut = None;
        self.state = ReaderState::CellEnd;
    }

    /// Skips the separator or line break after a cell. Returns whether this ended a row that is not empty.
    fn end_cell(&mut self, rest: &mut &str) -> bool {
        self.push_end();
        if skip(rest, self.separator) {
            self.state = ReaderState::CellEnd;
            return false;
        }
        self.end_row(rest);
        self.has_content("")
    }

    /// Skips a line break.
    fn end_row(&mut self, rest: &mut &str) {
        self.state = if skip(rest, b'\r') { ReaderState::RowEndOfCr } else { ReaderState::RowEnd };
        if skip(rest, b'\n') {
            self.state = ReaderState::RowEnd;
        }
    }

    fn has_content(&self, all: &str) -> bool {
        let row = self.row(all);
        let is_empty = |&[start, end]: &[u32; 2]| {
            let cell = row.text.as_bytes().get(start as usize..end as usize).unwrap_or_default();
            cell.iter().all(u8::is_ascii_whitespace)
        };
        !self.bounds.iter().all(is_empty)
    }

    fn push_end(&mut self) {
        if self.count < MAX_CELLS {
            self.bounds.push([self.cell_start(), self.text.len() as u32]);
        }
        self.count += 1;
    }

    /// The start of the current cell.
    fn cell_start(&self) -> u32 {
        self.bounds.last().map_or(0, |&[_, end]| end)
    }

    /// Moves this number of bytes from `rest` to the cell.
    fn take(&mut self, rest: &mut &str, length: usize) {
        if let Some((read, after)) = rest.split_at_checked(length) {
            self.push(read);
            *rest = after;
        }
    }

    fn push(&mut self, read: &str) {
        let room = (MAX_CELL_LEN + self.cell_start() as usize).min(MAX_ROW_LEN).saturating_sub(self.text.len());
        if self.count >= MAX_CELLS {
            return;
        }
        let mut room = room.min(read.len());
        if room < read.len() {
            self.cut.get_or_insert(self.count);
            while !read.is_char_boundary(room) {
                room -= 1;
            }
        }
        self.text.push_str(read.get(..room).unwrap_or_default());
    }
}

/// Skips `mark`, which is ASCII, if it is next. Returns whether it was.
fn skip(rest: &mut &str, mark: u8) -> bool {
    let is_next = rest.as_bytes().first() == Some(&mark);
    if is_next {
        *rest = rest.get(1..).unwrap_or_default();
    }
    is_next
}

impl<'s> CsvRow<'s> {
    /// The number of cells of the row that are stored.
    pub(crate) fn len(&self) -> usize {
        self.bounds.len()
    }

    /// Whether there are spaces before the cell's text.
    pub(crate) fn has_space_before(&self, at: usize) -> bool {
        let [start, end] = self.bounds.get(at).copied().unwrap_or_default();
        let cell = self.text.get(start as usize..end as usize).unwrap_or_default();
        cell.starts_with(' ') && !cell.trim().is_empty()
    }

    /// A cell's text. Empty if the row has no such cell.
    pub(crate) fn cell(&self, at: usize) -> &'s str {
        let [start, end] = self.bounds.get(at).copied().unwrap_or_default();
        let cell = self.text.get(start as usize..end as usize).unwrap_or_default();
        // Most cells have nothing to trim. Checking their first and last byte is faster than `trim`.
        match cell.as_bytes() {
            [] => "",
            [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
            _ => cell.trim(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CsvReader, CsvRow, MAX_CELL_LEN, MAX_CELLS, MAX_ROW_LEN};
    use csv_core::{ReadRecordResult, Reader};
    use proptest::prelude::*;

    /// The rows that are not empty, from the `csv-core` crate.
    fn read_elsewhere(text: &str) -> Vec<Vec<String>> {
        let (mut reader, mut cells, mut ends) = (Reader::new(), [0; 1000], [0; 100]);
        let (mut rest, mut rows) = (text.as_bytes(), Vec::new());
        let (mut length, mut count) = (0, 0);
        loop {
            let (result, read, written, ended) = reader.read_record(rest, &mut cells[length..], &mut ends[count..]);
            rest = &rest[read..];
            length += written;
            count += ended;
            match result {
                ReadRecordResult::Record => {
                    let starts = [0].into_iter().chain(ends).take(count);
                    let cell = |(start, end): (usize, usize)| {
                        let cell = String::from_utf8_lossy(&cells[start..end]);
                        cell.trim().to_owned()
                    };
                    if !cells[..length].trim_ascii().is_empty() {
                        rows.push(starts.zip(ends).map(cell).collect());
                    }
                    (length, count) = (0, 0);
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::End => return rows,
                full => panic!("{full:?}"),
            }
        }
    }

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        rows_of(CsvReader::new(b','), text)
    }

    fn rows_of(mut sheet: CsvReader, text: &str) -> Vec<(u32, Vec<String>)> {
        let mut rest = text;
        let mut rows = Vec::new();
        while let Some(row) = sheet.next_row(&mut rest) {
            rows.push((row.number, (0..row.len()).map(|at| row.cell(at).to_owned()).collect()));
        }
        rows
    }

    #[test]
    fn row_numbers_match_a_spreadsheet() {
        for (text, expected) in [
            ("", &[][..]),
            ("\n\n", &[]),
            ("a,b\nc,d", &[(1, &["a", "b"][..]), (2, &["c", "d"])]),
            ("a\r\nb\r\n", &[(1, &["a"]), (2, &["b"])]),
            ("a\rb\r\rc", &[(1, &["a"]), (2, &["b"]), (4, &["c"])]),
            ("\n\na\n\n\nb", &[(3, &["a"]), (6, &["b"])]),
            ("\r\na\r\n\r\nb\r\n", &[(2, &["a"]), (4, &["b"])]),
            ("a\n,,\n \nb", &[(1, &["a"]), (4, &["b"])]),
            ("\"a\nb\r\nc\",d\ne,f", &[(1, &["a\nb\r\nc", "d"]), (2, &["e", "f"])]),
            ("\"say \"\"hi\"\"\", x ,\n", &[(1, &["say \"hi\"", "x", ""])]),
            ("a\n\"never closed,b\nc", &[(1, &["a"]), (2, &["never closed,b\nc"])]),
            ("é,ß\nœ", &[(1, &["é", "ß"]), (2, &["œ"])]),
        ] {
            let found = rows(text);
            let found: Vec<_> = found
                .iter()
                .map(|(number, cells)| (*number, cells.iter().map(String::as_str).collect::<Vec<_>>()))
                .collect();
            let expected: Vec<_> = expected.iter().map(|&(number, cells)| (number, cells.to_vec())).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn forgiving_reader_recovers_from_malformed_quotes() {
        for (text, expected) in [
            // Spaces before quotation marks, and after them.
            ("a, \"b, c\" ,d", &[(1, &["a", "b, c", "d"][..])][..]),
            ("  \"a,b\",c\n\t\"d\ne\",\u{a0}\"f,g\"\n", &[(1, &["a,b", "c"]), (2, &["d\ne", "f,g"])]),
            ("  a , \u{a0}b\n", &[(1, &["a", "b"])]),
            // Unclosed marks.
            ("a,\"b\nc,d\ne,f", &[(1, &["a", "b"]), (2, &["c", "d"]), (3, &["e", "f"])]),
            ("a,\"b\nc,\"d, e\"\nf,g", &[(1, &["a", "b"]), (2, &["c", "d, e"]), (3, &["f", "g"])]),
            ("\"a,\"b, c\"\r\nd", &[(1, &["a,b", "c\""]), (2, &["d"])]),
            ("5\" a,b\n", &[(1, &["5\" a", "b"])]),
            ("\"a", &[(1, &["a"])]),
            ("x\n\n\"a\n\n\"b\nc", &[(1, &["x"]), (3, &["a"]), (5, &["b"]), (6, &["c"])]),
            // Closed marks.
            ("\"a\nb\"\n\"c\r\nd\" ,e", &[(1, &["a\nb"]), (2, &["c\r\nd", "e"])]),
            ("\"a \"\"b\"\"\nc\",d", &[(1, &["a \"b\"\nc", "d"])]),
        ] {
            let found = rows_of(CsvReader::forgiving(b','), text);
            let expected: Vec<_> = expected
                .iter()
                .map(|&(number, cells)| (number, cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>()))
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
        let tabs = rows_of(CsvReader::forgiving(b'\t'), "a\t\t \"b\tc\"\n");
        assert_eq!(tabs[0].1, ["a", "", "b\tc"]);
    }

    #[test]
    fn unclosed_quotation_mark_affects_only_its_own_row() {
        let text = ["a,\"b\n", &"c,d\n".repeat(MAX_ROW_LEN)].concat();
        let rows = rows_of(CsvReader::forgiving(b','), &text);
        assert_eq!((rows.len(), &*rows[0].1[1], rows[0].0, rows[1].0), (MAX_ROW_LEN + 1, "b", 1, 2));
        // To read rows again and again does not take much longer.
        let text = "a,\"b\nc\n\"\"d\n".repeat(200_000);
        assert!(rows_of(CsvReader::forgiving(b','), &text).len() > 1000);
    }

    #[test]
    fn cells_and_rows_can_exceed_the_initial_buffers() {
        let long = "é".repeat(10_000);
        let mut text = long.clone();
        for _ in 0..1000 {
            text.push_str(",x");
        }
        let rows = rows(&text);
        assert_eq!(rows[0].1[0], long);
        assert_eq!(rows[0].1.len(), 1001);
    }

    #[test]
    fn oversized_rows_are_truncated() {
        let text = ["a,", &"é".repeat(MAX_CELL_LEN), ",c\nd,", &",".repeat(MAX_CELLS + 5)].concat();
        let (mut sheet, mut rest) = (CsvReader::new(b','), &*text);
        let row = sheet.next_row(&mut rest).unwrap();
        assert_eq!((row.count, row.cut, row.cell(2)), (3, Some(1), "c"));
        assert_eq!(row.cell(1), "é".repeat(MAX_CELL_LEN / 2));
        let row = sheet.next_row(&mut rest).unwrap();
        assert_eq!((row.count, row.len(), row.cut), (MAX_CELLS + 7, MAX_CELLS, None));

        let text = "\"".to_owned() + &"never closed\n".repeat(1_000_000);
        let mut sheet = CsvReader::new(b',');
        assert!(!sheet.read(&mut &*text) && sheet.is_quoted() && sheet.finish());
        assert_eq!((sheet.row("").cut, sheet.text.capacity() < 2 * MAX_ROW_LEN), (Some(0), true));
    }

    proptest! {
        #[test]
        fn chunked_text_is_read_like_the_whole_text(
            text in r#"([a-zé,;" \r\n]|\PC){0,60}"#,
            cuts in prop::collection::vec(0..60_usize, 0..6),
        ) {
            let mut sheet = CsvReader::new(b',');
            let mut found = Vec::new();
            let mut add = |row: &CsvRow<'_>| {
                found.push((row.number, (0..row.len()).map(|at| row.cell(at).to_owned()).collect::<Vec<_>>()));
            };
            let mut rest = &*text;
            for cut in cuts.into_iter().chain([usize::MAX]) {
                let mut cut = cut.min(rest.len());
                while !rest.is_char_boundary(cut) {
                    cut -= 1;
                }
                let (mut piece, after) = rest.split_at(cut);
                let mut all = piece;
                while sheet.read(&mut piece) {
                    add(&sheet.row(all));
                    all = piece;
                }
                rest = after;
            }
            if sheet.finish() {
                add(&sheet.row(""));
            }
            prop_assert_eq!(found, rows(&text));
        }

        #[test]
        fn forgiving_reader_matches_strict_reader_on_valid_files(
            rows_of_cells in prop::collection::vec(prop::collection::vec("[a-z,\"\n ]{0,6}", 1..5), 0..8),
        ) {
            // As a spreadsheet writes it: every mark in a cell is doubled, and there is no space outside marks.
            let quoted = |cell: &String| ["\"", &cell.replace('"', "\"\""), "\""].concat();
            let line = |cells: &Vec<String>| cells.iter().map(quoted).collect::<Vec<_>>().join(",");
            let text = rows_of_cells.iter().map(line).collect::<Vec<_>>().join("\n");
            prop_assert_eq!(rows_of(CsvReader::forgiving(b','), &text), rows(&text));
        }

        #[test]
        fn any_text_is_read_like_csv_core(text in r#"([a-zé,;" \r\n]|\PC){0,80}"#) {
            prop_assume!(!text.contains('\u{feff}'));
            let found: Vec<_> = rows(&text).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(found, read_elsewhere(&text));
        }
    }
}
