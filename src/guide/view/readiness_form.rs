//! The questions of the readiness check, and the place of the result.

use gpf_domain::guide::readiness::Reply;
use gpf_domain::guide::{Guide, Question, QuestionKind};

use super::heading::title;
use crate::guide::strings;
use crate::ui::strings::OF;
use crate::ui::vdom::{VElement, div, el, el_class};

/// The questions, grouped by kind.
pub(super) fn readiness_form(guide: &Guide) -> Vec<VElement> {
    let of_kind = |kind| guide.questions.iter().filter(move |it| it.kind == kind);
    let all = of_kind(QuestionKind::Question).chain(of_kind(QuestionKind::Threat));
    let total = guide.questions.len().to_string();
    let questions = all.enumerate().map(|(at, it)| (it.kind, question(it, &(at + 1).to_string(), &total)));
    let (questions, threats): (Vec<_>, Vec<_>) = questions.partition(|it| it.0 == QuestionKind::Question);
    vec![
        div("gpf-asked").extend(questions.into_iter().map(|it| it.1)),
        title(2, "gpf-kind", strings::THREATS),
        div("gpf-asked").extend(threats.into_iter().map(|it| it.1)),
        div("gpf-live gpf-result").attr("hidden", ""),
    ]
}

fn question(question: &Question, number: &str, total: &str) -> VElement {
    let hint = ["gpf-help-", &question.id].concat();
    let number = el_class("span", "gpf-small").text([strings::QUESTION, number, OF, total].concat());
    let legend = el_class("legend", "gpf-label").child(number).text(" ").child(el("span").text_owned(&question.text));
    let fieldset = el_class("fieldset", "gpf-set gpf-question").child(legend);
    let fieldset = match &question.help {
        Some(help) => fieldset
            .attr("aria-describedby", hint.clone())
            .child(el_class("p", "gpf-hint").attr("id", hint).text_owned(help)),
        None => fieldset,
    };
    fieldset.child(div("gpf-checks").extend(Reply::ALL.map(|it| reply(&question.id, it))))
}

fn reply(question: &str, reply: Reply) -> VElement {
    let input = el_class("input", "gpf-tick")
        .attr("type", "radio")
        .attr("name", ["gpf-reply-", question].concat())
        .attr("value", reply.id());
    el_class("label", "gpf-check").child(input).child(el("span").text(reply.label()))
}
