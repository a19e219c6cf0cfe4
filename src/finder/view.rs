//! The finder as a whole.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::State;
use super::{after, hear, menu, results};
use crate::ui::heading::heading;

/// What a page may want to hear of.
#[derive(Debug, Clone, Copy)]
pub enum Happened {
    /// What is found has changed, or is there for the first time.
    Found,
    /// Somebody has opened the details of the federation in this row.
    Opened(u32),
}

/// A finder in a page: its state and where it stands. Copies share them.
#[derive(Debug, Clone, Copy)]
pub struct Finder {
    /// What it knows.
    pub state: RwSignal<State>,
    /// The element that it is shown in.
    pub parent: StoredValue<HtmlElement, LocalStorage>,
    /// What its parameters in the page's address begin with.
    pub prefix: StoredValue<String>,
    /// Tells the page.
    pub listener: StoredValue<fn(&HtmlElement, &State, Happened), LocalStorage>,
    /// The element that events leave from.
    pub host: StoredValue<HtmlElement, LocalStorage>,
}

impl Finder {
    pub(super) fn tell(self, happened: Happened) {
        let listener = self.listener.get_value();
        self.host.with_value(|host| self.state.with_untracked(|state| listener(host, state, happened)));
    }
}

/// The finder: search and filters, what was found, and what can be done with it.
pub fn view(finder: Finder) -> impl IntoView {
    let Finder { state, .. } = finder;
    after::follow(finder);
    view! {
        <div
            class="gpf gpf-finder"
            on:input=move |event| hear::input(state, &event)
            on:change=move |event| hear::choice(state, &event)
            on:click=move |event| hear::click(finder, &event)
            on:toggle:capture=move |event| hear::toggle(finder, &event)
            on:keydown=hear::key
            on:keypress=hear::key
            on:keyup=hear::key
        >
            {move || state.with(body)}
        </div>
    }
}

fn body(state: &State) -> impl IntoView + use<> {
    let look = &state.look;
    let title = (!look.heading.is_empty()).then(|| heading(look.heading_level, "gpf-heading", &look.heading, ""));
    (title, controls(state), bar(state), results::results(state), actions(state))
}

/// The search box and the filters.
fn controls(state: &State) -> impl IntoView + use<> {
    view! {
        <div class="gpf-controls" role="search">
            <div class="gpf-field gpf-search" part="search">
                <label class="gpf-label gpf-search-label" for="gpf-search">"Search by name, place or postcode"</label>
                <p class="gpf-hint" id="gpf-search-hint">"For example, Halton, Camden or WA7"</p>
                <input class="gpf-input" id="gpf-search" type="search" autocomplete="off" spellcheck="false"
                    aria-describedby="gpf-search-hint" prop:value=state.query.text.clone()/>
            </div>
            <div class="gpf-filters" part="filters">
                {menu::FILTERS.into_iter().map(|it| view! { <div class="gpf-field">{menu::menu(it, state)}</div> }).collect_view()}
            </div>
        </div>
    }
}

/// The line over the results: how many there are, how they are sorted, and the way back to all of them.
fn bar(state: &State) -> impl IntoView + use<> {
    let [first, second] = state.said.clone();
    view! {
        <div class="gpf-bar">
            <p class="gpf-count">{state.summary()}</p>
            <button class="gpf-link gpf-clear" type="button" data-do="clear" prop:hidden=!state.can_clear()>"Clear all"</button>
            <div class="gpf-sort">{menu::menu(&menu::SORT, state)}</div>
        </div>
        <div class="gpf-visually-hidden" role="status">{first}</div>
        <div class="gpf-visually-hidden" role="status">{second}</div>
    }
}

/// What can be done with the results, and how fresh the list is.
fn actions(state: &State) -> impl IntoView + use<> {
    let count = gpf_core::wording::number(state.matching());
    let nothing = state.found.rows.is_empty();
    let link = state.link.clone().map(|link| {
        view! { <input class="gpf-input gpf-link-field" type="text" readonly aria-label="Link to this view" prop:value=link/> }
    });
    view! {
        <div class="gpf-buttons gpf-actions">
            <button class="gpf-button gpf-copy-link" type="button" part="button" data-do="copy">"Copy link to this view"</button>
            <button class="gpf-button gpf-download" type="button" part="button" data-do="save" prop:hidden=nothing>
                {["Download as CSV (", &count, ")"].concat()}
            </button>
            <button class="gpf-button gpf-print" type="button" part="button" data-do="print" prop:hidden=nothing>
                {["Print (", &count, ")"].concat()}
            </button>
            <span class="gpf-done" role="status">{state.done}</span>
            {link}
        </div>
        <div class="gpf-print-sheet"></div>
        <p class="gpf-footer gpf-small">{freshness(state)}</p>
    }
}

fn freshness(state: &State) -> String {
    let last = gpf_core::wording::date(&state.data.last_checked);
    ["The list comes from public sources, named with each federation. Last checked on ", &last, "."].concat()
}
