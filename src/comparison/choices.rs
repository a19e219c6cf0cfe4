//! What to compare: legal forms or collaboration models, and which of them.

use gpf_core::comparison::SubjectKind;

use super::link::kind_id;
use super::state::{MOST, State, plural};
use super::view::button;
use crate::ui::node::{Element, classed};

/// A switch between the two kinds.
pub(super) fn kinds(state: &State) -> Element {
    let kinds = SubjectKind::ALL.map(|it| {
        let label = if it == SubjectKind::Form { "Legal forms" } else { "Ways of working together" };
        tick("radio", "kind", kind_id(it), label, it == state.asked.kind)
    });
    set("What to compare", classed("div", "gpf-checks").all(kinds))
}

/// A box to tick for each form or model.
pub(super) fn subjects(state: &State) -> Element {
    let kind = state.asked.kind;
    let all = state.catalogue.subjects(kind);
    let boxes = all.iter().map(|it| tick("checkbox", "form", &it.id, &it.name, state.is_chosen(&it.id)));
    let compare_all = ["Compare all ", &all.len().to_string(), " ", plural(kind)].concat();
    let compare_all = button("gpf-link gpf-all", "all", &compare_all).is("hidden", state.has_all());
    let legend = ["Select 2 to ", &MOST.to_string(), " ", plural(kind), " to compare"].concat();
    set(&legend, classed("div", "gpf-checks").all(boxes).child(compare_all))
}

/// Controls that belong together, under a legend.
pub(super) fn set(legend: &str, controls: Element) -> Element {
    classed("fieldset", "gpf-set").child(classed("legend", "gpf-label").say(legend)).child(controls)
}

/// A box or a button to tick, heard by its `data-ask`.
fn tick(kind: &'static str, ask: &'static str, value: &str, label: &str, is_ticked: bool) -> Element {
    let tick = classed("input", "gpf-tick")
        .set("type", kind)
        .set("name", ["gpf-", ask].concat())
        .set("value", value.to_owned())
        .set("data-ask", ask)
        .is("checked", is_ticked);
    classed("label", "gpf-check").child(tick).text([" ", label].concat())
}
