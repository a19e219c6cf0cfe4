//! Folding: the normal form in which names are stored, typed words are parsed and names are sorted.

use std::ops::Range;

/// Folds `text` into lower-case words with one space between them. Folding folded text changes nothing.
///
/// Accents are gone, apostrophes and full stops are dropped (`King's` is `kings`, `C.I.C.` is `cic`), `&` is the word
/// `and`, any other punctuation and any symbol is a space. Full-width letters are plain letters. Letters that are neither
/// ASCII nor in the Unicode blocks Latin-1 and Latin Extended-A stay as they are, without change of case: that would take
/// Unicode tables, which the widget does not ship.
///
/// ```
/// use gpf_domain::fold::fold;
/// assert_eq!(fold("  The King’s Cross & St. Pancras C.I.C. "), "the kings cross and st pancras cic");
/// assert_eq!(fold("Ynys Môn / Anglesey"), "ynys mon anglesey");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends folded `text`.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    walk(text, |letter, _| folded.push(letter));
}

/// Folded text with the position of each of its bytes in the original.
pub(crate) struct FoldedText {
    /// The folded text with a space before and after it, so that a whole word is always ` word `.
    pub(crate) text: String,
    /// For each byte of `text`, the range of the original that it represents.
    pub(crate) origins: Vec<Range<usize>>,
}

/// Folds `text` and records the original positions.
pub(crate) fn fold_with_offsets(text: &str) -> FoldedText {
    let mut traced =
        FoldedText { text: String::with_capacity(text.len() + 2), origins: Vec::with_capacity(text.len() + 2) };
    let mut push = |letter: char, origin: Range<usize>| {
        traced.text.push(letter);
        for _ in 0..letter.len_utf8() {
            traced.origins.push(origin.clone());
        }
    };
    push(' ', 0..0);
    walk(text, &mut push);
    push(' ', text.len()..text.len());
    traced
}

/// Calls `each` for each folded letter or space, with its range in `text`.
fn walk(text: &str, mut each: impl FnMut(char, Range<usize>)) {
    let mut begun = false;
    let mut gap = false;
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let from = at;
        let (char, becomes) = if byte < 0x80 {
            at += 1;
            (char::from(byte), ASCII[usize::from(byte)])
        } else {
            let Some(char) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                break;
            };
            at += char.len_utf8();
            (char, beyond_ascii(char))
        };
        if becomes == NOTHING {
            continue;
        }
        // "&" is always a word of its own: "B&B" becomes "b and b".
        let and = becomes == b'&';
        gap |= and || becomes == GAP;
        if becomes == GAP {
            continue;
        }
        if gap && begun {
            each(' ', from..from);
        }
        (gap, begun) = (and, true);
        let several = match becomes {
            KEEP => {
                each(char, from..at);
                continue;
            }
            b'&' => "and",
            b'A' => "ae",
            b'J' => "ij",
            b'O' => "oe",
            b'S' => "ss",
            b'T' => "th",
            one => {
                each(char::from(one), from..at);
                continue;
            }
        };
        for letter in several.chars() {
            each(letter, from..at);
        }
    }
}

const NOTHING: u8 = 0;
const GAP: u8 = b' ';
/// The character stays the same.
const KEEP: u8 = b'=';

/// The folded form of each ASCII character.
const ASCII: [u8; 128] = {
    let mut becomes = [GAP; 128];
    let mut byte = 0;
    while byte < 128 {
        let char = byte as u8;
        if char.is_ascii_alphanumeric() {
            becomes[byte] = char.to_ascii_lowercase();
        }
        byte += 1;
    }
    becomes[b'\'' as usize] = NOTHING;
    becomes[b'`' as usize] = NOTHING;
    becomes[b'.' as usize] = NOTHING;
    becomes[b'&' as usize] = b'&';
    becomes
};

/// U+00C0 to U+017F without their accents. Capitals represent two letters (see `walk`).
const LATIN: &[u8; 0xC0] = b"\
    aaaaaaAceeeeiiiidnooooo ouuuuyTS\
    aaaaaaAceeeeiiiidnooooo ouuuuyTy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkkllllllllllnnnnnnnnnooooooOO\
    rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

