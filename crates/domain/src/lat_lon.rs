//! Places on the Earth.

/// A place in decimal degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LatLon {
    /// North is positive.
    pub latitude: f64,
    /// East is positive.
    pub longitude: f64,
}

impl LatLon {
    /// Whether the place can be in England: a bounding box, which includes the Isles of Scilly.
    pub(crate) fn is_in_england(self) -> bool {
        (-6.5..=1.8).contains(&self.longitude) && (49.8..=55.9).contains(&self.latitude)
    }
}

#[cfg(test)]
mod tests {
    use super::LatLon;

    #[test]
    fn bounding_box_of_england_rejects_mistyped_coordinates() {
        for (place, longitude, latitude, expected) in [
            ("St Mary's, Scilly", -6.3, 49.9, true),
            ("Berwick-upon-Tweed", -2.0, 55.77, true),
            ("Lowestoft", 1.76, 52.48, true),
            ("latitude and longitude swapped", 53.4, -2.7, false),
            ("west for east", 2.7, 53.4, false),
            ("Dublin", -6.26, 53.35, true), // the box is for typos, not for borders
            ("Paris", 2.35, 48.86, false),
            ("Glasgow is outside only by latitude", -4.25, 55.95, false),
        ] {
            assert_eq!(LatLon { latitude, longitude }.is_in_england(), expected, "{place}");
        }
    }
}
