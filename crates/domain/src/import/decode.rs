//! Decoding bytes to text, in pieces of any size.

use crate::strings::surrogate_pair;

/// The encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// With or without a byte order mark.
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    /// Excel uses it for "CSV (Comma delimited)" in western Europe.
    Windows1252,
}

impl Encoding {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16LittleEndian | Self::Utf16BigEndian => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Decodes bytes as they come in.
///
/// A file without a byte order mark is UTF-8 or Windows-1252. The first byte that is not ASCII decides: in Windows-1252
/// it hardly ever starts a valid UTF-8 sequence, and everything before it is the same in both encodings.
pub(super) struct Decoder {
    encoding: Option<Encoding>,
    /// Whether the encoding is certain.
    is_certain: bool,
    /// Bytes that need the next ones to be decoded.
    pending: Vec<u8>,
    /// The number of characters that could not be decoded.
    pub(super) invalid_chars: u32,
}

/// The number of bytes that are needed to detect the encoding, unless the file is shorter.
const HEAD: usize = 1024;

impl Decoder {
    pub(super) const fn new() -> Self {
        Self { encoding: None, is_certain: false, pending: Vec::new(), invalid_chars: 0 }
    }

    /// The encoding, or the best guess so far.
    pub(super) fn encoding(&self) -> Encoding {
        self.encoding.unwrap_or(Encoding::Utf8)
    }

    /// Appends the text of the next bytes. `is_last` means that there are no more.
    pub(super) fn decode(&mut self, bytes: &[u8], is_last: bool, text: &mut String) {
        let mut pending = std::mem::take(&mut self.pending);
        let mut bytes = if pending.is_empty() {
            bytes
        } else {
            pending.extend_from_slice(bytes);
            &pending
        };
        if self.encoding.is_none() {
            if bytes.len() < HEAD && !is_last {
                self.pending = bytes.to_vec();
                return;
            }
            let (encoding, mark) = detect(bytes);
            self.encoding = Some(encoding);
            self.is_certain = mark > 0;
            bytes = &bytes[mark..];
        }
        let left = match self.encoding() {
            Encoding::Utf8 => self.utf_8(bytes, text),
            Encoding::Windows1252 => {
                text.extend(bytes.iter().map(|&byte| windows_1252(byte)));
                &[]
            }
            Encoding::Utf16LittleEndian => self.utf_16(bytes, u16::from_le_bytes, text),
            Encoding::Utf16BigEndian => self.utf_16(bytes, u16::from_be_bytes, text),
        };
        if !is_last {
            self.pending = left.to_vec();
        } else if !left.is_empty() {
            if self.is_certain || self.encoding() != Encoding::Utf8 {
                self.push_invalid(text);
            } else {
                self.encoding = Some(Encoding::Windows1252);
                text.extend(left.iter().map(|&byte| windows_1252(byte)));
            }
        }
    }

    /// Returns the bytes of an incomplete character at the end.
    fn utf_8<'b>(&mut self, mut bytes: &'b [u8], text: &mut String) -> &'b [u8] {
        loop {
            let (sound, error) = match std::str::from_utf8(bytes) {
                Ok(sound) => (sound, None),
                Err(error) => {
                    let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
                    (std::str::from_utf8(sound).unwrap_or_default(), Some(error.error_len()))
                }
            };
            text.push_str(sound);
            self.is_certain |= !sound.is_ascii();
            bytes = &bytes[sound.len()..];
            match error {
                None => return &[],
                Some(None) => return bytes,
                Some(Some(length)) if self.is_certain => {
                    self.push_invalid(text);
                    bytes = &bytes[length..];
                }
                Some(Some(_)) => {
                    self.encoding = Some(Encoding::Windows1252);
                    text.extend(bytes.iter().map(|&byte| windows_1252(byte)));
                    return &[];
                }
            }
        }
    }

    /// Returns the bytes of an incomplete character at the end.
    fn utf_16<'b>(&mut self, mut bytes: &'b [u8], unit: fn([u8; 2]) -> u16, text: &mut String) -> &'b [u8] {
        while let Some((&first, rest)) = bytes.split_first_chunk::<2>() {
            let first = u32::from(unit(first));
            bytes = match first {
                0xD800..=0xDBFF => {
                    let Some((&second, after)) = rest.split_first_chunk::<2>() else {
                        return bytes;
                    };
                    match surrogate_pair(first, u32::from(unit(second))) {
                        Some(letter) => {
                            text.push(letter);
                            after
                        }
                        None => {
                            self.push_invalid(text);
                            rest
                        }
                    }
                }
                _ => {
                    match char::from_u32(first) {
                        Some(letter) => text.push(letter),
                        None => self.push_invalid(text),
                    }
                    rest
                }
            };
        }
        bytes
    }

    fn push_invalid(&mut self, text: &mut String) {
        self.invalid_chars = self.invalid_chars.saturating_add(1);
        text.push(char::REPLACEMENT_CHARACTER);
    }
}

