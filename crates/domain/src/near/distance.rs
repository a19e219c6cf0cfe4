//! Great-circle distances.
//!
//! The sines are computed here. Those of the standard library are for angles of any size and exact to the last bit.
//! Between −180° and 180° a few terms of the series are enough, in far less wasm.

use crate::lat_lon::LatLon;

/// The mean radius of the Earth in miles (6,371.009 km).
const EARTH_RADIUS_MILES: f64 = 3_958.761_3;

const RADIANS: f64 = std::f64::consts::PI / 180.0;

/// The distance in miles between two places. Haversine formula.
///
/// ```
/// # use gpf_domain::{lat_lon::LatLon, near::distance_miles};
/// let york = LatLon { latitude: 53.96, longitude: -1.08 };
/// let leeds = LatLon { latitude: 53.80, longitude: -1.55 };
/// assert_eq!(distance_miles(york, leeds).round(), 22.0);
/// ```
#[must_use]
pub fn distance_miles(one: LatLon, other: LatLon) -> f64 {
    let differences = [other.latitude - one.latitude, other.longitude - one.longitude];
    let [latitude, longitude] = differences.map(|difference| sine(difference / 2.0 * RADIANS));
    let [from, to] = [one, other].map(|place| sine((90.0 - place.latitude) * RADIANS));
    let haversine = latitude * latitude + from * to * longitude * longitude;
    2.0 * EARTH_RADIUS_MILES * arc_sine(haversine.clamp(0.0, 1.0).sqrt())
}

/// The sine of an angle between −π and π.
fn sine(angle: f64) -> f64 {
    // The sine is symmetrical about a right angle.
    let angle = match angle {
        angle if angle > std::f64::consts::FRAC_PI_2 => std::f64::consts::PI - angle,
        angle if angle < -std::f64::consts::FRAC_PI_2 => -std::f64::consts::PI - angle,
        angle => angle,
    };
    let square = angle * angle;
    // The Taylor series. At a right angle, its next term is less than 10⁻⁹.
    let mut sum = 1.0;
    for step in [156.0, 110.0, 72.0, 42.0, 20.0, 6.0] {
        sum = 1.0 - square / step * sum;
    }
    angle * sum
}

/// The angle between 0 and π/2 with this sine.
fn arc_sine(sine: f64) -> f64 {
    // The series converges quickly for small angles, so reduce large angles by the half-angle formula.
    if sine > 0.5 {
        return std::f64::consts::FRAC_PI_2 - 2.0 * arc_sine(((1.0 - sine) / 2.0).sqrt());
    }
    let square = sine * sine;
    let (mut term, mut sum, mut odd) = (sine, sine, 1.0);
    while term > 1e-9 {
        term *= square * odd / (odd + 1.0);
        odd += 2.0;
        sum += term / odd;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The angle between two places by the spherical law of cosines, as vectors.
    fn by_vectors(one: LatLon, other: LatLon) -> f64 {
        let vector = |place: LatLon| {
            let (latitude, longitude) = (place.latitude.to_radians(), place.longitude.to_radians());
            [latitude.cos() * longitude.cos(), latitude.cos() * longitude.sin(), latitude.sin()]
        };
        let (a, b) = (vector(one), vector(other));
        let cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
        let length = cross.iter().map(|it| it * it).sum::<f64>().sqrt();
        let dot: f64 = a.iter().zip(&b).map(|(a, b)| a * b).sum();
        length.atan2(dot) * 6_371.009 / 1.609_344
    }

    #[test]
    fn known_distances() {
        for (one, other, miles) in [
            // St Paul's to York Minster.
            ([51.5138, -0.0984], [53.9620, -1.0819], 174.2),
            // Land's End to John o' Groats.
            ([50.0657, -5.7132], [58.6373, -3.0689], 601.6),
            ([51.5, -0.1], [51.5, -0.1], 0.0),
            // Across the Greenwich meridian: 1 degree of longitude.
            ([51.5, -0.5], [51.5, 0.5], 43.0),
            // The other side of the world: half its circumference.
            ([51.5, -0.1], [-51.5, 179.9], 12_436.8),
        ] {
            let [one, other] = [one, other].map(|[latitude, longitude]| LatLon { latitude, longitude });
            let found = distance_miles(one, other);
            assert!((found - miles).abs() < 0.4, "{one:?} to {other:?}: {found}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_law_of_cosines(one in (-90.0..90.0_f64, -180.0..180.0_f64), other in (-90.0..90.0_f64, -180.0..180.0_f64)) {
            let [one, other] = [one, other].map(|(latitude, longitude)| LatLon { latitude, longitude });
            let (found, expected) = (distance_miles(one, other), by_vectors(one, other));
            prop_assert!((found - expected).abs() < 0.02, "{one:?} to {other:?}: {found}, not {expected}");
            prop_assert!((found - distance_miles(other, one)).abs() < 1e-6);
        }

        #[test]
        fn distances_in_england_are_accurate_to_a_few_feet(one in (49.9..55.9_f64, -6.4..1.8_f64), other in (49.9..55.9_f64, -6.4..1.8_f64)) {
            let [one, other] = [one, other].map(|(latitude, longitude)| LatLon { latitude, longitude });
            let (found, expected) = (distance_miles(one, other), by_vectors(one, other));
            prop_assert!((found - expected).abs() < 0.001, "{one:?} to {other:?}: {found}, not {expected}");
        }
    }
}
