//! The districts of England.

use super::gazetteer::{Gazetteer, GazetteerEntry};
use crate::directory::Region;
use crate::lat_lon::LatLon;
use crate::strings::{push_number, split_once};

/// The name of a postcode district, such as `WA7` or `EC1A`. The district does not have to exist.
///
/// 4 bytes: the area's letters, the number, and the letter after it. The order is by area and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DistrictCode([u8; 4]);

impl DistrictCode {
    /// Parses a name as in lists: `WA7`, `wa7`, `EC1A`. `None` for anything else, including a whole postcode.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (area, rest) = bytes.split_at(letters);
        let second = match area {
            [_] => 0,
            [_, second] => second.to_ascii_uppercase(),
            _ => return None,
        };
        let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
        let (number, letter) = match *rest {
            [one] => (digit(one)?, 0),
            // No district has a number like 07, and people often type the letter O as a zero. No district is better
            // than a wrong one.
            [one, two] if two.is_ascii_digit() && one != b'0' => (digit(one)? * 10 + (two - b'0'), 0),
            [one, two] if two.is_ascii_alphabetic() => (digit(one)?, two.to_ascii_uppercase()),
            _ => return None,
        };
        Some(Self([area[0].to_ascii_uppercase(), second, number, letter]))
    }

    /// The letters of the area.
    #[must_use]
    pub fn area(self) -> String {
        let [first, second, ..] = self.0;
        let mut area = String::from(char::from(first));
        if second != 0 {
            area.push(char::from(second));
        }
        area
    }

    /// The number after the letters.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0[2]
    }

    /// The name, in capitals.
    #[must_use]
    pub fn name(self) -> String {
        let mut name = self.area();
        push_number(&mut name, u32::from(self.0[2]));
        if self.0[3] != 0 {
            name.push(char::from(self.0[3]));
        }
        name
    }

    /// The district without the letter after its number, if it has one.
    #[must_use]
    pub fn without_letter(self) -> Option<Self> {
        let [first, second, number, letter] = self.0;
        (letter != 0).then_some(Self([first, second, number, 0]))
    }
}

/// A postcode district of England: its centre, and the NHS region of its practices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostcodeDistrict {
    /// Its name.
    pub code: DistrictCode,
    /// The NHS region of most practices in it.
    pub region: Region,
    /// Steps north of [`SOUTH`](Self::SOUTH).
    north: i16,
    /// Steps east of [`WEST`](Self::WEST).
    east: i16,
}

impl PostcodeDistrict {
    /// The origin of steps north, in hundredths of a degree.
    const SOUTH: f64 = 4_900.0;
    /// The origin of steps east, in thousandths of a degree.
    const WEST: f64 = -7_000.0;
    /// A step east, in thousandths of a degree. In the middle of England it is as long as a step north, 1.1 km.
    const EASTWARD: f64 = 16.0;

    /// Its centre, accurate to about 1 km.
    #[must_use]
    pub fn centre(&self) -> LatLon {
        LatLon {
            latitude: (Self::SOUTH + f64::from(self.north)) / 100.0,
            longitude: (Self::WEST + f64::from(self.east) * Self::EASTWARD) / 1_000.0,
        }
    }

    /// A district with this centre, which is rounded to whole steps.
    #[cfg(feature = "authoring")]
    pub(super) fn at(code: DistrictCode, region: Region, centre: LatLon) -> Self {
        let north = (centre.latitude * 100.0 - Self::SOUTH).round() as i16;
        let east = ((centre.longitude * 1_000.0 - Self::WEST) / Self::EASTWARD).round() as i16;
        Self { code, region, north, east }
    }

    /// The steps from another district's centre to this one's: north, east.
    #[cfg(feature = "authoring")]
    pub(super) fn steps_from(&self, other: [i16; 2]) -> [i16; 2] {
        [self.north - other[0], self.east - other[1]]
    }

    /// The steps of its centre: north, east.
    #[cfg(feature = "authoring")]
    pub(super) fn steps(&self) -> [i16; 2] {
        [self.north, self.east]
    }
}

