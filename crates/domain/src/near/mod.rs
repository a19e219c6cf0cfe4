//! Postcode districts: parsing what people type as a postcode, its location, and the distance to each federation.
//!
//! The 2,222 districts of England and the gazetteer are part of the script as one small text ([`Districts::read`]), which is
//! only parsed once a postcode is typed, or something that no federation has in its name or place, or if a federation on
//! the map has a postcode and no coordinates. The build makes that text from `assets/data/postcode-districts.csv` and
//! `assets/data/gazetteer.csv`.

#[cfg(feature = "authoring")]
pub mod authoring;
mod distance;
mod district;
mod gazetteer;
mod nation;
mod nearby;
mod points;
mod typed;

pub use distance::distance_miles;
pub use district::{DistrictCode, Districts, NamedPlace, PostcodeDistrict};
pub use nation::Nation;
pub use nearby::{Locator, Nearby, Tenths};
pub use points::Points;
pub(crate) use typed::{TypedPostcode, is_inward};

/// The maximum distance in miles of a federation that counts as near.
pub const RADIUS_MILES: u32 = 30;

/// The minimum number of federations to show, however far away they are.
pub const AT_LEAST: u32 = 3;
