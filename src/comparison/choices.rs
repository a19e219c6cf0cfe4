//! What to compare: legal forms or ways of working together, and which of them.

use gpf_core::comparison::SubjectKind;

use super::link::kind_id;
use super::state::{State, plural};
use super::view::button;
use crate::ui::node::{Element, classed, el};

/// A switch between the two kinds.
pub(super) fn kinds(state: &State) -> Element {
    let kinds = SubjectKind::ALL.map(|it| {
        let label = if it == SubjectKind::Form { "Legal forms" } else { "Ways of working together" };
        check(label, tick("radio", "kind", kind_id(it), it == state.asked.kind).set("name", "gpf-kind"))
    });
    set("What to compare", classed("div", "gpf-checks").all(kinds))
}

/// A box to tick for each form or way of working, and some that are often chosen together.
pub(super) fn subjects(state: &State) -> Element {
    let kind = state.asked.kind;
    let all = state.catalogue.subjects(kind);
    let boxes = all.iter().map(|it| check(&it.name, tick("checkbox", "form", &it.id, state.is_chosen(&it.id))));
    let legend = ["Select 2 or more ", plural(kind), " to compare"].concat();
    let error = state.is_refused.then(|| {
        classed("p", "gpf-error")
            .set("id", ERROR)
            .set("role", "alert")
            .child(classed("span", "gpf-visually-hidden").say("Error: "))
            .text(["Keep at least 2 ", plural(kind)].concat())
    });
    let companies = button("gpf-link gpf-companies", "companies", "Compare companies only");
    let picks = classed("div", "gpf-picks")
        .child(button("gpf-link gpf-all", "all", &["Compare all ", &all.len().to_string()].concat()))
        .child(companies.is("hidden", kind == SubjectKind::Model))
        .child(button("gpf-link gpf-reset", "reset", "Reset"));
    let set = classed("fieldset", "gpf-set gpf-forms")
        .child(classed("legend", "gpf-label").text(legend))
        .child_if(error)
        .child(classed("div", "gpf-checks").all(boxes))
        .child(picks);
    if state.is_refused { set.set("aria-describedby", ERROR) } else { set }
}

/// The id of what the boxes say where a tick is refused.
const ERROR: &str = "gpf-forms-error";

/// Controls that belong together, under a legend.
pub(super) fn set(legend: &str, controls: Element) -> Element {
    classed("fieldset", "gpf-set").child(classed("legend", "gpf-label").say(legend)).child(controls)
}

/// A box or a button to tick, heard by its `data-ask`.
pub(super) fn tick(kind: &'static str, ask: &'static str, value: &str, is_ticked: bool) -> Element {
    let tick = classed("input", "gpf-tick").set("type", kind).set("value", value.to_owned()).set("data-ask", ask);
    tick.is("checked", is_ticked)
}

/// What is ticked, and its words beside it.
pub(super) fn check(label: &str, tick: Element) -> Element {
    classed("label", "gpf-check").child(tick).child(el("span").say(label))
}
