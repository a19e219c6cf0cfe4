//! Detecting the format of a file by its start.

use super::header::{HeaderSearch, search};
use super::heading::is_invisible;
use super::json::JsonParser;
use crate::directory::messages::Message;
use crate::strings;

/// The format of a file that can contain a list.
pub(super) enum FileFormat {
    /// Rows of cells with this separator, from this byte of the text on.
    Cells { separator: u8, start: usize, search: HeaderSearch },
    /// Objects.
    Json,
    /// One object per line.
    JsonLines,
}

const SAVE_AS_CSV: &str = "Open it in Excel and save it as \"CSV UTF-8 (Comma delimited)\"";

/// The builder can read these workbooks but the widget cannot, because a parser for them is 60 kB.
const CONVERT: &str = "Choose it in the builder, under \"Check your list\", and download the CSV file there. Or open it \
                       in Excel and save it as \"CSV UTF-8 (Comma delimited)\"";

const SHEET_BEFORE: &str = "Use the original spreadsheet instead";

/// The number of bytes that [`binary_format`] needs.
pub(super) const MAX_SIGNATURE: usize = 4;

/// The binary format of the bytes, if they are not text.
pub(super) fn binary_format(bytes: &[u8]) -> Option<Message> {
    let is = |mark: &[u8]| bytes.starts_with(mark);
    if is(b"PK\x03\x04") {
        return Some(Message {
            problem: "The file is a workbook (.xlsx or .ods) or another zip file, not a CSV file",
            fix: CONVERT,
        });
    }
    if is(b"\xD0\xCF\x11\xE0") || is(b"{\\rt") {
        return Some(Message {
            problem: "The file is an old or protected Excel workbook or Word document, not a CSV file",
            fix: SAVE_AS_CSV,
        });
    }
    if is(b"\x1F\x8B") {
        return Some(Message {
            problem: "The file is compressed (gzip), not a CSV file",
            fix: "Unpack it, and use the CSV file in it",
        });
    }
    if is(b"%PDF") {
        return Some(Message { problem: "The file is a PDF, not a CSV file", fix: SHEET_BEFORE });
    }
    if is(b"\x89PNG") || is(b"\xFF\xD8\xFF") || is(b"GIF8") {
        return Some(Message { problem: "The file is a picture, not a CSV file", fix: SHEET_BEFORE });
    }
    None
}

/// The start of the text, after byte order marks (some programs write 2) and other characters without a width.
pub(super) fn skip_signatures(text: &str) -> usize {
    let mut rest = text;
    loop {
        let after = rest.trim_start_matches(is_invisible);
        // A byte order mark in UTF-8 that was read as Windows-1252 and saved as UTF-8.
        let after = after.strip_prefix("\u{ef}\u{bb}\u{bf}").unwrap_or(after);
        if after.len() == rest.len() {
            return text.len() - rest.len();
        }
        rest = after;
    }
}

/// The format of a text with this start, which is all of it or some thousand characters.
pub(super) fn sniff(head: &str, is_whole: bool) -> Result<FileFormat, Message> {
    let text = head.trim_start_matches(|c: char| c.is_ascii_whitespace());
    match text.as_bytes().first() {
        None => {
            return Err(Message {
                problem: "The file is empty",
                fix: "Add a header row and at least 1 federation, then save the file as CSV",
            });
        }
        Some(b'<') => {
            return Err(Message {
                problem: "The file is a web page, not a CSV file",
                fix: "Check the address: it might lead to a log-in page or an error page. If it is a table that opens in Excel, save it there as \"CSV UTF-8 (Comma delimited)\"",
            });
        }
        // Of an exported table, the first heading can be in brackets: `[Name],[Town]`.
        Some(b'[') if !is_word_in_brackets(text) => return Ok(FileFormat::Json),
        Some(b'{') => {
            let mut parser = JsonParser::new(text, 0);
            let is_line = parser.value().is_ok() && parser.peek() == Some(b'{');
            return Ok(if is_line { FileFormat::JsonLines } else { FileFormat::Json });
        }
        Some(_) => {}
    }
    let odd = head.bytes().filter(|byte| *byte < b' ' && !byte.is_ascii_whitespace()).count();
    if odd > (head.len() / 8).max(16) {
        return Err(Message { problem: "The file is not a text file", fix: SAVE_AS_CSV });
    }
    let (line, after) = match memchr::memchr3(b'\n', b'\r', b'\r', head.as_bytes()) {
        Some(end) => (head.get(..end).unwrap_or_default(), end + 1),
        None => (head, head.len()),
    };
    // Excel's own syntax for the separator, in a line that no spreadsheet shows.
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] = *strings::trimmed(line, "\"").as_bytes()
        && separator.is_ascii()
        && separator != b'"'
    {
        let is_crlf = head.get(after - 1..).is_some_and(|end| end.starts_with("\r\n"));
        let start = after + usize::from(is_crlf);
        let rest = head.get(start..).unwrap_or_default();
        let found = search(rest, is_whole, separator);
        if found.header.is_none() {
            // A program that converts a file can leave the line as it is.
            let (other, search) = separated(rest, is_whole);
            if search.header.is_some() {
                return cells(start, other, search);
            }
        }
        return cells(start, separator, found);
    }
    let (separator, search) = separated(head, is_whole);
    cells(0, separator, search)
}

