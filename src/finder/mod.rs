//! `<gp-federation-finder>`: which GP federation covers this place?
//!
//! [`state`] holds what the reader asked for and what was found; [`view`](mod@view) turns it into a page; what the reader does
//! there comes back through `events` as a change of the state. The widget is downloaded by every page it stands on,
//! so the whole view is one function of the state: Leptos compares what it gives with what is there, and each further
//! reactive closure or event listener would cost kilobytes.

mod actions;
pub mod context;
pub(crate) mod controls;
pub(crate) mod dataset;
mod effects;
mod events;
pub mod list_status;
pub mod options;
pub mod state;
pub mod strings;
pub mod url_state;
pub mod view;

use leptos::prelude::*;

use context::FinderContext;
use view::Memos;

/// The finder: search and filters, what was found, and what can be done with it.
pub fn mount(finder: FinderContext) -> impl IntoView {
    events::attach_listeners(finder);
    effects::install(finder);
    let mut memos = Memos::default();
    move || finder.state.with(|state| view::render(state, &mut memos))
}
