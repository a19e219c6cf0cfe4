//! Parsing what people type as a postcode.

use super::{DistrictCode, Districts, Nation, PostcodeDistrict};
use crate::strings::{parts, split_once};

/// The interpretation of a text as a postcode, a part of one, or an attempt at one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TypedPostcode {
    /// A district of England. `is_whole` is whether all of the text is a postcode or the start of one.
    District { district: PostcodeDistrict, is_whole: bool },
    /// A district that is not in the list, in an area of England or in none.
    NoSuchDistrict(String),
    /// A district or an area of another nation.
    Elsewhere(String, Nation),
    /// An area of England, with one of its districts as an example.
    Area(String, String),
    /// It looks like a postcode but is not one.
    NotAPostcode,
}

/// The words before something that looks like a district and is the number of a part of a building: "Unit B7".
const BEFORE_NUMBERS: [&str; 6] = ["unit", "suite", "room", "flat", "block", "ward"];

/// The maximum length of a postcode without its space, with room for typos.
const MAX_LEN: usize = 9;

impl TypedPostcode {
    /// Parses folded text that is a whole postcode, or the start of one that has at least its number.
    pub(crate) fn whole(text: &str, districts: fn() -> &'static Districts) -> Option<Self> {
        let code = Self::district(text)?;
        if let Some(nation) = Nation::of_district(code) {
            return Some(Self::Elsewhere(code.name(), nation));
        }
        Some(match find(code, districts()) {
            Some(district) => Self::District { district, is_whole: true },
            None => Self::NoSuchDistrict(code.name()),
        })
    }

    /// Interprets other folded text, if no federation matches it: letters alone, or an attempt at a postcode.
    pub(crate) fn guess(text: &str, districts: fn() -> &'static Districts) -> Option<Self> {
        if !text.is_ascii() || text.is_empty() || text.len() > MAX_LEN + 2 {
            return None;
        }
        let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        if letters == text.len() {
            return if letters < 3 { Self::area(text, districts()) } else { None };
        }
        let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        if letters == 0 || letters > 3 || !is_digit(letters) && !is_digit(letters + 1) {
            return None;
        }
        // The part after a space must be as short as the end of a postcode. A longer word belongs to a name.
        let (first, rest) = split_once(text, b' ').unwrap_or((text, ""));
        let longest = if rest.bytes().any(|byte| byte.is_ascii_digit()) { 4 } else { 3 };
        if without_spaces(rest).len() > longest {
            return None;
        }
        let districts = districts();
        // A space in the wrong place.
        let joined = without_spaces(text);
        let whole = if joined.len() == text.len() { None } else { Self::district(&joined) };
        if let Some(district) = whole.and_then(|code| find(code, districts)) {
            return Some(Self::District { district, is_whole: true });
        }
        // A district followed by characters that no postcode ends with.
        for length in [letters + 2, letters + 1] {
            let ends_there = first.len() == text.len() || first.len() == length;
            if ends_there
                && joined.len() <= length + 4
                && let Some(code) = text.get(..length).and_then(DistrictCode::parse)
                && let Some(district) = find(code, districts)
            {
                return Some(Self::District { district, is_whole: false });
            }
        }
        let looks_like_one = (4..=MAX_LEN).contains(&joined.len()) && is_digit(letters);
        looks_like_one.then_some(Self::NotAPostcode)
    }

    /// The postcode in longer folded text, such as an address: the last whole one, whose district does not have to exist.
    /// At the end of the text also a district of England, which can be followed by the start of the rest.
    pub(crate) fn within(text: &str, districts: fn() -> &'static Districts) -> Option<String> {
        let words = parts(text, " ");
        for (at, &word) in words.iter().enumerate().rev() {
            let is_number_of_part = words.get(at.wrapping_sub(1)).is_some_and(|it| BEFORE_NUMBERS.contains(it));
            // "Unit B7 1st floor" has no postcode.
            let next = words.get(at + 1).filter(|_| !is_number_of_part).copied().unwrap_or_default();
            // With its space and without.
            for whole in [[word, next].concat(), word.to_owned()] {
                let ends = whole.split_at_checked(whole.len().wrapping_sub(3));
                if ends.is_some_and(|(head, inward)| is_inward(inward) && DistrictCode::parse(head).is_some()) {
                    return Some(whole);
                }
            }
            if at + 2 >= words.len()
                && is_inward(next)
                && !is_number_of_part
                && DistrictCode::parse(word).is_some_and(|code| districts().find(code).is_some())
            {
                return Some(word.to_owned());
            }
        }
        None
    }

    /// The district of folded text that is a whole postcode or the start of one, with at least its letters and a
    /// number. The district does not have to exist. Both spaces are optional.
    pub(crate) fn district(text: &str) -> Option<DistrictCode> {
        // One bit for each letter that has a space before it.
        let (mut joined, mut spaces) = (String::new(), 0_u32);
        for letter in text.chars() {
            if joined.len() > MAX_LEN {
                return None;
            }
            if letter == ' ' {
                spaces |= 1 << joined.len();
            } else {
                joined.push(letter);
            }
        }
        let letters = joined.bytes().take_while(u8::is_ascii_alphabetic).count();
        // Without a space, two digits are more likely to be the number than its first digit and the next part.
        for length in [letters + 2, letters + 1] {
            let Some((head, inward)) = joined.split_at_checked(length) else { continue };
            if is_inward(inward)
                && spaces & !(1 << letters | 1 << length) == 0
                && let Some(code) = DistrictCode::parse(head)
            {
                return Some(code);
            }
        }
        None
    }

