//! The distances of federations from a place.

use super::points::Location;
use super::{Districts, Points, PostcodeDistrict, distance_miles};
use crate::lat_lon::LatLon;

/// A distance in tenths of a mile.
pub type Tenths = u16;

/// The locations of places and federations.
#[derive(Clone, Copy)]
pub struct Locator<'a> {
    /// The locations of the federations in the directory.
    pub points: &'a Points,
    /// Returns the districts of England. It is called when a postcode is typed or has to be located.
    pub districts: fn() -> &'static Districts,
}

impl Locator<'_> {
    /// The place of the federation in this row, for distances and for the map: its coordinates or, without them, the
    /// centre of the district of its postcode. If it has several postcodes, the district nearest to `from` counts, or
    /// else the first. `None` if no place is known.
    #[must_use]
    pub fn place(self, row: u32, from: Option<LatLon>) -> Option<LatLon> {
        let codes = match self.points.location(row)? {
            Location::Point(place) => return Some(place),
            Location::Districts(codes) => codes,
        };
        let mut nearest = None;
        for code in codes {
            let Some(place) = (self.districts)().find(*code).map(PostcodeDistrict::centre) else { continue };
            let miles = from.map_or(0.0, |from| distance_miles(from, place));
            if nearest.is_none_or(|(_, least)| miles < least) {
                nearest = Some((place, miles));
            }
        }
        nearest.map(|(place, _)| place)
    }
}

/// A place, and the distance of every federation from it. It is computed once per place, so each keystroke only needs
/// look-ups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearby {
    /// The place.
    pub district: PostcodeDistrict,
    /// By row, in tenths of a mile. [`UNKNOWN`](Self::UNKNOWN) if the location of a federation is not known.
    tenths: Vec<Tenths>,
}

impl Nearby {
    /// The distance of a federation without a known location: it is sorted after all others.
    pub(crate) const UNKNOWN: Tenths = Tenths::MAX;

    /// The distances from the centre of a district.
    #[must_use]
    pub fn of(district: PostcodeDistrict, locator: Locator<'_>) -> Self {
        let middle = district.centre();
        let mut tenths = Vec::new();
        for row in 0..locator.points.len() {
            // The type has room for 6,553 miles.
            let known = locator.place(row, Some(middle)).map(|place| {
                ((distance_miles(middle, place) * 10.0 + 0.5) as u32).min(u32::from(Self::UNKNOWN) - 1) as Tenths
            });
            tenths.push(known.unwrap_or(Self::UNKNOWN));
        }
        Self { district, tenths }
    }

    /// The distance of the federation in this row, in tenths of a mile. `None` if it is not known.
    #[must_use]
    pub fn tenths(&self, row: u32) -> Option<Tenths> {
        self.tenths.get(row as usize).copied().filter(|it| *it != Self::UNKNOWN)
    }

    /// The distance as a sort key. Unknown distances come last.
    pub(crate) fn rank(&self, row: u32) -> Tenths {
        self.tenths.get(row as usize).copied().unwrap_or(Self::UNKNOWN)
    }

    /// Whether the distance of any federation is known.
    #[must_use]
    pub fn knows_any(&self) -> bool {
        self.tenths.iter().any(|it| *it != Self::UNKNOWN)
    }
}
