//! The comparison as a whole.

use gpf_core::comparison::NOT_LEGAL_ADVICE;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::State;
use super::{after, cases, choices, findings, hear, requirements, shortlist, table};
use crate::ui::heading::heading;

/// A comparison in a page: its state and where it stands. Copies share them.
#[derive(Debug, Clone, Copy)]
pub struct Comparison {
    /// What it knows.
    pub state: RwSignal<State>,
    /// The element that it is shown in.
    pub parent: StoredValue<HtmlElement, LocalStorage>,
    /// What its parameters in the page's address begin with.
    pub prefix: StoredValue<String>,
    /// Tells the page what is compared.
    pub listener: StoredValue<fn(&HtmlElement, &State), LocalStorage>,
    /// The element that events leave from.
    pub host: StoredValue<HtmlElement, LocalStorage>,
}

impl Comparison {
    pub(super) fn tell(self) {
        let listener = self.listener.get_value();
        self.host.with_value(|host| self.state.with_untracked(|state| listener(host, state)));
    }
}

/// The comparison: what to compare, what is required, the table, and what stands behind it.
pub fn view(comparison: Comparison) -> impl IntoView {
    let Comparison { state, .. } = comparison;
    after::follow(comparison);
    view! {
        <div
            class="gpf gpf-comparison"
            on:change=move |event| hear::choice(state, &event)
            on:click=move |event| hear::click(comparison, &event)
            on:toggle:capture=move |event| hear::toggle(state, &event)
        >
            {move || state.with(body)}
        </div>
    }
}

fn body(state: &State) -> impl IntoView + use<> {
    let look = &state.look;
    let title = (!look.heading.is_empty()).then(|| heading(look.heading_level, "gpf-heading", &look.heading, ""));
    let (matrix, shortlist) = (state.matrix(), state.shortlist());
    (
        title,
        choices::choices(state),
        requirements::requirements(state),
        shortlist::shortlist(state, &shortlist),
        bar(state),
        table::table(state, &matrix, &shortlist),
        actions(state),
        findings::findings(state, &shortlist),
        cases::cases(state),
        view! { <p class="gpf-footer gpf-small gpf-not-advice">{NOT_LEGAL_ADVICE}</p> },
    )
}

/// The line over the table: what it shows, and whether that is all.
fn bar(state: &State) -> impl IntoView + use<> {
    view! {
        <div class="gpf-bar">
            <p class="gpf-count" role="status">{state.summary()}</p>
            <label class="gpf-check">
                <input class="gpf-tick" id="gpf-only-differences" type="checkbox" data-ask="differences"
                    prop:checked=state.asked.only_differences/>
                " Only what differs"
            </label>
        </div>
    }
}

/// What can be done with the comparison.
fn actions(state: &State) -> impl IntoView + use<> {
    let link = state.link.clone().map(|link| {
        view! { <input class="gpf-input gpf-link-field" type="text" readonly aria-label="Link to this view" prop:value=link/> }
    });
    let buttons = [
        ("gpf-button gpf-copy-link", "copy", "Copy link to this comparison"),
        ("gpf-button gpf-copy-table", "copy-table", "Copy as table"),
        ("gpf-button gpf-download", "save", "Download as CSV"),
        ("gpf-button gpf-print", "print", "Print"),
    ]
    .map(|(class, deed, label)| view! { <button class=class type="button" part="button" data-do=deed>{label}</button> });
    view! {
        <div class="gpf-buttons gpf-actions">
            {buttons}
            <span class="gpf-done" role="status">{state.done}</span>
            {link}
        </div>
    }
}
