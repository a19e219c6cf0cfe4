//! Sanitising cells: without characters and markup that do not belong to the text, and without placeholders.

use std::borrow::Cow;

use crate::import::column_aliases::is_alike;
use crate::import::decode::windows_1252;
use crate::strings::{self, parts};

/// The placeholders that people and spreadsheets use for empty cells, by their letters and digits alone: `N/A`, `n.a.`
/// and `#N/A` are all "na".
const NOTHING: [&str; 23] = [
    "na",
    "none",
    "nil",
    "null",
    "nan",
    "nat",
    "blank",
    "undefined",
    "unknown",
    "not known",
    "nk",
    "not available",
    "not applicable",
    "not stated",
    "not provided",
    "not recorded",
    "no data",
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "to be announced",
    "to be advised",
];

/// Whether the text is a placeholder for an empty cell. This applies to every column, including ids and names.
pub(in crate::import) fn is_blank_marker(text: &str) -> bool {
    let text = text.trim();
    if text.len() > 20 {
        return false;
    }
    // For nearly every cell the first letter is enough to exclude this.
    match text.bytes().find(u8::is_ascii_alphanumeric) {
        None => parts(text, "-–—−.…?*_/#:~ ").is_empty(),
        // An error in a formula, such as `#REF!` or `#NAME?`.
        Some(_) if text.starts_with('#') && matches!(text.as_bytes().last(), Some(b'!' | b'?')) => true,
        // What MySQL writes.
        Some(b'N') if text == "\\N" => true,
        Some(b'b' | b'B' | b'n' | b'N' | b't' | b'T' | b'u' | b'U') => {
            NOTHING.iter().any(|nothing| is_alike(nothing, text))
        }
        _ => false,
    }
}

