//! The comparison as a whole.

use std::sync::Arc;

use gpf_core::comparison::NOT_LEGAL_ADVICE;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::state::State;
use super::{after, answers, cases, choices, findings, hear, paper, requirements, shortlist, table};
use crate::finder::state::Data;
use crate::ui::heading::heading;
use crate::ui::node::{Element, Node, classed, div};
use crate::ui::stage::Stage;

/// A comparison in a page: its state and where it stands. Copies share them.
#[derive(Debug, Clone, Copy)]
pub struct Comparison {
    /// What it knows.
    pub state: RwSignal<State>,
    /// The element that it is shown in.
    pub parent: StoredValue<HtmlElement, LocalStorage>,
    /// What its parameters in the page's address begin with.
    pub prefix: StoredValue<String>,
    /// Gives the list of federations that is shown beside it.
    pub list: fn() -> Arc<Data>,
    /// Tells the page what is compared.
    pub listener: StoredValue<fn(&HtmlElement, &State), LocalStorage>,
    /// The element that events leave from.
    pub host: StoredValue<HtmlElement, LocalStorage>,
}

impl Comparison {
    /// Changes the state, where the comparison is still there. The views follow where that says so.
    pub(super) fn change_if(self, change: &mut dyn FnMut(&mut State) -> bool) {
        _ = self.state.try_maybe_update(|state| (change(state), ()));
    }

    pub(super) fn tell(self) {
        let listener = self.listener.get_value();
        self.host.with_value(|host| self.state.with_untracked(|state| listener(host, state)));
    }
}

/// The comparison: what to compare, what is required, the table, and what stands behind it.
pub fn view(comparison: Comparison) -> impl IntoView {
    after::follow(comparison);
    hear::listen(comparison);
    paper::fill(comparison);
    move || comparison.state.with(body)
}

/// In what parts it is shown.
pub const STAGES: [Stage; 8] =
    [Stage::Question, Stage::Answer, Stage::More, Stage::Much, Stage::Most, Stage::Rest, Stage::Behind, Stage::All];

fn body(state: &State) -> Node {
    if state.stage == Stage::Nothing {
        return Node::Text("".into());
    }
    let look = &state.look;
    let title = (!look.heading.is_empty()).then(|| heading(look.heading_level, "gpf-heading", &look.heading, ""));
    let body = div("gpf gpf-comparison")
        .child_if(title)
        .child(choices::kinds(state))
        .child(choices::subjects(state))
        .child(requirements::requirements(state));
    if state.stage == Stage::Question {
        return body.into();
    }
    let (matrix, shortlist) = (state.matrix(), state.shortlist());
    let body = body.child_if(shortlist::shortlist(state, &shortlist)).child(bar(state)).child(if state.has_room() {
        table::table(state, &matrix, &shortlist, None)
    } else {
        answers::answers(state, &matrix, &shortlist)
    });
    if state.stage < Stage::Rest {
        return body.into();
    }
    let body = body.child(div("gpf-print-sheet")).child(actions(state));
    if state.stage == Stage::Rest {
        return body.into();
    }
    let body = body.child(findings::findings(state, &shortlist));
    if state.stage == Stage::Behind {
        return body.into();
    }
    body.child(cases::cases(state))
        .child(classed("p", "gpf-footer gpf-small gpf-not-advice").say(NOT_LEGAL_ADVICE))
        .into()
}

/// The line over the table: what it shows, and whether that is all.
fn bar(state: &State) -> Element {
    let tick = classed("input", "gpf-tick")
        .set("id", "gpf-only-differences")
        .set("type", "checkbox")
        .set("data-ask", "differences")
        .is("checked", state.asked.only_differences);
    classed("div", "gpf-bar")
        .child(classed("p", "gpf-count").set("role", "status").text(state.summary()))
        .child(classed("label", "gpf-check").child(tick).say(" Show only differences"))
}

/// What can be done with the comparison.
fn actions(state: &State) -> Element {
    let buttons = [
        ("gpf-button gpf-copy-link", "copy", "Copy link to this comparison"),
        ("gpf-button gpf-copy-table", "copy-table", "Copy table"),
        ("gpf-button gpf-download", "save", "Download comparison (CSV)"),
        ("gpf-button gpf-print", "print", "Print comparison"),
    ];
    let link = state.link.as_ref().map(|link| {
        let field = classed("input", "gpf-input gpf-link-field").set("type", "text").set("value", link.clone());
        field.set("aria-label", "Link to this comparison").is("readOnly", true)
    });
    classed("div", "gpf-buttons gpf-actions")
        .all(buttons.map(|(class, deed, label)| button(class, deed, label)))
        .child(classed("span", "gpf-done").set("role", "status").say(state.done))
        .child_if(link)
}

/// A button that says what a click on it does.
pub(super) fn button(class: &'static str, deed: &'static str, label: &str) -> Element {
    classed("button", class).set("type", "button").set("part", "button").set("data-do", deed).say(label)
}

/// A line that opens what stands under it. Which ones are open is kept by id.
pub(super) fn opens(state: &State, id: &str, class: &'static str, line: Element, inside: Element) -> Element {
    classed("details", class).set("data-id", id.to_owned()).child(line).child(inside).is("open", is_open(state, id))
}

/// Whether the details of this id are open.
pub(super) fn is_open(state: &State, id: &str) -> bool {
    state.open.iter().any(|it| it == id)
}
