//! Where the federations of a directory are.

use super::{DistrictCode, Districts, Typed};
use crate::directory::Federation;

/// Where each federation of a directory is, by row: read once, as every place that is typed needs all of them.
#[derive(Debug, Default)]
pub struct Points(Vec<Point>);

#[derive(Clone, Copy, Debug)]
enum Point {
    Unknown,
    /// Its latitude and longitude.
    At([f32; 2]),
    /// In this district, going by the postcode of its office.
    In(DistrictCode),
}

impl Points {
    /// Adds the next federation, for those who cannot wait for all of a long list at once.
    pub fn add(&mut self, federation: Federation<'_>) {
        self.0.push(match federation.latitude().zip(federation.longitude()) {
            Some((latitude, longitude)) => Point::At([latitude as f32, longitude as f32]),
            None => district_of(office_postcode(federation)).map_or(Point::Unknown, Point::In),
        });
    }

    /// The latitude and longitude of each federation, by row; of an office, those of its district's middle.
    pub(super) fn places(&self, districts: &Districts) -> impl Iterator<Item = Option<[f64; 2]>> {
        self.0.iter().map(|point| match point {
            Point::Unknown => None,
            Point::At(place) => Some(place.map(f64::from)),
            Point::In(code) => districts.find(*code).map(|it| [it.latitude(), it.longitude()]),
        })
    }
}

/// The district of a whole postcode.
fn district_of(postcode: &str) -> Option<DistrictCode> {
    if postcode.is_empty() {
        return None;
    }
    Typed::district(&crate::search::fold(postcode))
}

/// The postcode of the federation's office, or an empty text.
///
/// TODO(postcode): the directory has no such column yet. When it has, this is `federation.postcode()` and nothing else.
/// Until then an editor's own column with one of these headings counts.
fn office_postcode(federation: Federation<'_>) -> &str {
    const HEADINGS: [&str; 4] = ["Postcode", "Office postcode", "Post code", "Registered office postcode"];
    let mut details = federation.details();
    let is_postcode = |label: &str| HEADINGS.iter().any(|it| it.eq_ignore_ascii_case(label));
    details.find(|(label, _)| is_postcode(label)).map_or("", |(_, value)| value)
}
