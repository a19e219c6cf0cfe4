//! A CSV file as a spreadsheet sees it: numbered rows of cells.

use csv_core::{ReadRecordResult, Reader};

/// Reads RFC 4180 text row by row, without a copy of the whole. Takes LF, CRLF and CR, and a byte order mark.
pub(super) struct Sheet<'t> {
    reader: Reader,
    rest: &'t [u8],
    /// The last byte read was CR: an LF after it belongs to the same end of line.
    after_cr: bool,
    number: u32,
    /// The cells of the row last read, one after the other.
    text: Vec<u8>,
    ends: Vec<usize>,
}

/// One row; cells are handed out without the spaces around them.
pub(super) struct Row<'s> {
    /// The row's number as a spreadsheet counts it, from 1.
    pub(super) number: u32,
    text: &'s str,
    ends: &'s [usize],
}

impl<'t> Sheet<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            reader: Reader::new(),
            rest: text.as_bytes(),
            after_cr: false,
            number: 0,
            text: vec![0; 4096],
            ends: vec![0; 32],
        }
    }

    /// The next row that holds anything.
    pub(super) fn next_row(&mut self) -> Option<Row<'_>> {
        let (length, cells) = loop {
            let (length, cells) = self.read()?;
            if !self.text[..length].iter().all(u8::is_ascii_whitespace) {
                break (length, cells);
            }
        };
        Some(Row {
            number: self.number,
            // Only ASCII bytes were taken out of the text, so what is left is UTF-8 still.
            text: std::str::from_utf8(&self.text[..length]).unwrap_or_default(),
            ends: &self.ends[..cells],
        })
    }

    /// Reads one row into `text` and `ends`; says how much of them it filled.
    fn read(&mut self) -> Option<(usize, usize)> {
        self.skip_blank_lines();
        let (mut length, mut cells) = (0, 0);
        loop {
            let (result, read, written, ended) = self.reader.read_record(
                self.rest,
                &mut self.text[length..],
                &mut self.ends[cells..],
            );
            if let Some(last) = read.checked_sub(1) {
                self.after_cr = self.rest[last] == b'\r';
            }
            self.rest = &self.rest[read..];
            length += written;
            cells += ended;
            match result {
                // The next reading has nothing to read, which tells the reader that the text has ended.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.text.resize(self.text.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    self.number += 1;
                    return Some((length, cells));
                }
                ReadRecordResult::End => return None,
            }
        }
    }

    /// The reader passes over blank lines in silence, but a spreadsheet counts them.
    fn skip_blank_lines(&mut self) {
        while let Some((&byte, rest)) = self.rest.split_first() {
            match byte {
                b'\n' if self.after_cr => {}
                b'\n' | b'\r' => self.number += 1,
                _ => break,
            }
            self.after_cr = byte == b'\r';
            self.rest = rest;
        }
    }
}

impl<'s> Row<'s> {
    /// How many cells the row has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell's text; empty if the row has no such cell.
    pub(super) fn cell(&self, at: usize) -> &'s str {
        let Some(&end) = self.ends.get(at) else {
            return "";
        };
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        let cell = &self.text[start..end];
        // Most cells have nothing to trim, and their first and last byte say so faster than `trim` does.
        match cell.as_bytes() {
            [] => "",
            [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
            _ => cell.trim(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sheet;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut sheet = Sheet::new(text);
        let mut rows = Vec::new();
        while let Some(row) = sheet.next_row() {
            rows.push((
                row.number,
                (0..row.len()).map(|at| row.cell(at).to_owned()).collect(),
            ));
        }
        rows
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        for (text, expected) in [
            ("", &[][..]),
            ("\n\n", &[]),
            ("a,b\nc,d", &[(1, &["a", "b"][..]), (2, &["c", "d"])]),
            ("a\r\nb\r\n", &[(1, &["a"]), (2, &["b"])]),
            ("a\rb\r\rc", &[(1, &["a"]), (2, &["b"]), (4, &["c"])]),
            ("\n\na\n\n\nb", &[(3, &["a"]), (6, &["b"])]),
            ("\r\na\r\n\r\nb\r\n", &[(2, &["a"]), (4, &["b"])]),
            ("a\n,,\n \nb", &[(1, &["a"]), (4, &["b"])]),
            ("\u{feff}a,b\nc,d", &[(1, &["a", "b"]), (2, &["c", "d"])]),
            ("\u{feff}\"a\",b", &[(1, &["a", "b"])]),
            (
                "\"a\nb\r\nc\",d\ne,f",
                &[(1, &["a\nb\r\nc", "d"]), (2, &["e", "f"])],
            ),
            (
                "\"say \"\"hi\"\"\", x ,\n",
                &[(1, &["say \"hi\"", "x", ""])],
            ),
            (
                "a\n\"never closed,b\nc",
                &[(1, &["a"]), (2, &["never closed,b\nc"])],
            ),
            ("é,ß\nœ", &[(1, &["é", "ß"]), (2, &["œ"])]),
        ] {
            let found = rows(text);
            let found: Vec<_> = found
                .iter()
                .map(|(number, cells)| {
                    (
                        *number,
                        cells.iter().map(String::as_str).collect::<Vec<_>>(),
                    )
                })
                .collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|&(number, cells)| (number, cells.to_vec()))
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn cells_and_rows_may_be_longer_than_the_first_buffers() {
        let long = "é".repeat(10_000);
        let mut text = long.clone();
        for _ in 0..1000 {
            text.push_str(",x");
        }
        let rows = rows(&text);
        assert_eq!(rows[0].1[0], long);
        assert_eq!(rows[0].1.len(), 1001);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in r#"([a-zé,;" \r\n]|\PC){0,80}"#) {
            rows(&text);
        }
    }
}