/// Detects the encoding by the first bytes, and the length of its byte order mark.
fn detect(bytes: &[u8]) -> (Encoding, usize) {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return (Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => return (Encoding::Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => return (Encoding::Utf16BigEndian, 2),
        _ => {}
    }
    // English in UTF-16 has a zero in nearly every second byte.
    let mut zeros = [0; 2];
    for (at, &byte) in bytes.iter().take(HEAD).enumerate() {
        zeros[at % 2] += usize::from(byte == 0);
    }
    let many = (bytes.len().min(HEAD) / 4).max(3);
    match zeros {
        [0, odd] if odd > many => (Encoding::Utf16LittleEndian, 0),
        [even, 0] if even > many => (Encoding::Utf16BigEndian, 0),
        _ => (Encoding::Utf8, 0),
    }
}

/// The character of a byte in Windows-1252.
pub(super) fn windows_1252(byte: u8) -> char {
    /// 0x80 to 0x9F, which are control characters in Latin-1. 5 of them are unassigned.
    const TYPOGRAPHY: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => TYPOGRAPHY[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

/// The text with each word decoded correctly that was in UTF-8 and that a program decoded as Windows-1252 before it saved
/// it again, such as `CafÃ©`; and the first of these words, before and after. `None` if there are none.
pub(super) fn redecoded(text: &str) -> Option<(String, &str, String)> {
    if text.is_ascii() {
        return None;
    }
    let (mut all, mut first) = (String::new(), None);
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.bytes().position(|byte| matches!(byte, b' ' | b'\n')).map_or(rest.len(), |space| space + 1);
        let word = rest.get(..end)?;
        rest = rest.get(end..)?;
        // Some texts went through this more than once.
        let (mut right, mut next) = (None, redecoded_once(word));
        while let Some(text) = next {
            next = redecoded_once(&text);
            if text.chars().all(is_latin) {
                right = Some(text);
            }
        }
        all.push_str(right.as_deref().unwrap_or(word));
        if let Some(right) = right.filter(|_| first.is_none()) {
            first = Some((word.trim_ascii_end(), right.trim_ascii_end().to_owned()));
        }
    }
    first.map(|(word, right)| (all, word, right))
}

/// The characters of the word as bytes of Windows-1252, decoded as UTF-8, if that has fewer characters.
fn redecoded_once(word: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(word.len());
    for c in word.chars() {
        bytes.push(match u32::from(c) {
            code @ ..=0xFF => code as u8,
            _ => (0x80..=0x9F).find(|&byte| windows_1252(byte) == c)?,
        });
    }
    let text = String::from_utf8(bytes).ok()?;
    (text.len() < word.len()).then_some(text)
}

/// Whether the character is a letter, a symbol or punctuation of texts in Latin script. In correct text, an accented
/// capital before a quotation mark could be read as a letter of another script: `CAFÉ’S`.
const fn is_latin(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{7f}' | '\u{a0}'..='\u{17f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{206f}' | '€' | '™' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decode(bytes: &[u8], piece: usize) -> (String, Encoding, u32) {
        let (mut decoder, mut text) = (Decoder::new(), String::new());
        for piece in bytes.chunks(piece) {
            decoder.decode(piece, false, &mut text);
        }
        decoder.decode(&[], true, &mut text);
        (text, decoder.encoding(), decoder.invalid_chars)
    }

    fn utf_16(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn encodings_are_detected_from_bytes() {
        use Encoding::{Utf8, Utf16BigEndian, Utf16LittleEndian, Windows1252};
        let text = "Ynys Môn, “Cafe” £5 – 東𝄞";
        for (bytes, expected, encoding) in [
            (text.as_bytes().to_vec(), text, Utf8),
            (["\u{feff}", text].concat().into_bytes(), text, Utf8),
            (utf_16(&["\u{feff}", text].concat(), false), text, Utf16LittleEndian),
            (utf_16(&["\u{feff}", text].concat(), true), text, Utf16BigEndian),
            (utf_16("Ynys Môn", false), "Ynys Môn", Utf16LittleEndian),
            (utf_16("Ynys Môn", true), "Ynys Môn", Utf16BigEndian),
            (b"M\xF4n, \x93Caf\xE9\x94 \xA35 \x96 \x80".to_vec(), "Môn, “Café” £5 – €", Windows1252),
            (b"M\xF4".to_vec(), "Mô", Windows1252),
            (b"plain".to_vec(), "plain", Utf8),
            (b"a\0b".to_vec(), "a\0b", Utf8),
            (Vec::new(), "", Utf8),
        ] {
            assert_eq!(decode(&bytes, 1000), (expected.to_owned(), encoding, 0), "{bytes:?}");
        }
    }

    #[test]
    fn damaged_characters_are_counted() {
        assert_eq!(decode("é\u{0}".as_bytes(), 9).2, 0);
        for (bytes, expected) in [
            (&b"\xC3\xA9 \xE9 x"[..], "é \u{fffd} x"),
            (b"\xEF\xBB\xBFM\xF4n", "M\u{fffd}n"),
            (b"\xC3\xA9\xC3", "é\u{fffd}"),
            (b"\xFF\xFEa\0\x00\xD8b\0", "a\u{fffd}b"),
            (b"\xFF\xFEa\0\x00\xDC", "a\u{fffd}"),
            (b"\xFF\xFEa\0b", "a\u{fffd}"),
        ] {
            let (text, _, damaged) = decode(bytes, 99);
            assert_eq!((&*text, damaged), (expected, 1), "{bytes:?}");
        }
    }

    /// What a program makes of a text in UTF-8 that it takes for Windows-1252.
    fn misread(text: &str) -> String {
        text.bytes().map(windows_1252).collect()
    }

    #[test]
    fn text_in_a_wrong_encoding_is_corrected() {
        for (text, expected, wrong, right) in [
            ("CafÃ© Federation", "Café Federation", "CafÃ©", "Café"),
            ("St Maryâ€™s", "St Mary’s", "Maryâ€™s", "Mary’s"),
            ("The â€œBestâ€\u{9d} CafÃ©", "The “Best” Café", "â€œBestâ€\u{9d}", "“Best”"),
            ("Â£5 â€“ Â½", "£5 – ½", "Â£5", "£5"),
            ("one\nÃ‰lan\ntwo", "one\nÉlan\ntwo", "Ã‰lan", "Élan"),
            ("CafÃƒÂ©", "Café", "CafÃƒÂ©", "Café"),
            ("dÅµr", "dŵr", "dÅµr", "dŵr"),
            ("Ma\u{e2}\u{80}\u{99}s", "Ma’s", "Ma\u{e2}\u{80}\u{99}s", "Ma’s"),
            ("Café CafÃ©", "Café Café", "CafÃ©", "Café"),
            ("xÂ\u{a0}y", "x\u{a0}y", "xÂ\u{a0}y", "x\u{a0}y"),
        ] {
            assert_eq!(redecoded(text), Some((expected.to_owned(), wrong, right.to_owned())), "{text}");
        }
    }

    #[test]
    fn correct_text_is_unchanged() {
        for text in [
            "",
            "plain",
            "Ångström",
            "Ã",
            "Â",
            "SÃO",
            "Ynys Môn",
            "Tŷ’r Dŵr",
            "Llŷn â’r",
            "Dún Laoghaire",
            "Ó Súilleabháin’s",
            "naïve",
            "£5 – ½ day",
            "“Élan”",
            "CAFÉ’S",
            "“CAFÉ”",
            "CAFÉ…",
            "NESTLÉ®",
            "CAFÈ™",
            "“TÂN”",
            "Straße",
            "Šiauliai",
            "Œuvre",
            "20°C ± 5",
            "東京",
            "😀",
            "Привет",
            "\u{fffd}",
            "caf\u{fffd}Ã©",
        ] {
            assert_eq!(redecoded(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn misread_text_is_restored(text in "[ a-zA-Z£½’–À-ÖØ-öø-ſḀ-ỿ]{0,30}", times in 1..4_usize) {
            // "Â½" can be a text of its own only in a test.
            prop_assume!(redecoded(&text).is_none());
            let wrong = (0..times).fold(text.clone(), |text, _| misread(&text));
            let corrected = redecoded(&wrong).map_or(wrong.clone(), |(text, ..)| text);
            prop_assert_eq!(corrected, text);
        }

        #[test]
        fn correct_latin_text_is_unchanged(text in "[ a-zA-Z.,'&-À-ÖØ-öø-ÿĀ-őŔ-ŗŚ-şŢ-ŷŹ-żḀ-ỿ]{0,40}") {
            prop_assert_eq!(redecoded(&text), None);
        }

        #[test]
        fn names_in_quotation_marks_are_unchanged(
            name in "[A-Z][a-zà-öø-ÿŵŷŌ]{1,12}",
            mark in "(’s|”|…|™|®| – | £5)?",
        ) {
            let text = ["“", &name, &mark].concat();
            prop_assert_eq!(redecoded(&text), None);
        }

        #[test]
        fn text_round_trips_for_any_chunk_size(text in "[a-z]{4,9}\\PC{0,40}", piece in 1..50_usize, big: bool) {
            prop_assert_eq!(&decode(text.as_bytes(), piece).0, &text);
            let marked = ["\u{feff}", &text].concat();
            prop_assert_eq!(&decode(&utf_16(&marked, big), piece).0, &text);
        }

        #[test]
        fn any_bytes_decode_alike_for_any_chunk_size(bytes: Vec<u8>, piece in 1..9_usize) {
            prop_assert_eq!(decode(&bytes, piece), decode(&bytes, usize::MAX));
        }
    }
}
