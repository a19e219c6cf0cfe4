//! The locations of the federations in a directory.

use super::{DistrictCode, TypedPostcode};
use crate::directory::Federation;
use crate::fold::fold;
use crate::lat_lon::LatLon;

/// The location of each federation in a directory, by row. They are parsed once, because every search for a place needs
/// all of them.
#[derive(Debug, Default)]
pub struct Points {
    locations: Vec<PackedLocation>,
    /// The districts of federations without coordinates, one row after the other.
    districts: Vec<DistrictCode>,
}

/// The units per degree: about a metre. Coordinates with up to 5 decimals come back as they are written.
const UNITS: f64 = 100_000.0;

/// The location of a federation.
pub(super) enum Location<'a> {
    /// Its coordinates.
    Point(LatLon),
    /// Without coordinates, the districts of its postcodes. There can be none.
    Districts(&'a [DistrictCode]),
}

#[derive(Clone, Copy, Debug)]
enum PackedLocation {
    /// In [`UNITS`].
    Point { latitude: i32, longitude: i32 },
    /// A range in the list of districts.
    Districts(u32, u32),
}

impl Points {
    /// Adds the next federation, for callers that process a long list in steps.
    pub fn add(&mut self, federation: Federation<'_>) {
        let location = match federation.coordinates() {
            Some(LatLon { latitude, longitude }) => {
                let [latitude, longitude] = [latitude, longitude].map(|it| (it * UNITS + 0.5).floor() as i32);
                PackedLocation::Point { latitude, longitude }
            }
            None => {
                let from = self.districts.len() as u32;
                for postcode in federation.postcodes() {
                    self.districts.extend(TypedPostcode::district(&fold(postcode)));
                }
                PackedLocation::Districts(from, self.districts.len() as u32)
            }
        };
        self.locations.push(location);
    }

    /// The number of federations.
    pub(super) fn len(&self) -> u32 {
        self.locations.len() as u32
    }

    /// The location of the federation in this row. `None` if there is no such row.
    pub(super) fn location(&self, row: u32) -> Option<Location<'_>> {
        Some(match *self.locations.get(row as usize)? {
            PackedLocation::Point { latitude, longitude } => {
                let [latitude, longitude] = [latitude, longitude].map(|it| f64::from(it) / UNITS);
                Location::Point(LatLon { latitude, longitude })
            }
            PackedLocation::Districts(from, to) => Location::Districts(&self.districts[from as usize..to as usize]),
        })
    }
}