    /// Letters alone.
    fn area(text: &str, districts: &Districts) -> Option<Self> {
        let area = text.to_ascii_uppercase();
        if let Some(nation) = Nation::of_area(&area) {
            return Some(Self::Elsewhere(area, nation));
        }
        let example = districts.first_of(&area)?.code.name();
        Some(Self::Area(area, example))
    }
}

/// The district. In central London also one with another letter after its number, because these districts change.
fn find(code: DistrictCode, districts: &Districts) -> Option<PostcodeDistrict> {
    let known = districts.find(code);
    let has_letters = || matches!(&*code.area(), "E" | "EC" | "N" | "NW" | "SE" | "SW" | "W" | "WC");
    known.or_else(|| districts.find(code.without_letter().filter(|_| has_letters())?)).copied()
}

fn without_spaces(text: &str) -> String {
    let mut joined = String::new();
    for letter in text.chars() {
        if letter != ' ' {
            joined.push(letter);
        }
    }
    joined
}

/// The second part of a postcode, or the start of it: `2es`, `2`, or nothing.
pub(crate) fn is_inward(text: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| if at == 0 { byte.is_ascii_digit() } else { byte.is_ascii_alphabetic() };
    text.len() <= 3 && text.bytes().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;
    use crate::near::authoring::districts;

    /// What is certainly a postcode, and what might be one.
    fn read(text: &str) -> Option<(TypedPostcode, bool)> {
        let text = fold(text);
        let whole = TypedPostcode::whole(&text, districts).map(|typed| (typed, true));
        whole.or_else(|| TypedPostcode::guess(&text, districts).map(|typed| (typed, false)))
    }

    #[test]
    fn typed_postcodes_are_recognised() {
        for (text, expected) in [
            // Valid, in every spelling.
            ("WA7 2ES", "WA7"),
            ("wa72es", "WA7"),
            ("wa7", "WA7"),
            ("  wa7 ", "WA7"),
            ("WA7\u{a0}2ES", "WA7"),
            ("WA7-2ES", "WA7"),
            ("wa 7 2es", "WA7"),
            ("WA 7", "WA7"),
            ("wa7 2", "WA7"),
            ("WA7 2E", "WA7"),
            ("m1 1ae", "M1"),
            ("m11ae", "M1"),
            ("m11 1ae", "M11"),
            ("m11", "M11"),
            ("cr26xh", "CR2"),
            ("dn551pt", "DN55"),
            ("EC1A", "EC1A"),
            ("ec1a 1bb", "EC1A"),
            ("SW1A 1AA", "SW1A"),
            ("sw1a1aa", "SW1A"),
            ("SE1", "SE1"),
            ("CH41", "CH41"),
            ("BS1", "BS1"),
            ("PL1", "PL1"),
            ("YO1", "YO1"),
            ("BL0 9AA", "BL0"),
            // No longer in use, or too new: the surrounding district.
            ("W1Y 1AA", "W1"),
            ("NW1W", "NW1W"),
            // Border areas.
            ("TD15 1AA", "TD15"),
            ("CH1 1AA", "CH1"),
            ("SY13", "SY13"),
            ("GL16", "GL16"),
            ("HR3", "HR3"),
            ("TD9 0AA", "TD9"),
            ("SY10 0JZ", "SY10"),
            ("TD1 1AA", "TD1 elsewhere Scotland"),
            ("td5 7ab", "TD5 elsewhere Scotland"),
            ("TD14", "TD14 elsewhere Scotland"),
            ("KA9 1AA", "KA9 elsewhere Scotland"),
            ("DG16 5AA", "DG16 elsewhere Scotland"),
            ("sy17", "SY17 elsewhere Wales"),
            ("SY19 7AA", "SY19 elsewhere Wales"),
            ("NP16 7AA", "NP16 elsewhere Wales"),
            ("CH7 1AA", "CH7 elsewhere Wales"),
            ("SY23 1AA", "SY23 elsewhere Wales"),
            ("LD1 5AA", "LD1 elsewhere Wales"),
            ("NP20", "NP20 elsewhere Wales"),
            ("EH1 1AA", "EH1 elsewhere Scotland"),
            ("g12 8qq", "G12 elsewhere Scotland"),
            ("dg1", "DG1 elsewhere Scotland"),
            ("CF10 1AA", "CF10 elsewhere Wales"),
            ("ll11", "LL11 elsewhere Wales"),
            ("BT1 5GS", "BT1 elsewhere NorthernIreland"),
            ("JE2 3XX", "JE2 elsewhere Jersey"),
            ("GY1", "GY1 elsewhere Guernsey"),
            ("IM1 1AA", "IM1 elsewhere IsleOfMan"),
            // Districts that do not exist.
            ("WA99", "no WA99"),
            ("wa99 1aa", "no WA99"),
            ("M1A", "no M1A"),
            ("A1", "no A1"),
            ("zz9 9zz", "no ZZ9"),
            ("SW99 1AA", "SW99"),
            ("BS60", "no BS60"),
            // Areas, if no name has their letters.
            ("WV", "?area WV"),
            ("wa", "?area WA"),
            ("l", "?area L"),
            ("BT", "?BT elsewhere NorthernIreland"),
            ("eh", "?EH elsewhere Scotland"),
            // With typos.
            ("wa72 es", "?WA7"),
            ("wa7 es", "?WA7 roughly"),
            ("WA7 2E5", "?WA7 roughly"),
            ("WA7 2ESS", "?WA7 roughly"),
            ("wa7 oaa", "?WA7 roughly"),
            ("wa72e5", "?WA7 roughly"),
            ("WAA7 2ES", "?none"),
            ("S014 0YG", "?none"),
            ("W7A 22S", "?W7 roughly"),
            // Not meant as postcodes.
            ("", ""),
            ("Mo", ""),
            ("Bristol", ""),
            ("halton", ""),
            ("halton wa7", ""),
            ("wa7 2es halton", ""),
            ("wa7 health", ""),
            ("m1 health", ""),
            ("m1 care", ""),
            ("e1 for all", ""),
            ("7", ""),
            ("111", ""),
            ("1st care", ""),
            ("covid19", ""),
            ("gp", ""),
            ("wé7", "no WE7"),
            ("w7 2é", "W7"),
            ("東京7", ""),
        ] {
            let said = match read(text) {
                None => String::new(),
                Some((typed, is_certain)) => {
                    let said = match typed {
                        TypedPostcode::District { district, is_whole } => {
                            [&*district.code.name(), if is_whole { "" } else { " roughly" }].concat()
                        }
                        TypedPostcode::NoSuchDistrict(name) => format!("no {name}"),
                        TypedPostcode::Elsewhere(name, nation) => format!("{name} elsewhere {nation:?}"),
                        TypedPostcode::Area(area, _) => format!("area {area}"),
                        TypedPostcode::NotAPostcode => "none".to_owned(),
                    };
                    [if is_certain { "" } else { "?" }, &*said].concat()
                }
            };
            assert_eq!(said, expected, "{text:?}");
        }
    }

    #[test]
    fn a_postcode_is_found_in_an_address() {
        for (text, expected) in [
            ("Runcorn Town Hall, WA7 5TD", "wa75td"),
            ("10 Downing Street, London, SW1A 2AA, UK", "sw1a2aa"),
            ("Dr Smith, The Surgery, Ely CB7 4HF", "cb74hf"),
            ("Ely CB74HF", "cb74hf"),
            ("Ely CB74HF UK", "cb74hf"),
            ("CB74HF, Cambridgeshire, England", "cb74hf"),
            ("wa7 2es halton", "wa72es"),
            ("M1 1AE and then WA7-5TD.", "wa75td"),
            ("Unit B7, 5th Floor, Manchester M1 1AE", "m11ae"),
            ("Edinburgh EH1 1AA", "eh11aa"),
            ("Runcorn ZZ9 9ZZ", "zz99zz"),
            // While it is typed, and without its end.
            ("Runcorn WA7", "wa7"),
            ("Runcorn WA7 5", "wa7"),
            ("Runcorn WA7 5T", "wa7"),
            ("Hackney E8", "e8"),
            ("Westminster, SW1A", "sw1a"),
            ("Community B7", "b7"),
            // Not postcodes.
            ("", ""),
            ("Runcorn WA", ""),
            ("Runcorn WA75", ""),
            ("Runcorn WA7 Cheshire", ""),
            ("Runcorn WA99", ""),
            ("Glasgow G4", ""),
            ("PCN 12", ""),
            ("Barnet PCN 5A", ""),
            ("Main St 12", ""),
            ("N 1", ""),
            ("Security by G4S", ""),
            ("E2E", ""),
            ("Testing W3C", ""),
            ("Unit B7", ""),
            ("Unit B7 5", ""),
            ("Unit B7 1st Floor", ""),
            ("Suite E1, 2nd Floor, Leeds", ""),
            ("The Flat, Room E5", ""),
            ("Mare Street, Flat E8", ""),
            ("Ward B7", ""),
            ("N1 Health Centre", ""),
            ("M1 2 Care", ""),
            ("Y02345 A81001", ""),
            ("01925 555123", ""),
            ("東京7 東京 wé", ""),
        ] {
            assert_eq!(TypedPostcode::within(&fold(text), districts).unwrap_or_default(), expected, "{text:?}");
        }
    }

    #[test]
    fn every_district_is_found_in_any_spelling() {
        for district in districts().all() {
            let name = district.code.name();
            for text in [name.clone(), name.to_lowercase(), [&*name, " 1AA"].concat(), [&*name, "1AA"].concat()] {
                assert_eq!(
                    read(&text),
                    Some((TypedPostcode::District { district: *district, is_whole: true }, true)),
                    "{text}"
                );
            }
        }
    }
}
