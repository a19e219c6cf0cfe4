//! The data that all parts of a comparison share: its state, its place in the page, and how it notifies the page.

use gpf_domain::directory::NamesByForm;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::State;

/// A comparison in a page: its state and its place. Copies share both.
#[derive(Debug, Clone, Copy)]
pub struct ComparisonContext {
    /// Its state.
    pub state: RwSignal<State>,
    /// The element that it is shown in.
    pub parent: StoredValue<HtmlElement, LocalStorage>,
    /// The prefix of its parameters in the page's address.
    pub prefix: StoredValue<String>,
    /// Returns the names of the federations in the list that is shown beside it.
    pub names: fn() -> NamesByForm,
    /// Notifies the page of the compared forms or models.
    pub listener: StoredValue<fn(&HtmlElement, &State), LocalStorage>,
    /// The element that events leave from.
    pub host: StoredValue<HtmlElement, LocalStorage>,
}

impl ComparisonContext {
    /// Changes the state, if the comparison still exists. The views are updated if `change` returns `true`.
    pub(super) fn change_if(self, change: &mut dyn FnMut(&mut State) -> bool) {
        _ = self.state.try_maybe_update(|state| (change(state), ()));
    }

    pub(super) fn emit(self) {
        let listener = self.listener.get_value();
        self.host.with_value(|host| self.state.with_untracked(|state| listener(host, state)));
    }
}