/// The cell without characters that do not belong to its text: control characters, invisible characters, formatting
/// tags, HTML entities, and the apostrophe that our own downloads and careful people add before text that a spreadsheet
/// would interpret as a formula. Empty if the cell [is a placeholder](is_blank_marker).
pub(in crate::import) fn sanitise(cell: &str) -> Cow<'_, str> {
    let guarded = |rest: &str| {
        matches!(rest.chars().next(), Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
    };
    let is_number = |rest: &str| {
        rest.starts_with('0') && rest.len() > 3 && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
    };
    let cell = cell.strip_prefix('\'').filter(|rest| guarded(rest) || is_number(rest)).unwrap_or(cell);
    // `="00123"`, as systems write text for Excel.
    let cell = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell);
    if is_blank_marker(cell) {
        return Cow::Borrowed("");
    }
    // 0xC2, 0xE2 and 0xEF begin no-break spaces and invisible characters.
    if !cell.bytes().any(|byte| byte < b' ' || matches!(byte, 0x7F | b'#' | b'&' | b'<' | b'_' | 0xC2 | 0xE2 | 0xEF)) {
        return Cow::Borrowed(cell);
    }
    if strings::contains(cell, ";#") {
        return Cow::Owned(sanitise(&lookup_values(cell)).into_owned());
    }
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(c) = rest.chars().next() {
        let (letter, length) = match c {
            '&' => entity(rest),
            '<' => tag(rest),
            // A carriage return, as workbooks store it, and the line breaks of word processors.
            '_' if rest.starts_with("_x000D_") => Some(('\0', 7)),
            '\u{b}' | '\u{2028}' | '\u{2029}' => Some(('\n', c.len_utf8())),
            '\r' => Some(('\n', if rest.starts_with("\r\n") { 2 } else { 1 })),
            _ => None,
        }
        .unwrap_or((c, c.len_utf8()));
        match letter {
            '\n' => text.push('\n'),
            '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}' => text.push(' '),
            '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            letter if letter < ' ' || letter == '\u{7f}' => {}
            letter => text.push(letter),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    let text = text.trim();
    Cow::Owned(if is_blank_marker(text) { String::new() } else { text.to_owned() })
}

/// The values of `12;#North West;#7;#London` or `;#North West;#London;#`, as SharePoint writes lookups and choices.
fn lookup_values(cell: &str) -> String {
    let (mut values, mut rest) = (String::new(), cell);
    while !rest.is_empty() {
        let end = strings::find(rest, ";#").unwrap_or(rest.len());
        let (value, after) = rest.split_at(end);
        if !strings::is_digits(value) {
            strings::join(&mut values, "; ", &mut [value].into_iter());
        }
        rest = after.get(2..).unwrap_or_default();
    }
    values
}

/// The character of an entity at the start of `text`, and the entity's length. Decoded only once: `&amp;lt;` is `&lt;`.
fn entity(text: &str) -> Option<(char, usize)> {
    #[rustfmt::skip]
    const NAMES: [(&str, char); 14] = [
        ("amp", '&'), ("nbsp", ' '), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("ndash", '–'), ("mdash", '—'),
        ("lsquo", '‘'), ("rsquo", '’'), ("ldquo", '“'), ("rdquo", '”'), ("hellip", '…'), ("pound", '£'),
    ];
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let letter = match name.strip_prefix('#') {
        Some(number) => {
            let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
            let mut code = 0;
            for digit in digits.chars() {
                code = code * radix + digit.to_digit(radix)?;
            }
            // Code points as browsers decode them, and as old programs write them.
            if (0x80..0xA0).contains(&code) { windows_1252(code as u8) } else { char::from_u32(code)? }
        }
        None => NAMES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((letter, end + 1))
}

/// The replacement for a formatting tag at the start of `text`, a line break or nothing, and the tag's length. Any
/// other tag is text.
fn tag(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(400).position(|byte| byte == b'>')?;
    let inside = text.get(1..end)?;
    let is_end = inside.starts_with('/');
    let inside = strings::trimmed(inside, "/ ");
    let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, attributes) = inside.split_at_checked(length)?;
    let is_one_of = |names: &[&str]| names.iter().any(|other| name.eq_ignore_ascii_case(other));
    let is_heading = is_one_of(&["h2", "h3", "h4"]);
    let is_line = (is_heading || is_one_of(&["p", "div", "li"])) && is_end || is_one_of(&["br"]);
    let is_known = is_line
        || is_heading
        || is_one_of(&["p", "div", "li", "b", "i", "u", "em", "strong", "span", "font", "sup", "sub", "ul", "ol"]);
    let is_tag = is_known && (attributes.is_empty() || attributes.starts_with(' ') && attributes.contains('='));
    is_tag.then_some((if is_line { '\n' } else { '\0' }, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn export_artefacts_are_removed_from_cells() {
        for (cell, expected) in [
            ("plain", "plain"),
            ("'=1+1", "=1+1"),
            ("'tis", "'tis"),
            ("'0113 496 0000", "0113 496 0000"),
            ("'09", "'09"),
            ("'012 Health'", "'012 Health'"),
            ("1 High Street_x000D_\nLeeds_x000D_", "1 High Street\nLeeds"),
            ("a_b", "a_b"),
            ("12;#North West", "North West"),
            ("3;#North West;#14;#South & East;#", "North West; South & East"),
            (";#London;#South East;#", "London; South East"),
            ("C; #1", "C; #1"),
            ("12;#7", ""),
            ("one\u{b}two\u{2028}three", "one\ntwo\nthree"),
            ("'-2", "-2"),
            ("a\r\nb\rc\td\0e\u{7f}", "a\nb\nc de"),
            ("\0", ""),
            ("A &amp; B", "A & B"),
            ("A &amp;lt; B", "A &lt; B"),
            ("St George&#39;s&nbsp;&#x2013; &ldquo;X&rdquo; &#146;", "St George's – “X” ’"),
            ("A & B; C &unheard; &;", "A & B; C &unheard; &;"),
            ("&#0;&#xFFFFFFFF;", "&#xFFFFFFFF;"),
            ("one<br>two<BR/>three", "one\ntwo\nthree"),
            ("<p class=\"x\">One</p><p>Two <b>bold</b></p>", "One\nTwo bold"),
            ("<script>x</script> <img src=x> a < b", "<script>x</script> <img src=x> a < b"),
            ("<b and c>", "<b and c>"),
            ("&lt;b&gt;", "<b>"),
            ("Hal\u{ad}ton\u{200b}\u{a0}GP", "Halton GP"),
            ("<p>n/a</p>", ""),
            ("&nbsp;", ""),
        ] {
            assert_eq!(sanitise(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn empty_markers_are_read_as_empty() {
        let nothing = [
            "n/a",
            "N/A",
            "NA",
            "n.a.",
            "-",
            "--",
            "–",
            "—",
            ".",
            "?",
            "TBC",
            "(tbc)",
            "T.B.A.",
            "To be confirmed",
            "Unknown",
            "none",
            "NIL",
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#DIV/0!",
            "####",
            "null",
            "NULL",
            "undefined",
            "NaN",
            "N.K.",
            "Not applicable",
            " - ",
            ":",
            "…",
            "~",
        ];
        for cell in nothing {
            assert_eq!(sanitise(cell), "", "{cell}");
        }
        for cell in
            ["Nantwich", "NA1", "A-", "0", "#1", "No", "Nathan", "Unknown Street Surgery", "#Health", "N/A until 2019"]
        {
            assert_eq!(sanitise(cell), cell);
        }
    }
}
