//! `<gp-federation-finder>`: which GP federation covers this place?
//!
//! [`state`] has the query and the results. [`view`](mod@view) turns it into a page, and user actions come back through
//! `events` as changes of the state. The widget is downloaded by every page that uses it, so the whole view is one
//! function of the state, which is compared with the nodes in the page. Each further reactive closure or event listener
//! would cost kilobytes.

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

/// The view of a finder without memos, for the first view that is rendered when the widget is built.
#[cfg(feature = "ssr")]
pub(crate) fn first_view(state: &state::State) -> crate::ui::vdom::VNode {
    view::render(state, &mut Memos::default())
}

/// The finder: search and filters, results, and actions on them.
pub fn mount(finder: FinderContext) -> impl IntoView {
    events::attach_listeners(finder);
    effects::install(finder);
    let mut memos = Memos::default();
    move || finder.state.with(|state| view::render(state, &mut memos))
}
