//! Decoding bytes to text, in pieces of any size.

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
                    match u32::from(unit(second)) {
                        second @ 0xDC00..=0xDFFF => {
                            let number = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                            text.push(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER));
                            after
                        }
                        _ => {
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
    fn each_encoding_is_told_by_its_bytes() {
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

    proptest! {
        #[test]
        fn text_comes_back_whatever_the_pieces(text in "[a-z]{4,9}\\PC{0,40}", piece in 1..50_usize, big: bool) {
            prop_assert_eq!(&decode(text.as_bytes(), piece).0, &text);
            let marked = ["\u{feff}", &text].concat();
            prop_assert_eq!(&decode(&utf_16(&marked, big), piece).0, &text);
        }

        #[test]
        fn any_bytes_are_text_whatever_the_pieces(bytes: Vec<u8>, piece in 1..9_usize) {
            prop_assert_eq!(decode(&bytes, piece), decode(&bytes, usize::MAX));
        }
    }
}
