//! The locations of the federations in a directory.

use super::{DistrictCode, Typed};
use crate::directory::Federation;
use crate::search::fold;

/// The location of each federation in a directory, by row. They are parsed once, because every search for a place needs
/// all of them.
#[derive(Debug, Default)]
pub struct Points {
    points: Vec<Location>,
    /// The districts of federations without coordinates, one row after the other.
    districts: Vec<DistrictCode>,
}

/// The units per degree: about a metre. Coordinates with up to 5 decimals come back as they are written.
const UNITS: f64 = 100_000.0;

#[derive(Clone, Copy, Debug)]
enum Location {
    /// Its latitude and longitude in [`UNITS`].
    At([i32; 2]),
    /// A range in the list of districts, from its postcodes. It can be empty.
    In(u32, u32),
}

impl Points {
    /// Adds the next federation, for callers that process a long list in steps.
    pub fn add(&mut self, federation: Federation<'_>) {
        let point = match federation.latitude().zip(federation.longitude()) {
            Some((latitude, longitude)) => {
                Location::At([latitude, longitude].map(|it| (it * UNITS + 0.5).floor() as i32))
            }
            None => {
                let from = self.districts.len() as u32;
                for postcode in federation.postcodes() {
                    self.districts.extend(Typed::district(&fold(postcode)));
                }
                Location::In(from, self.districts.len() as u32)
            }
        };
        self.points.push(point);
    }

    /// The number of federations.
    pub(super) fn len(&self) -> u32 {
        self.points.len() as u32
    }

    /// The latitude and longitude of the federation in this row or, if it has none, the districts of its postcodes.
    pub(super) fn location(&self, row: u32) -> Option<Result<[f64; 2], &[DistrictCode]>> {
        Some(match *self.points.get(row as usize)? {
            Location::At(place) => Ok(place.map(|it| f64::from(it) / UNITS)),
            Location::In(from, to) => Err(&self.districts[from as usize..to as usize]),
        })
    }
}
