//! The comparison as a whole.

use gpf_core::comparison::NOT_LEGAL_ADVICE;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::State;
use super::{after, cases, choices, findings, hear, requirements, shortlist, table};
use crate::ui::node::{Node, el, heading};

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

fn body(state: &State) -> Node {
    let look = &state.look;
    let title = (!look.heading.is_empty()).then(|| heading(look.heading_level, "gpf-heading", &look.heading));
    let (matrix, shortlist) = (state.matrix(), state.shortlist());
    el("div", "")
        .maybe(title)
        .hold(choices::kinds(state))
        .hold(choices::subjects(state))
        .hold(requirements::requirements(state))
        .maybe(shortlist::shortlist(state, &shortlist))
        .hold(bar(state))
        .hold(table::table(state, &matrix, &shortlist))
        .hold(actions(state))
        .hold(findings::findings(state, &shortlist))
        .hold(cases::cases(state))
        .hold(el("p", "gpf-footer gpf-small gpf-not-advice").say(NOT_LEGAL_ADVICE))
}

/// The line over the table: what it shows, and whether that is all.
fn bar(state: &State) -> Node {
    let tick = el("input", "gpf-tick")
        .with("id", "gpf-only-differences")
        .with("type", "checkbox")
        .with("data-ask", "differences")
        .flag("checked", state.asked.only_differences);
    el("div", "gpf-bar")
        .hold(el("p", "gpf-count").with("role", "status").say(state.summary()))
        .hold(el("label", "gpf-check").hold(tick).say(" Only what differs"))
}

/// What can be done with the comparison.
fn actions(state: &State) -> Node {
    let buttons = [
        ("gpf-button gpf-copy-link", "copy", "Copy link to this comparison"),
        ("gpf-button gpf-copy-table", "copy-table", "Copy as table"),
        ("gpf-button gpf-download", "save", "Download as CSV"),
        ("gpf-button gpf-print", "print", "Print"),
    ];
    let link = state.link.as_ref().map(|link| {
        let field = el("input", "gpf-input gpf-link-field").with("type", "text").with("value", &**link);
        field.with("aria-label", "Link to this view").flag("readOnly", true)
    });
    el("div", "gpf-buttons gpf-actions")
        .all(buttons.map(|(class, deed, label)| button(class, deed, label)))
        .hold(el("span", "gpf-done").with("role", "status").say(state.done))
        .maybe(link)
}

/// A button that says what a click on it does.
pub(super) fn button(class: &'static str, deed: &'static str, label: &str) -> Node {
    el("button", class).with("type", "button").with("part", "button").with("data-do", deed).say(label)
}

/// A line that opens what stands under it. Which ones are open is kept by id.
pub(super) fn opens(state: &State, id: &str, class: &'static str, line: Node, inside: Node) -> Node {
    let is_open = state.open.iter().any(|it| it == id);
    el("details", class).with("data-id", id).hold(line).hold(inside).flag("open", is_open)
}
