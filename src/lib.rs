//! The GP federations widget: Leptos views and the code that embeds them in any web page.
//!
//! Data flows one way: the built-in data → [`gpf_domain`]'s directory and index → an element's state
//! ([`finder::state`]) → its views → events on the host element. Logic for the views that native tests can cover is in
//! `gpf_domain`.

#![cfg_attr(
    not(all(feature = "finder", feature = "comparison", feature = "guide")),
    allow(dead_code, reason = "a script with one element needs less than all of it")
)]

pub mod comparison;
pub mod embed;
pub mod finder;
pub mod guide;
pub mod prerender;
#[cfg(test)]
mod project;
pub mod ui;
