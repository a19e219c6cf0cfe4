//! What all of a comparison shares: its state, where it is, and how the page is told.

use gpf_domain::directory::NamesByForm;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::State;

/// A comparison in a page: its state and where it stands. Copies share them.
#[derive(Debug, Clone, Copy)]
pub struct ComparisonContext {
    /// What it knows.
    pub state: RwSignal<State>,
    /// The element that it is shown in.
    pub parent: StoredValue<HtmlElement, LocalStorage>,
    /// What its parameters in the page's address begin with.
    pub prefix: StoredValue<String>,
    /// Gives the federations of the list that is shown beside it.
    pub names: fn() -> NamesByForm,
    /// Tells the page what is compared.
    pub listener: StoredValue<fn(&HtmlElement, &State), LocalStorage>,
    /// The element that events leave from.
    pub host: StoredValue<HtmlElement, LocalStorage>,
}

impl ComparisonContext {
    /// Changes the state, where the comparison is still there. The views follow where that says so.
    pub(super) fn change_if(self, change: &mut dyn FnMut(&mut State) -> bool) {
        _ = self.state.try_maybe_update(|state| (change(state), ()));
    }

    pub(super) fn emit(self) {
        let listener = self.listener.get_value();
        self.host.with_value(|host| self.state.with_untracked(|state| listener(host, state)));
    }
}