/// A place of the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedPlace<'d> {
    /// The name, as it is written.
    pub name: &'d str,
    /// Whether it is a county, a council's area or another part of the country. Otherwise it is a town or a part of a
    /// city.
    pub is_area: bool,
    /// The postcode district at its centre; of an area, that of its largest town or of its council's offices.
    pub district: &'d PostcodeDistrict,
}

/// The districts of England by name, and the gazetteer.
///
/// The packed text has 4 lines. The first has the areas, separated by `;`: the letters, the number of the region in
/// [`Region::ALL`], a colon and the numbers of the districts. For example, `1-4,7=2,9AMN` is 1 to 4, 7 in another
/// region, and 9A, 9M and 9N. The second line has the number of steps north from each district to the next, and the
/// third line the steps east. A step is a letter relative to [`ZERO`](Self::ZERO). If it is larger than
/// [`REACH`](Self::REACH), one or more letters of [`FURTHER`](Self::FURTHER) come first, each for twice that number of
/// steps. The fourth line has the [`Gazetteer`].
#[derive(Clone, Debug, Default)]
pub struct Districts {
    all: Vec<PostcodeDistrict>,
    gazetteer: Gazetteer,
}

impl Districts {
    /// The letter for no step. None of the [`REACH`](Self::REACH) letters on either side needs an escape in JavaScript
    /// or JSON.
    pub(super) const ZERO: u8 = b'B';
    /// The maximum number of steps in one letter.
    pub(super) const REACH: i16 = 26;
    /// The letters for twice the reach backwards, and forwards.
    pub(super) const FURTHER: [u8; 2] = *b"!~";

    /// Parses the text of [`authoring::pack`](super::authoring::pack). It ignores what it cannot parse.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (areas, steps) = split_once(text, b'\n').unwrap_or((text, ""));
        let (north, steps) = split_once(steps, b'\n').unwrap_or((steps, ""));
        let (east, gazetteer) = split_once(steps, b'\n').unwrap_or((steps, ""));
        let (mut norths, mut easts) = (StepReader::of(north), StepReader::of(east));
        let mut all = Vec::new();
        let mut rest = areas.as_bytes();
        while let [first, after @ ..] = rest {
            // Letters, then the region's number and a colon.
            let (second, after) = match after {
                [second, after @ ..] if second.is_ascii_alphabetic() => (*second, after),
                after => (0, after),
            };
            let [region, b':', after @ ..] = after else { break };
            rest = after;
            let of_area = region.wrapping_sub(b'0');
            loop {
                let from = take_number(&mut rest);
                let (mut to, mut letters) = (from, &rest[..0]);
                if let [b'-', after @ ..] = rest {
                    rest = after;
                    to = take_number(&mut rest);
                } else {
                    let count = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
                    (letters, rest) = rest.split_at(count);
                }
                let mut region = of_area;
                if let [b'=', other, after @ ..] = rest {
                    (region, rest) = (other.wrapping_sub(b'0'), after);
                }
                let Some(&region) = Region::ALL.get(usize::from(region)) else { break };
                let mut push = |number, letter| {
                    let code = DistrictCode([*first, second, number, letter]);
                    all.push(PostcodeDistrict { code, region, north: norths.next(), east: easts.next() });
                };
                if letters.is_empty() {
                    for number in from..=to {
                        push(number, 0);
                    }
                }
                for &letter in letters {
                    push(from, letter);
                }
                let Some((&separator, after)) = rest.split_first() else { break };
                rest = after;
                if separator != b',' {
                    break;
                }
            }
        }
        Self { all, gazetteer: Gazetteer::of(gazetteer) }
    }

    /// The district of this name.
    #[must_use]
    pub fn find(&self, code: DistrictCode) -> Option<&PostcodeDistrict> {
        let at = self.all.binary_search_by_key(&code, |it| it.code).ok()?;
        self.all.get(at)
    }

    /// All districts, in the order of their names.
    #[must_use]
    pub fn all(&self) -> &[PostcodeDistrict] {
        &self.all
    }

    /// The first district of an area, given in capitals.
    #[must_use]
    pub fn first_of(&self, area: &str) -> Option<&PostcodeDistrict> {
        self.all.iter().find(|it| it.code.area() == area)
    }

    /// The places of the gazetteer, in the order of their districts.
    pub fn gazetteer(&self) -> impl Iterator<Item = NamedPlace<'_>> {
        self.gazetteer.iter().filter_map(|entry| self.place(entry))
    }

    /// The place of the gazetteer with this name, which is [folded](crate::fold::fold).
    #[must_use]
    pub fn named_place(&self, folded: &str) -> Option<NamedPlace<'_>> {
        self.gazetteer.find(folded).and_then(|entry| self.place(entry))
    }

    fn place<'d>(&'d self, GazetteerEntry { name, is_area, district }: GazetteerEntry<'d>) -> Option<NamedPlace<'d>> {
        Some(NamedPlace { name, is_area, district: self.all.get(district)? })
    }
}

