//! The requirements of a group of practices: a tick box for each, and their result, which is always in view.

use gpf_domain::comparison::{Criterion, RequiredAnswer, Shortlist, Verdict};

use super::parts::{disclosure, is_open};
use super::pickers::{check, check_input, fieldset};
use crate::comparison::controls::{Action, Field};
use crate::comparison::state::State;
use crate::comparison::strings;
use crate::ui::action_id::DATA_ID;
use crate::ui::strings::OF;
use crate::ui::vdom::{VElement, action_button, el, el_class};

/// The id of the details in the list of open ones. No form has this id.
pub(super) const ID: &str = "requirements";

/// The details with the questions.
///
/// The questions are built when the details are opened. Most users never open them, and browsers that offer to fill in
/// fields scan all fields of a page, even hidden ones, which blocks the page.
pub(super) fn requirements(state: &State, shortlist: &Shortlist<'_>) -> VElement {
    let count = state.selection.current().requirements.len();
    let title = match count {
        0 => strings::SET_REQUIREMENTS.to_owned(),
        count => [strings::YOUR_REQUIREMENTS, &count.to_string(), ")"].concat(),
    };
    let line = el_class("summary", "gpf-summary").child(el_class("span", "gpf-name").text(title));
    let inside = el_class("div", "gpf-inside");
    let inside = if is_open(state, ID) { questions(state, shortlist, inside) } else { inside };
    disclosure(state, ID, "gpf-more-about gpf-requirements", line, inside)
}

/// Adds the questions, under the same headings as the rows of the table, and the result.
///
/// A question with one answer for all is only named, because a requirement about it would rule nothing out. If the page's
/// address or options require it, it is here, so that it can be removed.
fn questions(state: &State, shortlist: &Shortlist<'_>, inside: VElement) -> VElement {
    let kind = state.selection.kind;
    let (mut criteria, mut same) = (Vec::new(), Vec::new());
    for it in state.catalogue.criteria(kind) {
        let is_required = || shortlist.requirements.iter().any(|one| one.criterion == it.id);
        if state.catalogue.has_different_answers(kind, &it.id) || is_required() {
            criteria.push(it);
        } else {
            same.push(&*it.label);
        }
    }
    let groups = criteria.chunk_by(|one, next| one.group == next.group).map(|group| {
        let questions = group.iter().map(|criterion| question(state, criterion));
        fieldset(&group[0].group, el_class("div", "gpf-wants").extend(questions))
    });
    inside
        .child(el("p").text(strings::SELECT_REQUIREMENTS))
        .child(el_class("div", "gpf-questions").extend(groups))
        .child(
            el_class("p", "gpf-small")
                .text([strings::SAME_ANSWER, strings::plural(kind), ": ", &same.join(", "), "."].concat()),
        )
        .child(outcome(shortlist))
}

/// A tick box or, if a group can require either answer, radio buttons for both answers and for no preference.
fn question(state: &State, criterion: &Criterion) -> VElement {
    let required =
        state.selection.current().requirements.iter().find(|it| it.criterion == criterion.id).map(|it| it.wanted);
    let Some(when_no) = &criterion.when_no else {
        return check(&criterion.when_yes, answer_input("checkbox", criterion, Some(RequiredAnswer::Yes), required));
    };
    let name = ["gpf-want-", &criterion.id].concat();
    let answers = [
        (Some(RequiredAnswer::Yes), &*criterion.when_yes),
        (Some(RequiredAnswer::No), when_no),
        (None, strings::NO_PREFERENCE),
    ];
    let answers = answers.map(|(answer, label)| {
        check(label, answer_input("radio", criterion, answer, required).attr("name", name.clone()))
    });
    fieldset(&criterion.label, el_class("div", "gpf-wants").extend(answers))
}

fn answer_input(
    kind: &'static str,
    criterion: &Criterion,
    answer: Option<RequiredAnswer>,
    required: Option<RequiredAnswer>,
) -> VElement {
    let value = answer.map_or("", RequiredAnswer::id);
    check_input(kind, Field::Requirement, value, required == answer).attr(DATA_ID, criterion.id.clone())
}

/// The result, in a line that stays in view while the questions are.
fn outcome(list: &Shortlist<'_>) -> VElement {
    let is_none = list.requirements.is_empty();
    let buttons = el_class("div", "gpf-picks")
        .child(action_button("gpf-link gpf-see", Action::ShowReasons, strings::SHOW_REASONS))
        .child(action_button("gpf-link gpf-clear", Action::Clear, strings::CLEAR_REQUIREMENTS))
        .prop_bool("hidden", is_none);
    let said = el_class("p", "gpf-remain").attr("role", "status").text(remain(list));
    el_class("div", "gpf-outcome").child(said).child(buttons)
}

/// "3 of 6 remain: Ltd by shares, Ltd by guarantee (fits, 1 condition), LLP (1 not stated)".
fn remain(list: &Shortlist<'_>) -> String {
    let all = list.assessments.len().to_string();
    if list.requirements.is_empty() {
        return [strings::ALL, &all, strings::ALL_REMAIN].concat();
    }
    let mut names = Vec::new();
    for it in list.by_fit() {
        if it.verdict != Verdict::Conflicts {
            let is_plain = it.verdict == Verdict::Fits && !it.is_conditional();
            let note = if is_plain { String::new() } else { [" (", &it.tag(), ")"].concat() };
            names.push([it.subject.short(), &note].concat());
        }
    }
    match names.len() {
        0 => [strings::NONE_OF, &all, strings::NONE_REMAINS].concat(),
        count => [
            &*count.to_string(),
            OF,
            &all,
            if count == 1 { strings::REMAINS } else { strings::REMAIN },
            &names.join(", "),
        ]
        .concat(),
    }
}
