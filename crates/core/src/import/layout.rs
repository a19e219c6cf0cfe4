//! What a file is, by its beginning.

use super::spellings::Meaning;
use crate::directory::sheet::{Row, Sheet};

/// How a file that can hold a list is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Rows of cells with this byte between them; they begin so many bytes into the text.
    Cells { separator: u8, start: usize },
    /// Objects.
    Json,
}

/// What a file is instead of a list, and what would be right.
pub(super) type NoList = (&'static str, &'static str);

const SAVE_AS_CSV: &str = "open it in Excel, and save it as \"CSV UTF-8 (Comma delimited)\"";

const SHEET_BEFORE: &str = "use the spreadsheet that it was made from";

/// As many bytes as [`no_text`] looks at.
pub(super) const LONGEST_MARK: usize = 4;

/// What the bytes are, if they are no text.
pub(super) fn no_text(bytes: &[u8]) -> Option<NoList> {
    let is = |mark: &[u8]| bytes.starts_with(mark);
    if is(b"PK\x03\x04") {
        return Some(("the file is an Excel workbook or another zip file, not a CSV file", SAVE_AS_CSV));
    }
    if is(b"\xD0\xCF\x11\xE0") {
        return Some(("the file is an old Excel workbook or Word document, not a CSV file", SAVE_AS_CSV));
    }
    if is(b"%PDF") {
        return Some(("the file is a PDF, not a CSV file", SHEET_BEFORE));
    }
    if is(b"\x89PNG") || is(b"\xFF\xD8\xFF") || is(b"GIF8") {
        return Some(("the file is a picture, not a CSV file", SHEET_BEFORE));
    }
    None
}

/// The layout of a text of which this is the beginning: all of it, or some thousand letters.
pub(super) fn of(head: &str) -> Result<Layout, NoList> {
    let text = head.trim_start_matches(|c: char| c.is_ascii_whitespace());
    match text.as_bytes().first() {
        None => return Err(("the file is empty", "save the list as a CSV file with a header row")),
        Some(b'<') => {
            return Err((
                "the file is a web page, not a CSV file",
                "see where its address leads: perhaps to a sign-in or an error page",
            ));
        }
        Some(b'{' | b'[') => return Ok(Layout::Json),
        Some(_) => {}
    }
    let odd = head.bytes().filter(|byte| *byte < b' ' && !byte.is_ascii_whitespace()).count();
    if odd > (head.len() / 8).max(16) {
        return Err(("the file is not a text file", SAVE_AS_CSV));
    }
    let (line, after) = match memchr::memchr3(b'\n', b'\r', b'\r', head.as_bytes()) {
        Some(end) => (head.get(..end).unwrap_or_default(), end + 1),
        None => (head, head.len()),
    };
    // Excel's own way to say it; a line that no spreadsheet shows.
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] = *line.as_bytes()
        && separator.is_ascii()
        && separator != b'"'
    {
        let is_crlf = head.get(after - 1..).is_some_and(|end| end.starts_with("\r\n"));
        return Ok(Layout::Cells { separator, start: after + usize::from(is_crlf) });
    }
    Ok(Layout::Cells { separator: separator(head), start: 0 })
}

/// The one of comma, semicolon and tab with which a header is found that has the most columns that are known; where
/// there is none, the one that the text has most of.
fn separator(head: &str) -> u8 {
    let mut best = (0, 0, b',');
    for separator in [b',', b';', b'\t'] {
        let (mut sheet, mut rest) = (Sheet::new(separator), head);
        let mut known = 0;
        // As in `reader`: the header may have a title above it.
        while let Some(row) = sheet.next_row(&mut rest).filter(|row| known == 0 && row.number <= HEADER_WITHIN) {
            let meanings = (0..row.len()).filter_map(|at| Meaning::of(row.cell(at)));
            known = if has_name(&row) { meanings.count() } else { 0 };
        }
        let count = head.bytes().filter(|&byte| byte == separator).count();
        best = if (known, count) > (best.0, best.1) { (known, count, separator) } else { best };
    }
    best.2
}

/// The header must be one of the first so many rows.
pub(super) const HEADER_WITHIN: u32 = 20;

/// Whether a row has a cell that heads the column of names, so that it can be the header.
pub(super) fn has_name(row: &Row<'_>) -> bool {
    (0..row.len()).any(|at| Meaning::of(row.cell(at)) == Some(Meaning::NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_counted_outside_quotation_marks() {
        for (head, separator, start) in [
            ("name", b',', 0),
            ("name,place;covers,region", b',', 0),
            ("\"name\";\"covers, in words\"", b';', 0),
            ("name;place;covers\n1,2,3,4;5", b';', 0),
            ("Our list, of June, 2026\n\nname;place", b';', 0),
            ("town;wards\n", b';', 0),
            ("\"a,b,c\";place;name", b';', 0),
            ("name\tplace, county\n", b'\t', 0),
            ("\"two\nlines, and, commas\";name", b';', 0),
            ("Our list\n\nname;place", b';', 0),
            ("\"never closed;a;b", b';', 0),
            ("sep=;\nname,place", b';', 6),
            ("SEP=|\r\nname|place", b'|', 7),
            ("sep=\t\rname", b'\t', 6),
            ("sep=;", b';', 5),
        ] {
            assert_eq!(of(head), Ok(Layout::Cells { separator, start }), "{head:?}");
        }
        for json in ["[", " {\"a\":1}", "\n[]"] {
            assert_eq!(of(json), Ok(Layout::Json));
        }
    }

    #[test]
    fn what_is_no_list_is_named() {
        for (head, what) in [
            ("", "empty"),
            (" \n", "empty"),
            ("<!DOCTYPE html><html>", "web page"),
            ("\n\n<?xml version", "web page"),
            (&"\u{1}\u{2}\u{3}\u{4}".repeat(9), "not a text file"),
        ] {
            assert!(of(head).unwrap_err().0.contains(what), "{head:?}");
        }
        for (bytes, what) in [
            (&b"PK\x03\x04\x14\x00"[..], "Excel workbook"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1", "old Excel"),
            (b"%PDF-1.7", "PDF"),
            (b"\x89PNG\r\n", "picture"),
            (b"\xFF\xD8\xFF\xE0", "picture"),
            (b"GIF89a", "picture"),
        ] {
            assert!(no_text(bytes).unwrap().0.contains(what));
        }
        assert_eq!(no_text(b"name,place"), None);
    }
}
