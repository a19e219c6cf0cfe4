//! Postcode districts: what somebody types as a postcode, where that is, and how far every federation is from there.
//!
//! The 2,222 districts of England travel as one small text ([`Districts::read`]), which is only read once a postcode is
//! typed. The build makes that text of `assets/data/postcode-districts.csv`.

#[cfg(feature = "authoring")]
pub mod authoring;
mod distance;
mod district;
mod nation;
mod nearby;
mod points;
mod towns;
mod typed;
mod wording;

pub use distance::distance_miles;
pub use district::{DistrictCode, Districts, PostcodeDistrict};
pub use nation::Nation;
pub use nearby::{Locator, Nearby, Tenths};
pub use points::Points;
pub(crate) use towns::town;
pub(crate) use typed::Typed;
pub use wording::{announcement, distance, notice};

/// How far away, in miles, a federation can be and still be called near.
pub const RADIUS_MILES: u32 = 30;

/// How many federations are shown however far away they are, if there are as many.
pub const AT_LEAST: u32 = 3;
