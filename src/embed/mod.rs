//! The side of the widget that faces the page: starting, mounting, options, events, the JavaScript API.
//!
//! `assets/element/` holds the other half: the few lines of JavaScript that a custom element needs.

mod api;
mod comparison_api;
mod comparison_element;
#[cfg(test)]
mod error_codes;
pub mod events;
mod finder_element;
mod guide_element;
mod number;
pub mod options;
mod own_list;
mod start;

pub use api::{federation, regions, search};
pub use comparison_api::{compare, shortlist};
pub use own_list::{OwnList, unload};
pub use start::{Widget, make, prepare, start};
