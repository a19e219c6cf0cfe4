//! `<gp-federation-guide>`: what a federation is, why practices form one, whether a practice is ready, how big they are
//! and what happened when.
//!
//! A text to read, so it is rendered when the widget is built: `text` makes it of the guide's data, with the pictures,
//! and the loader puts it in its place. In the browser the wasm brings it to life: [`document`] is that text as it stands
//! in the page, [`alive`] hears what the reader does, and [`state`] is what the readiness check knows.

pub mod alive;
pub mod document;
mod points;
mod result;
pub mod state;
pub mod strings;

#[cfg(feature = "ssr")]
mod blocks;
#[cfg(feature = "ssr")]
mod check;
#[cfg(all(test, feature = "ssr"))]
mod fixture;
#[cfg(feature = "ssr")]
mod picture;
#[cfg(feature = "ssr")]
mod populations;
#[cfg(feature = "ssr")]
pub mod text;
#[cfg(feature = "ssr")]
mod timeline;
