//! What to compare: legal forms or collaboration models, and which of them.

use gpf_core::comparison::SubjectKind;

use super::link::kind_id;
use super::state::{MOST, State, plural};
use super::view::button;
use crate::ui::node::{Node, el};

/// A switch between the two kinds.
pub(super) fn kinds(state: &State) -> Node {
    let kinds = SubjectKind::ALL.map(|it| {
        let label = if it == SubjectKind::Form { "Legal forms" } else { "Ways of working together" };
        tick("radio", "kind", kind_id(it), label, it == state.asked.kind)
    });
    set("What to compare", el("div", "gpf-checks").all(kinds))
}

/// A box to tick for each form or model.
pub(super) fn subjects(state: &State) -> Node {
    let kind = state.asked.kind;
    let all = state.catalogue.subjects(kind);
    let boxes = all.iter().map(|it| tick("checkbox", "form", &it.id, &it.name, state.is_chosen(&it.id)));
    let compare_all = ["Compare all ", &all.len().to_string()].concat();
    let compare_all = button("gpf-link gpf-all", "all", &compare_all).flag("hidden", state.has_all());
    let legend = ["Which ", plural(kind), "? Choose 2 to ", &MOST.to_string()].concat();
    set(&legend, el("div", "gpf-checks").all(boxes).hold(compare_all))
}

/// Controls that belong together, under a legend.
pub(super) fn set(legend: &str, controls: Node) -> Node {
    el("fieldset", "gpf-set").hold(el("legend", "gpf-label").say(legend)).hold(controls)
}

/// A box or a button to tick, heard by its `data-ask`.
fn tick(kind: &'static str, ask: &'static str, value: &str, label: &str, is_ticked: bool) -> Node {
    let tick = el("input", "gpf-tick")
        .with("type", kind)
        .with("name", ["gpf-", ask].concat())
        .with("value", value)
        .with("data-ask", ask)
        .flag("checked", is_ticked);
    el("label", "gpf-check").hold(tick).say([" ", label].concat())
}