/// Removes the leading digits from `rest`, and returns their number.
fn take_number(rest: &mut &[u8]) -> u8 {
    let mut number = 0_u8;
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        number = number.wrapping_mul(10).wrapping_add(digit - b'0');
        *rest = after;
    }
    number
}

/// The sums of consecutive steps.
struct StepReader<'t> {
    letters: &'t [u8],
    at: i16,
}

impl<'t> StepReader<'t> {
    fn of(line: &'t str) -> Self {
        Self { letters: line.as_bytes(), at: 0 }
    }

    fn next(&mut self) -> i16 {
        while let [letter, after @ ..] = self.letters {
            self.letters = after;
            let [back, on] = Districts::FURTHER;
            match *letter {
                letter if letter == back => self.at = self.at.wrapping_sub(2 * Districts::REACH),
                letter if letter == on => self.at = self.at.wrapping_add(2 * Districts::REACH),
                letter => {
                    self.at = self.at.wrapping_add(i16::from(letter) - i16::from(Districts::ZERO));
                    break;
                }
            }
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn district_codes_are_parsed() {
        for (text, expected) in [
            ("WA7", Some("WA7")),
            ("wa7", Some("WA7")),
            ("e1w", Some("E1W")),
            ("EC1A", Some("EC1A")),
            ("M60", Some("M60")),
            ("BL0", Some("BL0")),
            ("", None),
            ("W", None),
            ("WA", None),
            ("7", None),
            ("WAL7", None),
            ("WA07", None),
            ("WA123", None),
            ("WA7 ", None),
            ("WA7 2ES", None),
            ("É7", None),
            ("WAé", None),
        ] {
            assert_eq!(DistrictCode::parse(text).map(DistrictCode::name).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn packed_districts_are_decoded() {
        let districts = Districts::read("AL0:1-2,4=1;B2:1AB,9\n~XBACB!B\n~~BBDCB");
        let all: Vec<_> =
            districts.all().iter().map(|it| (it.code.name(), it.region.name(), it.north, it.east)).collect();
        assert_eq!(
            all,
            [
                ("AL1".to_owned(), "East of England", 74, 104),
                ("AL2".to_owned(), "East of England", 74, 104),
                ("AL4".to_owned(), "London", 73, 106),
                ("B1A".to_owned(), "Midlands", 74, 107),
                ("B1B".to_owned(), "Midlands", 74, 107),
                ("B9".to_owned(), "Midlands", 22, 107),
            ]
        );
        assert_eq!(districts.first_of("B").unwrap().code.name(), "B1A");
        assert_eq!(districts.first_of("A"), None);
        for district in districts.all() {
            assert_eq!(districts.find(district.code), Some(district));
        }
        assert_eq!(districts.find(DistrictCode::parse("AL3").unwrap()), None);
    }

    proptest! {
        #[test]
        fn no_text_causes_a_panic(text in any::<String>(), like in "[A-C]{1,3}[0-9]:[0-9A-C,=;-]{0,30}\n[!~A-Z]{0,9}") {
            let _ = Districts::read(&text);
            let _ = Districts::read(&like);
            let _ = DistrictCode::parse(&text).map(DistrictCode::name);
        }
    }
}
