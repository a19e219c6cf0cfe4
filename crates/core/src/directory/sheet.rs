//! A CSV file as a spreadsheet sees it: numbered rows of cells.

/// Reads RFC 4180 text row by row, without a copy of the whole. Takes LF, CRLF and CR, and a byte order mark.
///
/// A quotation mark counts only at the beginning of a cell; what follows the one that closes it belongs to the cell.
/// Written by hand because the tables of a general reader take 5 kB of the wasm.
pub(super) struct Sheet<'t> {
    rest: &'t str,
    number: u32,
    /// The cells of the row last read, one after the other.
    text: String,
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
        Self { rest: text.strip_prefix('\u{feff}').unwrap_or(text), number: 0, text: String::new(), ends: Vec::new() }
    }

    /// The next row that holds anything.
    pub(super) fn next_row(&mut self) -> Option<Row<'_>> {
        while !self.rest.is_empty() {
            self.read_row();
            if !self.text.bytes().all(|byte| byte.is_ascii_whitespace()) {
                return Some(Row { number: self.number, text: &self.text, ends: &self.ends });
            }
        }
        None
    }

    /// Reads one row, which may be blank, into `text` and `ends`.
    fn read_row(&mut self) {
        self.number += 1;
        self.text.clear();
        self.ends.clear();
        loop {
            if self.skip(b'"') {
                self.read_quoted();
            }
            self.read_to([b',', b'\n', b'\r']);
            self.ends.push(self.text.len());
            if !self.skip(b',') {
                break;
            }
        }
        // Either of them ends a line, and so do both together.
        self.skip(b'\r');
        self.skip(b'\n');
    }

    /// Reads what is left of a cell in quotation marks, of which it has passed the first.
    fn read_quoted(&mut self) {
        loop {
            self.read_to([b'"'; 3]);
            // Two of them stand for one; a single one ends it, as does the end of the text.
            if !self.skip(b'"') || !self.skip(b'"') {
                break;
            }
            self.text.push('"');
        }
    }

    /// Reads up to one of these bytes, which are ASCII, or to the end of the text.
    fn read_to(&mut self, [one, two, three]: [u8; 3]) {
        let ends = |byte| byte == one || byte == two || byte == three;
        let length = self.rest.bytes().position(ends);
        let length = length.unwrap_or(self.rest.len());
        if let Some((read, rest)) = self.rest.split_at_checked(length) {
            self.text.push_str(read);
            self.rest = rest;
        }
    }

    /// Passes over `mark`, which is ASCII, if it is next; says whether it was.
    fn skip(&mut self, mark: u8) -> bool {
        let is_next = self.rest.as_bytes().first() == Some(&mark);
        if is_next {
            self.rest = self.rest.get(1..).unwrap_or_default();
        }
        is_next
    }
}

impl<'s> Row<'s> {
    /// How many cells the row has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell's text; empty if the row has no such cell.
    pub(super) fn cell(&self, at: usize) -> &'s str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = start.copied().unwrap_or_default();
        let end = self.ends.get(at).copied().unwrap_or_default();
        let cell = self.text.get(start..end).unwrap_or_default();
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
    use csv_core::{ReadRecordResult, Reader};
    use proptest::prelude::*;

    /// The rows that hold anything, as a reader reads them that many others rely on.
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
        let mut sheet = Sheet::new(text);
        let mut rows = Vec::new();
        while let Some(row) = sheet.next_row() {
            rows.push((row.number, (0..row.len()).map(|at| row.cell(at).to_owned()).collect()));
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
        fn any_text_is_read_as_others_read_it(text in r#"([a-zé,;" \r\n]|\PC){0,80}"#) {
            prop_assume!(!text.contains('\u{feff}'));
            let found: Vec<_> = rows(&text).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(found, read_elsewhere(&text));
        }
    }
}
