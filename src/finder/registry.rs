//! The finders of the page, for the comparison: the federations that it names are those of the finder that it leads to.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::context::FinderContext;
use super::state::{Dataset, State};
use crate::ui::widget_events;

thread_local! {
    static FINDERS: RefCell<Vec<(HtmlElement, RwSignal<State>)>> = const { RefCell::new(Vec::new()) };
}

/// Notes a finder, until the current owner goes.
pub(super) fn register(finder: FinderContext) {
    FINDERS.with_borrow_mut(|shown| shown.push((finder.host.get_value(), finder.state)));
    on_cleanup(move || {
        FINDERS.with_borrow_mut(|shown| shown.retain(|it| it.1 != finder.state));
        notify_comparisons();
    });
}

/// Tells the comparisons of the page that a finder shows another list.
pub(crate) fn notify_comparisons() {
    widget_events::dispatch(widget_events::LIST, "list", "");
}

/// The list of the page's first finder, which answers where several could, unless it is not there yet.
pub(crate) fn first_list() -> Option<Arc<Dataset>> {
    let first = widget_events::first(widget_events::FINDER)?;
    FINDERS.with_borrow(|shown| {
        shown.iter().find(|it| *it.0 == first)?.1.try_with_untracked(|state| Arc::clone(&state.data))
    })
}
