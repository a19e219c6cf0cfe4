//! What the replies come to, under the questions of the readiness check.

use leptos::prelude::*;

use super::state::State;
use super::strings;
use crate::ui::vdom::{VNode, action_button, div, el, el_class};

/// The result: how many are done, what is open, and what can be done with it.
pub(super) fn view(state: RwSignal<State>) -> impl IntoView {
    move || state.with(body)
}

fn body(state: &State) -> VNode {
    let open: Vec<VNode> = state.replies.open().map(|(question, _)| el("li").text_owned(question).into()).collect();
    let list = (!open.is_empty()).then(|| {
        div("")
            .child(el_class("p", "gpf-kind").text(strings::TO_DO))
            .child(el_class("ul", "gpf-list gpf-open").children(open))
    });
    let to_copy = state.manual_copy_text.as_ref().map(|text| {
        el_class("textarea", "gpf-input gpf-to-copy")
            .attr("readonly", "")
            .attr("rows", "6")
            .attr("aria-label", strings::AS_TEXT)
            .prop_str("value", text.clone())
    });
    div("")
        .child(el_class("p", "gpf-count").attr("role", "status").text(state.replies.summary()))
        .child_opt(list)
        .child(
            div("gpf-buttons gpf-actions")
                .child(action_button("gpf-button", "copy", strings::COPY))
                .child(action_button("gpf-button", "print", strings::PRINT))
                .child(action_button("gpf-button", "clear", strings::CLEAR))
                .child(el_class("span", "gpf-done").attr("role", "status").text(state.status_message)),
        )
        .child_opt(to_copy)
        .into()
}
