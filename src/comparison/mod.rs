//! `<gp-legal-form-comparison>`: which legal form, and which way of working together, can a group of practices use?
//!
//! Its architecture is that of the finder: [`state`] has the user's selection, [`view`](mod@view) is one function of
//! it, and user actions come back through `events` as changes of the state.

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

/// The comparison: the selection, the requirements, the table and the findings.
pub fn mount(comparison: ComparisonContext) -> impl IntoView {
    events::attach_listeners(comparison);
    effects::install(comparison);
    move || comparison.state.with(view::render)
}
