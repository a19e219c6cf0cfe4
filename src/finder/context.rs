//! What all of a finder shares: its state, where it is, and how the page is told.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::State;

/// What a page can be told.
#[derive(Debug, Clone, Copy)]
pub enum FinderEvent {
    /// What is found has changed, or is there for the first time.
    ResultsChanged,
    /// An editor's own list has been read, used or not.
    ListLoaded,
    /// Somebody has opened the details of the federation in this row.
    DetailsOpened(u32),
}

/// A finder in a page: its state and where it stands. Copies share them.
#[derive(Debug, Clone, Copy)]
pub struct FinderContext {
    /// What it knows.
    pub state: RwSignal<State>,
    /// The element that it is shown in.
    pub parent: StoredValue<HtmlElement, LocalStorage>,
    /// What its parameters in the page's address begin with.
    pub prefix: StoredValue<String>,
    /// Tells the page.
    pub listener: StoredValue<fn(&HtmlElement, &State, FinderEvent), LocalStorage>,
    /// The element that events leave from.
    pub host: StoredValue<HtmlElement, LocalStorage>,
}

impl FinderContext {
    /// Changes the state, where the finder is still there. The views follow where that says so.
    pub(super) fn change_if(self, change: &mut dyn FnMut(&mut State) -> bool) {
        _ = self.state.try_maybe_update(|state| (change(state), ()));
    }

    pub(super) fn emit(self, event: FinderEvent) {
        let listener = self.listener.get_value();
        self.host.with_value(|host| self.state.with_untracked(|state| listener(host, state, event)));
    }
}
