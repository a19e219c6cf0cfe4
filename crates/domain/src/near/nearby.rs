//! How far every federation is from a place.

use super::{Districts, Points, PostcodeDistrict};

/// A distance in tenths of a mile.
pub type Tenths = u16;

/// What knows where places and federations are.
#[derive(Clone, Copy)]
pub struct Locator<'a> {
    /// Where the federations of the directory are.
    pub points: &'a Points,
    /// The districts of England, asked for when a postcode is typed.
    pub districts: fn() -> &'static Districts,
}

/// A place, and how far every federation of a directory is from it. Worked out once a place: each key then only looks up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearby {
    /// The place.
    pub district: PostcodeDistrict,
    /// By row, in tenths of a mile; [`UNKNOWN`](Self::UNKNOWN) where it is not known where a federation is.
    tenths: Vec<Tenths>,
}

impl Nearby {
    /// The distance of a federation that nobody knows the place of: after all others.
    pub(crate) const UNKNOWN: Tenths = Tenths::MAX;

    /// The distances from the middle of a district.
    #[must_use]
    pub fn of(district: PostcodeDistrict, points: &Points, districts: &Districts) -> Self {
        let middle = [district.latitude(), district.longitude()];
        let mut tenths = Vec::new();
        points.miles_from(middle, districts, |miles| {
            // There is room for 6,553 miles.
            let known = miles.map(|miles| ((miles * 10.0 + 0.5) as u32).min(u32::from(Self::UNKNOWN) - 1) as Tenths);
            tenths.push(known.unwrap_or(Self::UNKNOWN));
        });
        Self { district, tenths }
    }

    /// How far the federation in this row is, in tenths of a mile; `None` where it is not known.
    #[must_use]
    pub fn tenths(&self, row: u32) -> Option<Tenths> {
        self.tenths.get(row as usize).copied().filter(|it| *it != Self::UNKNOWN)
    }

    /// The same for putting in order: what is not known comes last.
    pub(crate) fn rank(&self, row: u32) -> Tenths {
        self.tenths.get(row as usize).copied().unwrap_or(Self::UNKNOWN)
    }

    /// Whether it is known of any federation how far it is.
    #[must_use]
    pub fn knows_any(&self) -> bool {
        self.tenths.iter().any(|it| *it != Self::UNKNOWN)
    }
}
