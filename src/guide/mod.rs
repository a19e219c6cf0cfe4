//! `<gp-federation-guide>`: what a federation is, why practices form one, whether a practice is ready, how big they are
//! and what happened when.
//!
//! A text to read, so it is rendered when the widget is built: `text` makes it of the guide's data, with the pictures,
//! and the loader puts it in its place. In the browser the wasm brings it to life: [`guide_dom`] is that text as it stands
//! in the page, [`hydrate`] listens to what users do, and [`state`] is what the readiness check knows.

mod chart_keyboard;
pub(crate) mod controls;
pub mod guide_dom;
pub mod hydrate;
mod readiness_result;
pub mod state;
pub mod strings;

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
pub mod render;
#[cfg(feature = "ssr")]
mod timeline;
