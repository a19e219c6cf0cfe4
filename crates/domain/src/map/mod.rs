//! The map of England: the outlines of its 7 NHS regions, and a dot for each federation.
//!
//! Outlines and dots match because both use [`project`]: the outlines when they are generated (`cargo xtask map`), the
//! dots when they are shown.

mod close_up;
mod mark;
mod outline;
mod points;

pub use close_up::{CLOSE_UP_SIZE, CloseUp, MAX_NUMBERED, MapPoint, NumberedDot};
pub use mark::mark;
pub use outline::Outline;
pub use points::{MapPoints, push};

use crate::lat_lon::LatLon;

/// The width of the map. A unit is a hundredth of a degree of latitude: about 1.1 km.
pub const WIDTH: i32 = 460;

/// The height of the map.
pub const HEIGHT: i32 = 612;

/// The map's western edge, just west of Land's End. The Isles of Scilly are beyond it.
const WEST: f64 = -5.8;

/// The map's northern edge, just north of Berwick.
const NORTH: f64 = 55.9;

/// Units per degree of latitude.
const SCALE: f64 = 100.0;

/// The cosine of 52.85°, the middle latitude. A degree of longitude is shorter there by this factor.
const COS_LATITUDE: f64 = 0.603_9;

/// The position of a place on the map, from its western and its northern edge. Equirectangular.
#[must_use]
pub fn project(place: LatLon) -> [f64; 2] {
    [(place.longitude - WEST) * COS_LATITUDE * SCALE, (NORTH - place.latitude) * SCALE]
}

/// The position in whole units.
#[must_use]
pub fn point(place: LatLon) -> [i16; 2] {
    project(place).map(|it| (it + 0.5).floor() as i16)
}
