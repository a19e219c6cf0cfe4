//! Postcodes outside England.

use super::DistrictCode;

/// A part of the British Isles whose postcodes are not in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nation {
    /// Scotland.
    Scotland,
    /// Wales.
    Wales,
    /// Northern Ireland.
    NorthernIreland,
    /// The Isle of Man.
    IsleOfMan,
    /// Jersey.
    Jersey,
    /// Guernsey.
    Guernsey,
}

/// The postcode areas of each nation, separated by spaces.
const AREAS: [(Nation, &str); 6] = [
    (Nation::Scotland, "AB DD DG EH FK G HS IV KA KW KY ML PA PH ZE"),
    (Nation::Wales, "CF LD LL NP SA"),
    (Nation::NorthernIreland, "BT"),
    (Nation::IsleOfMan, "IM"),
    (Nation::Jersey, "JE"),
    (Nation::Guernsey, "GY"),
];

/// The districts outside England of areas that are on both sides of the border: area, first and last number.
const ACROSS_THE_BORDER: [(Nation, &str, u8, u8); 5] = [
    (Nation::Scotland, "TD", 1, 8),
    (Nation::Scotland, "TD", 10, 11),
    (Nation::Scotland, "TD", 13, 14),
    (Nation::Wales, "CH", 5, 8),
    (Nation::Wales, "SY", 15, 25),
];

/// The districts on both sides of England's border. docs/DATA.md has the source.
const ON_BOTH_SIDES: [(Nation, &str); 2] = [
    (Nation::Scotland, "DG16 TD9 TD12 TD15"),
    (Nation::Wales, "CH1 CH4 HR3 HR5 LD7 LD8 LL14 NP16 NP25 SY5 SY10 SY13 SY14 SY15 SY21 SY22"),
];

impl Nation {
    /// The other nation of a district that is only partly in England.
    #[must_use]
    pub fn beside_england(code: DistrictCode) -> Option<Self> {
        let name = code.name();
        ON_BOTH_SIDES.iter().find(|(_, names)| names.split(' ').any(|it| it == name)).map(|(nation, _)| *nation)
    }

    /// The nation of a postcode area that has no districts in England.
    #[must_use]
    pub fn of_area(area: &str) -> Option<Self> {
        let has = |areas: &str| areas.split(' ').any(|it| it == area);
        AREAS.iter().find(|(_, areas)| has(areas)).map(|(nation, _)| *nation)
    }

    /// The nation of a district that is not in England, or only [partly](Self::beside_england), by its area and number.
    #[must_use]
    pub fn of_district(code: DistrictCode) -> Option<Self> {
        let area = code.area();
        Self::of_area(&area).or_else(|| {
            let is_beyond = |&&(_, across, first, last): &&(Self, &str, u8, u8)| {
                across == area && (first..=last).contains(&code.number())
            };
            ACROSS_THE_BORDER.iter().find(is_beyond).map(|(nation, ..)| *nation)
        })
    }

    /// The location in a sentence: "in Scotland".
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Scotland => "in Scotland",
            Self::Wales => "in Wales",
            Self::NorthernIreland => "in Northern Ireland",
            Self::IsleOfMan => "on the Isle of Man",
            Self::Jersey => "in Jersey",
            Self::Guernsey => "in Guernsey",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn border_districts_are_also_in_another_nation() {
        for (district, expected) in [
            ("TD9", Some(Nation::Scotland)),
            ("TD15", Some(Nation::Scotland)),
            ("DG16", Some(Nation::Scotland)),
            ("TD8", None),
            ("TD1", None),
            ("CH1", Some(Nation::Wales)),
            ("CH41", None),
            ("SY1", None),
            ("SY10", Some(Nation::Wales)),
            ("SY15", Some(Nation::Wales)),
            ("SY16", None),
            ("NP16", Some(Nation::Wales)),
            ("NP1", None),
            ("WA7", None),
        ] {
            let code = DistrictCode::parse(district).unwrap();
            assert_eq!(Nation::beside_england(code), expected, "{district}");
        }
    }

    #[test]
    fn districts_outside_england_are_in_their_nation() {
        for (district, expected) in [
            ("EH1", Some(Nation::Scotland)),
            ("G12", Some(Nation::Scotland)),
            ("TD1", Some(Nation::Scotland)),
            ("TD9", None),
            ("TD12", None),
            ("TD15", None),
            ("DG16", Some(Nation::Scotland)),
            ("CH1", None),
            ("CH7", Some(Nation::Wales)),
            ("CH41", None),
            ("SY1", None),
            ("SY14", None),
            ("SY16", Some(Nation::Wales)),
            ("SY21", Some(Nation::Wales)),
            ("SY25", Some(Nation::Wales)),
            ("LD1", Some(Nation::Wales)),
            ("NP20", Some(Nation::Wales)),
            ("HR9", None),
            ("GL16", None),
            ("GY1", Some(Nation::Guernsey)),
            ("JE2", Some(Nation::Jersey)),
            ("IM1", Some(Nation::IsleOfMan)),
            ("BT7", Some(Nation::NorthernIreland)),
            ("WA7", None),
        ] {
            let code = DistrictCode::parse(district).unwrap();
            assert_eq!(Nation::of_district(code), expected, "{district}");
        }
    }
}
