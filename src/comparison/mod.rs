//! `<gp-legal-form-comparison>`: which legal form, and which way of working together, could a group of practices take?
//!
//! Built as the finder is: [`state`] holds what the reader asked for, [`view`](mod@view) is one function of it, and what the
//! reader does comes back through `events` as a change of the state.

mod actions;
pub mod context;
pub(crate) mod controls;
pub(crate) mod effects;
mod events;
pub mod options;
pub mod state;
pub mod strings;
pub mod url_state;
pub mod view;

use leptos::prelude::*;

use context::ComparisonContext;

/// The comparison: what to compare, what is required, the table, and what stands behind it.
pub fn mount(comparison: ComparisonContext) -> impl IntoView {
    effects::install(comparison);
    events::attach_listeners(comparison);
    move || comparison.state.with(view::render)
}