fn beyond_ascii(char: char) -> u8 {
    match char {
        '\u{C0}'..='\u{17F}' => LATIN[char as usize - 0xC0],
        'ª' => b'a',
        'º' => b'o',
        // Full-width characters.
        '\u{FF01}'..='\u{FF5E}' => ASCII[char as usize - 0xFEE0],
        // Acute accent, modifier and curly apostrophes, prime, soft hyphen, combining marks, zero-width characters,
        // variation selectors.
        '´' | 'ʻ' | 'ʼ' | '‘' | '’' | '‛' | '′' | '\u{AD}' | '\u{2060}' | '\u{FEFF}' => NOTHING,
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' => NOTHING,
        // Latin-1 signs, punctuation and symbols, ideographic space and stops, private use (such as the bullets of Word),
        // replacements, emoji, tags of flags.
        '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{3003}' | '\u{E000}'..='\u{F8FF}' => GAP,
        '\u{FFF9}'..='\u{FFFF}' | '\u{1F000}'..='\u{1FFFF}' | '\u{E0000}'.. => GAP,
        _ => KEEP,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_spelling() {
        for (text, folded) in [
            ("", ""),
            (" \t\r\n", ""),
            ("Halton GP Alliance", "halton gp alliance"),
            ("King's  Cross", "kings cross"),
            ("King’s", "kings"),
            ("C.I.C.", "cic"),
            ("St. Helens", "st helens"),
            ("Herts & Essex", "herts and essex"),
            ("B&B", "b and b"),
            ("&", "and"),
            ("Stoke-on-Trent", "stoke on trent"),
            ("(Ltd)", "ltd"),
            ("Café", "cafe"),
            ("Cafe\u{301}", "cafe"),
            ("Ŵyr Œuvre Straße Ærø Þór Ĳ", "wyr oeuvre strasse aero thor ij"),
            ("Ž÷ſ×Š", "z s s"),
            ("Żółć ĸ ŉ ŋ Ł Ő Ţ", "zolc k n n l o t"),
            ("a\u{200B}b\u{AD}c", "abc"),
            ("one–two—three…four\u{A0}five", "one two three four five"),
            ("東京 GP", "東京 gp"),
            ("battersea 🏥", "battersea"),
            ("👩\u{200D}⚕\u{FE0F} kernow☎→™", "kernow"),
            ("\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", ""),
            ("\u{F0B7} one\u{FFFC}two€three", "one two three"),
            ("ＢＡＴＴＥＲＳＥＡ　Ｇ．Ｐ．＆２", "battersea gp and 2"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
            assert_eq!(fold(folded), folded, "{text:?} folded twice");
        }
    }

    #[test]
    fn latin_letters_fold_to_ascii() {
        for (char, folded) in [
            ('À', "a"),
            ('ß', "ss"),
            ('ÿ', "y"),
            ('Ā', "a"),
            ('ć', "c"),
            ('Đ', "d"),
            ('ę', "e"),
            ('ģ', "g"),
            ('ħ', "h"),
            ('ı', "i"),
            ('ĳ', "ij"),
            ('ĵ', "j"),
            ('Ķ', "k"),
            ('ł', "l"),
            ('Ń', "n"),
            ('Ō', "o"),
            ('œ', "oe"),
            ('Ŕ', "r"),
            ('Ś', "s"),
            ('Ŧ', "t"),
            ('Ũ', "u"),
            ('ŵ', "w"),
            ('Ÿ', "y"),
            ('Ź', "z"),
        ] {
            assert_eq!(fold(&char.to_string()), folded, "{char}");
        }
    }

    #[test]
    fn folded_text_has_the_offset_of_every_byte() {
        let traced = fold_with_offsets("É & Co");
        assert_eq!(traced.text, " e and co ");
        assert_eq!(traced.origins.len(), traced.text.len());
        assert_eq!(traced.origins[1], 0..2);
        assert_eq!(traced.origins[4], 3..4);
    }
}
