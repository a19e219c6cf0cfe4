//! The questions of the readiness check, and the place of what they come to.

use gpf_core::guide::readiness::Reply;
use gpf_core::guide::{Guide, Question, QuestionKind};

use super::strings;
use super::text::title;
use crate::ui::node::{Element, classed, div, el};

/// The questions, after their kind.
pub(super) fn check(guide: &Guide) -> Vec<Element> {
    let of_kind = |kind| guide.questions.iter().filter(move |it| it.kind == kind).map(question);
    vec![
        div("gpf-asked").all(of_kind(QuestionKind::Question)),
        title(2, "gpf-kind", strings::THREATS),
        div("gpf-asked").all(of_kind(QuestionKind::Threat)),
        div("gpf-live gpf-result").set("hidden", ""),
    ]
}

fn question(question: &Question) -> Element {
    let hint = ["gpf-help-", &question.id].concat();
    let fieldset =
        classed("fieldset", "gpf-set gpf-question").child(classed("legend", "gpf-label").say(&question.text));
    let fieldset = match &question.help {
        Some(help) => {
            fieldset.set("aria-describedby", hint.clone()).child(classed("p", "gpf-hint").set("id", hint).say(help))
        }
        None => fieldset,
    };
    fieldset.child(div("gpf-checks").all(Reply::ALL.map(|it| reply(&question.id, it))))
}

fn reply(question: &str, reply: Reply) -> Element {
    let input = classed("input", "gpf-tick")
        .set("type", "radio")
        .set("name", ["gpf-reply-", question].concat())
        .set("value", reply.id());
    classed("label", "gpf-check").child(input).child(el("span").text(reply.label()))
}
