//! The side of the widget that faces the page: starting, mounting, options, events, the JavaScript API.
//!
//! `assets/loader/` holds the other half: the few lines of JavaScript that a custom element needs.

mod api;
mod comparison_api;
mod comparison_element;
mod custom_list;
mod element;
#[cfg(test)]
mod error_codes;
pub mod events;
mod exports;
mod finder_element;
mod guide_element;
mod instance_number;
pub mod options;
mod store;

pub use api::{federation, regions, search};
pub use comparison_api::{compare, shortlist};
pub use custom_list::{CustomList, reset_page_list};
pub use exports::{Widget, create, prepare, start};
