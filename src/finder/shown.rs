//! The finders of the page, for the comparison: the federations that it names are those of the finder that it leads to.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::{Data, State};
use super::view::Finder;
use crate::ui::signal;

thread_local! {
    static SHOWN: RefCell<Vec<(HtmlElement, RwSignal<State>)>> = const { RefCell::new(Vec::new()) };
}

/// Notes a finder, until the current owner goes.
pub(super) fn note(finder: Finder) {
    SHOWN.with_borrow_mut(|shown| shown.push((finder.host.get_value(), finder.state)));
    on_cleanup(move || {
        SHOWN.with_borrow_mut(|shown| shown.retain(|it| it.1 != finder.state));
        tell();
    });
}

/// Tells the comparisons of the page that a finder shows another list.
pub(crate) fn tell() {
    signal::send(signal::LIST, "list", "");
}

/// The list of the page's first finder, which answers where several could, unless it is not there yet.
pub(crate) fn first_list() -> Option<Arc<Data>> {
    let first = signal::first(signal::FINDER)?;
    SHOWN.with_borrow(|shown| {
        shown.iter().find(|it| *it.0 == first)?.1.try_with_untracked(|state| Arc::clone(&state.data))
    })
}
