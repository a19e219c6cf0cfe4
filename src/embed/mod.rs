//! The interface between the widget and the page: starting, mounting, options, events, the JavaScript API.
//!
//! `assets/loader/` has the other half: the JavaScript that a custom element needs.

#[cfg(feature = "finder")]
mod api;
#[cfg(feature = "comparison")]
mod catalogue_store;
#[cfg(feature = "comparison")]
mod comparison_api;
#[cfg(feature = "comparison")]
mod comparison_element;
mod console;
#[cfg(feature = "finder")]
mod custom_list;
mod element;
#[cfg(test)]
mod error_codes;
pub mod events;
mod exports;
#[cfg(feature = "finder")]
mod finder_element;
#[cfg(feature = "guide")]
mod guide_element;
#[cfg(feature = "finder")]
mod instance_number;
mod js_object;
#[cfg(feature = "finder")]
mod list_store;
#[cfg(feature = "ssr")]
pub mod option_table;
pub mod options;
mod store;

#[cfg(feature = "finder")]
pub use api::{federation, regions, search};
#[cfg(feature = "comparison")]
pub use comparison_api::{compare, shortlist};
#[cfg(feature = "finder")]
pub use custom_list::{CustomList, reset_page_list};
pub use exports::{Widget, create, prepare, start};
