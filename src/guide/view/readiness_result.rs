//! The result of the readiness check, under its questions: what is done, what is not, and the actions on the result.

use crate::guide::controls::Action;
use crate::guide::state::State;
use crate::guide::strings;
use crate::ui::vdom::{VElement, VNode, action_button, div, el, el_class};

pub(crate) fn render(state: &State) -> VNode {
    let item = |question: &str| el("li").text_owned(question).into();
    let done: Vec<VNode> = state.replies.done().map(item).collect();
    let open: Vec<VNode> = state.replies.open().map(|(question, _)| item(question)).collect();
    let nothing = done.is_empty() && open.is_empty();
    // There is nothing to copy, print or clear before the first reply.
    let buttons =
        [(Action::CopyResult, strings::COPY), (Action::Print, strings::PRINT), (Action::Clear, strings::CLEAR)]
            .map(|(action, label)| action_button("gpf-button", action, label));
    let manual_copy = state.manual_copy_text.as_ref().map(|text| {
        el_class("textarea", "gpf-input gpf-to-copy")
            .attr("readonly", "")
            .attr("rows", "6")
            .attr("aria-label", strings::AS_TEXT)
            .value(text.clone())
    });
    div("")
        .child(el_class("p", "gpf-count").attr("role", "status").text(state.replies.summary()))
        .child_opt(list(strings::DONE, "gpf-list", done))
        .child_opt(list(strings::TO_DO, "gpf-list gpf-open", open))
        .child(div("gpf-buttons gpf-actions").prop_bool("hidden", nothing).extend(buttons))
        .child(el_class("span", "gpf-done").attr("role", "status").text(state.status_message))
        .child_opt(manual_copy)
        .into()
}

fn list(title: &'static str, class: &'static str, questions: Vec<VNode>) -> Option<VElement> {
    let list = div("").child(el_class("p", "gpf-kind").text(title));
    (!questions.is_empty()).then(|| list.child(el_class("ul", class).children(questions)))
}
