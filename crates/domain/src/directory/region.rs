//! NHS England's 7 regions, and whether a federation's region is stated or inferred.

use super::filter_choice::filter_choice;
use super::label_match::match_label;
use crate::named_enum;

/// One of NHS England's 7 regions.
///
/// Source: Office for National Statistics, "NHS England (Regions)", the 7 regions since April 2020.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Region {
    /// East of England
    EastOfEngland,
    /// London
    London,
    /// Midlands
    Midlands,
    /// North East and Yorkshire
    NorthEastAndYorkshire,
    /// North West
    NorthWest,
    /// South East
    SouthEast,
    /// South West
    SouthWest,
}

impl Region {
    /// The 7 regions from A to Z.
    pub const ALL: [Self; 7] = [
        Self::EastOfEngland,
        Self::London,
        Self::Midlands,
        Self::NorthEastAndYorkshire,
        Self::NorthWest,
        Self::SouthEast,
        Self::SouthWest,
    ];

    /// The region's official name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EastOfEngland => "East of England",
            Self::London => "London",
            Self::Midlands => "Midlands",
            Self::NorthEastAndYorkshire => "North East and Yorkshire",
            Self::NorthWest => "North West",
            Self::SouthEast => "South East",
            Self::SouthWest => "South West",
        }
    }

    /// The id in files, attributes and addresses: the name itself.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.name()
    }

    /// The label that people read: the name itself.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.name()
    }

    /// The region's 9-character code in the register of the Office for National Statistics (entity E40).
    #[must_use]
    pub const fn ons_code(self) -> &'static str {
        match self {
            Self::EastOfEngland => "E40000007",
            Self::London => "E40000003",
            Self::Midlands => "E40000011",
            Self::NorthEastAndYorkshire => "E40000012",
            Self::NorthWest => "E40000010",
            Self::SouthEast => "E40000005",
            Self::SouthWest => "E40000006",
        }
    }

    /// Parses a region's name, ignoring case, spaces and hyphens, with "&" as "and".
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match_label(&Self::ALL, Self::name, text)
    }

    /// Its position in [`Region::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// The regions of one federation. The first is its main one. Empty if they are not known.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct RegionSet {
    /// One bit per region, by [`Region::index`].
    bits: u8,
    /// The main region's index. 0 while the set is empty.
    main: u8,
}

impl RegionSet {
    /// No region, because they are not known.
    pub const UNKNOWN: Self = Self { bits: 0, main: 0 };

    /// Adds a region. The first one is the main one.
    pub const fn insert(&mut self, region: Region) {
        if self.bits == 0 {
            self.main = region as u8;
        }
        self.bits |= 1 << region as u8;
    }

    /// Whether the region is in the set.
    #[must_use]
    pub const fn contains(self, region: Region) -> bool {
        self.bits & (1 << region as u8) != 0
    }

    /// Whether no region is known.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// The number of regions.
    #[must_use]
    pub const fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// The main region: the one that comes first in the file.
    #[must_use]
    pub fn main(self) -> Option<Region> {
        (!self.is_empty()).then(|| Region::ALL[usize::from(self.main)])
    }

    /// Another name for [`main`](Self::main).
    #[must_use]
    pub fn first(self) -> Option<Region> {
        self.main()
    }

    /// The main region, then the others in the order of [`Region::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Region> {
        let main = self.main();
        let others = Region::ALL.into_iter().filter(move |&region| self.contains(region) && Some(region) != main);
        main.into_iter().chain(others)
    }

    /// One bit per region, by [`Region::index`]. 0 if none is known. For counting and filtering without decoding.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.bits
    }
}

impl FromIterator<Region> for RegionSet {
    fn from_iter<I: IntoIterator<Item = Region>>(regions: I) -> Self {
        let mut set = Self::UNKNOWN;
        for region in regions {
            set.insert(region);
        }
        set
    }
}

impl std::fmt::Debug for RegionSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

named_enum! {
    /// The evidence for a federation's region.
    #[derive(Debug, Hash, PartialOrd, Ord)]
    #[repr(u8)]
    pub enum RegionBasis (id or label) {
        /// A source states the region.
        Stated => "stated", "Stated by the source";
        /// Worked out from the place in a source.
        Inferred => "inferred", "Worked out from the place";
        /// The region is not known.
        Unknown => "unknown", "Not known";
    }
}

filter_choice! {
    /// A value of the region filter: a region, or that none is known.
    pub enum RegionChoice {
        /// Federations that work in this region, as their main one or not.
        Is(Region),
        /// Federations whose region is not known.
        Unknown => "unknown", "Not known",
    }
}

impl RegionChoice {
    /// The value for a federation with these regions: its main region, or "Not known".
    #[must_use]
    pub fn of(regions: RegionSet) -> Self {
        regions.main().map_or(Self::Unknown, Self::Is)
    }

    /// Whether a federation with these regions matches.
    #[must_use]
    pub const fn matches(self, regions: RegionSet) -> bool {
        match self {
            Self::Is(region) => regions.contains(region),
            Self::Unknown => regions.is_empty(),
        }
    }

    /// Another name for [`label`](Self::label).
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.label()
    }
}

#[cfg(test)]
mod tests {
    use super::{Region, RegionChoice, RegionSet};

    #[test]
    fn every_region_round_trips_and_has_a_unique_ons_code() {
        for (at, region) in Region::ALL.into_iter().enumerate() {
            assert_eq!(region.index(), at);
            assert_eq!(Region::parse(region.name()), Some(region));
            assert_eq!(Region::ALL.iter().filter(|other| other.ons_code() == region.ons_code()).count(), 1);
        }
        for (at, choice) in RegionChoice::ALL.into_iter().enumerate() {
            assert_eq!(choice.index(), at);
            assert_eq!(RegionChoice::parse(choice.id()), Some(choice));
        }
        for wrong in ["", "Cheshire", "North", "Yorkshire", "unknown"] {
            assert_eq!(Region::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Region::parse("north-east & yorkshire"), Some(Region::NorthEastAndYorkshire));
    }

    #[test]
    fn the_first_region_added_is_the_main_one() {
        let set: RegionSet =
            [Region::SouthWest, Region::London, Region::Midlands, Region::London].into_iter().collect();
        assert_eq!(set.main(), Some(Region::SouthWest));
        assert_eq!(set.iter().collect::<Vec<_>>(), [Region::SouthWest, Region::London, Region::Midlands]);
        assert_eq!(set.len(), 3);
        assert!(set.contains(Region::London) && !set.contains(Region::NorthWest));
        assert_eq!(RegionChoice::of(set), RegionChoice::Is(Region::SouthWest));
        assert!(RegionChoice::Is(Region::London).matches(set) && !RegionChoice::Unknown.matches(set));
    }

    #[test]
    fn empty_region_set_is_the_unknown_region() {
        assert_eq!(RegionSet::UNKNOWN.main(), None);
        assert_eq!(RegionSet::UNKNOWN.iter().count(), 0);
        assert_eq!(RegionChoice::of(RegionSet::UNKNOWN), RegionChoice::Unknown);
        assert!(RegionChoice::Unknown.matches(RegionSet::UNKNOWN));
    }
}
