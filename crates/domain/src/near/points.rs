//! The locations of the federations in a directory.

use super::{DistrictCode, Districts, Typed, distance_miles};
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

#[derive(Clone, Copy, Debug)]
enum Location {
    /// Its latitude and longitude.
    At([f32; 2]),
    /// A range in the list of districts, from its postcodes. It can be empty.
    In(u32, u32),
}

impl Points {
    /// Adds the next federation, for callers that process a long list in steps.
    pub fn add(&mut self, federation: Federation<'_>) {
        let point = match federation.latitude().zip(federation.longitude()) {
            Some((latitude, longitude)) => Location::At([latitude as f32, longitude as f32]),
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

    /// The distance of each federation from a place, by row, in miles. For a federation with postcodes but no
    /// coordinates, it is the distance of the centre of the nearest of its districts.
    pub(super) fn miles_from(&self, place: [f64; 2], districts: &Districts, mut each: impl FnMut(Option<f64>)) {
        for point in &self.points {
            each(match *point {
                Location::At(there) => Some(distance_miles(place, there.map(f64::from))),
                Location::In(from, to) => {
                    let mut nearest = None;
                    for code in &self.districts[from as usize..to as usize] {
                        if let Some(district) = districts.find(*code) {
                            let miles = distance_miles(place, [district.latitude(), district.longitude()]);
                            nearest = Some(nearest.map_or(miles, |nearest: f64| nearest.min(miles)));
                        }
                    }
                    nearest
                }
            });
        }
    }
}