/// Whether the text begins with a word in brackets. No JSON does, except with `[true]`, `[false]` and `[null]`.
fn is_word_in_brackets(text: &str) -> bool {
    let inside = &text[1..];
    let is_value = ["true", "false", "null"].iter().any(|value| inside.starts_with(value));
    inside.starts_with(|c: char| c.is_alphabetic()) && !is_value
}

fn cells(start: usize, separator: u8, search: HeaderSearch) -> Result<FileFormat, Message> {
    if search.is_transposed {
        return Err(Message {
            problem: "The headings are in the first column, not in a row",
            fix: "Copy the table in Excel, select Paste Special and then Transpose",
        });
    }
    Ok(FileFormat::Cells { separator, start, search })
}

/// The separator (comma, semicolon, tab or vertical bar) with the best header. If there is no header, the one with the
/// most rows of the same width, or else the most frequent one.
fn separated(head: &str, is_whole: bool) -> (u8, HeaderSearch) {
    let mut best = ((0, 0, 0), b',', HeaderSearch::default());
    for separator in [b',', b';', b'\t', b'|'] {
        let found = search(head, is_whole, separator);
        let count = head.bytes().filter(|&byte| byte == separator).count();
        let order = (found.score, found.alike, count);
        if order > best.0 || separator == b',' {
            best = (order, separator, found);
        }
    }
    (best.1, best.2)
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
            ("sep=;\nname,place", b',', 6),
            ("sep=;\nname;place", b';', 6),
            ("SEP=|\r\nname|place", b'|', 7),
            ("sep=\t\rname", b'\t', 6),
            ("sep=;", b';', 5),
        ] {
            let Ok(FileFormat::Cells { separator: found, start: begins, .. }) = sniff(head, true) else {
                panic!("{head:?}")
            };
            assert_eq!((found, begins), (separator, start), "{head:?}");
        }
        for json in ["[", " {\"a\":1}", "\n[]", "{\"a\":1} 2", "{\"a\":"] {
            assert!(matches!(sniff(json, true), Ok(FileFormat::Json)));
        }
        assert!(matches!(sniff("{\"a\":1}\n{\"a\":2", false), Ok(FileFormat::JsonLines)));
    }

    #[test]
    fn unsupported_files_are_named_by_type() {
        for (head, problem) in [
            ("", "empty"),
            (" \n", "empty"),
            ("<!DOCTYPE html><html>", "web page"),
            ("\n\n<?xml version", "web page"),
            (&"\u{1}\u{2}\u{3}\u{4}".repeat(9), "not a text file"),
        ] {
            assert!(sniff(head, true).err().unwrap().problem.contains(problem), "{head:?}");
        }
        for (bytes, problem) in [
            (&b"PK\x03\x04\x14\x00"[..], "workbook (.xlsx or .ods)"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1", "old or protected Excel workbook"),
            (b"%PDF-1.7", "PDF"),
            (b"\x1F\x8B\x08\0", "gzip"),
            (b"\x89PNG\r\n", "picture"),
            (b"\xFF\xD8\xFF\xE0", "picture"),
            (b"GIF89a", "picture"),
        ] {
            assert!(binary_format(bytes).unwrap().problem.contains(problem));
        }
        assert_eq!(binary_format(b"name,place"), None);
    }
}
