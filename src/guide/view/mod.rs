//! The views of the guide, which are rendered when the widget is built, and the result of the readiness check, which is
//! rendered in the page.

pub(crate) mod readiness_result;

#[cfg(feature = "ssr")]
mod blocks;
#[cfg(feature = "ssr")]
mod chart;
#[cfg(all(test, feature = "ssr"))]
mod fixture;
#[cfg(feature = "ssr")]
mod glossary;
#[cfg(feature = "ssr")]
mod heading;
#[cfg(feature = "ssr")]
mod populations;
#[cfg(feature = "ssr")]
mod readiness_form;
#[cfg(feature = "ssr")]
mod render;
#[cfg(feature = "ssr")]
mod timeline;

#[cfg(feature = "ssr")]
pub use render::render;
