//! The data that all parts of a finder share: its state, its place in the page, and how it notifies the page.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::State;

/// An event that the page is notified of.
#[derive(Debug, Clone, Copy)]
pub enum FinderEvent {
    /// The results have changed, or are there for the first time.
    ResultsChanged,
    /// An editor's own list has been read. It can be used or not.
    ListLoaded,
    /// The user has opened the details of the federation in this row.
    DetailsOpened(u32),
}

/// A finder in a page: its state and its place. Copies share both.
#[derive(Debug, Clone, Copy)]
pub struct FinderContext {
    /// Its state.
    pub state: RwSignal<State>,
    /// The element that it is shown in.
    pub parent: StoredValue<HtmlElement, LocalStorage>,
    /// The prefix of its parameters in the page's address.
    pub prefix: StoredValue<String>,
    /// Notifies the page.
    pub listener: StoredValue<fn(&HtmlElement, &State, FinderEvent), LocalStorage>,
    /// The element that events leave from.
    pub host: StoredValue<HtmlElement, LocalStorage>,
}

impl FinderContext {
    /// Changes the state, if the finder still exists. The views are updated if `change` returns `true`.
    pub(super) fn change_if(self, change: &mut dyn FnMut(&mut State) -> bool) {
        _ = self.state.try_maybe_update(|state| (change(state), ()));
    }

    pub(super) fn emit(self, event: FinderEvent) {
        let listener = self.listener.get_value();
        self.host.with_value(|host| self.state.with_untracked(|state| listener(host, state, event)));
    }
}
