//! What the replies come to, under the questions of the readiness check.

use leptos::prelude::*;

use super::state::State;
use super::strings;
use crate::ui::node::{Element, Node, button, classed, div, el};

/// The result: how many are done, what is open, and what can be done with it.
pub(super) fn view(state: RwSignal<State>) -> impl IntoView {
    move || state.with(body)
}

fn body(state: &State) -> Node {
    let open: Vec<Node> = state.replies.open().map(|(question, _)| el("li").say(question).into()).collect();
    let list = (!open.is_empty()).then(|| {
        div("")
            .child(classed("p", "gpf-kind").text(strings::TO_DO))
            .child(classed("ul", "gpf-list gpf-open").children(open))
    });
    let to_copy = state.to_copy.as_ref().map(|text| {
        classed("textarea", "gpf-input gpf-to-copy")
            .set("readonly", "")
            .set("rows", "6")
            .set("aria-label", strings::AS_TEXT)
            .set_text("value", text.clone())
    });
    let deed = |deed, label: &'static str| -> Element { button("gpf-button", deed, label).set("part", "button") };
    div("")
        .child(classed("p", "gpf-count").set("role", "status").text(state.replies.summary()))
        .child_if(list)
        .child(
            div("gpf-buttons gpf-actions")
                .child(deed("copy", strings::COPY))
                .child(deed("print", strings::PRINT))
                .child(deed("clear", strings::CLEAR))
                .child(classed("span", "gpf-done").set("role", "status").text(state.done)),
        )
        .child_if(to_copy)
        .into()
}
