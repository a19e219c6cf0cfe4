//! The result of the requirements, and the reasons.

use gpf_domain::comparison::{Assessment, Reason, RequiredAnswer, Requirement, Shortlist, Subject, Verdict};

use super::parts::{disclosure, is_open};
use super::requirements::ID;
use crate::comparison::controls::Action;
use crate::comparison::state::State;
use crate::comparison::strings;
use crate::ui::action_id::DATA_ID;
use crate::ui::heading::heading;
use crate::ui::strings::OF;
use crate::ui::vdom::{VElement, action_button, el, el_class};

/// The forms that fit, best first, and those that are ruled out, each with the reasons. `None` without requirements.
pub(super) fn shortlist(state: &State, list: &Shortlist<'_>) -> Option<VElement> {
    if list.requirements.is_empty() {
        return None;
    }
    let title = heading(state.settings.child_heading_level(), "gpf-group", strings::RESULTS, "");
    let said = el_class("p", "gpf-left").text(remaining_summary(state, list));
    // While the requirements are open, the line under them announces it.
    let said = if is_open(state, ID) { said } else { said.attr("role", "status") };
    let (mut remaining, mut out) = (Vec::new(), Vec::new());
    for it in list.by_fit() {
        let list = if it.verdict == Verdict::Conflicts { &mut out } else { &mut remaining };
        list.push(assessment_item(state, it));
    }
    Some(
        el_class("div", "gpf-shortlist")
            .attr("part", "shortlist")
            .child(title.attr("tabindex", "-1"))
            .child(said)
            .child_opt(contradictions(state, list))
            .child_opt(part(state, strings::REMAINING, remaining))
            .child_opt(part(state, strings::RULED_OUT, out)),
    )
}

fn part(state: &State, title: &str, assessments: Vec<VElement>) -> Option<VElement> {
    let title = heading(state.settings.child_heading_level() + 1, "gpf-kind", title, "");
    (!assessments.is_empty()).then(|| el("div").child(title).child(el_class("ul", "gpf-plain").extend(assessments)))
}

/// A form or model: its verdict, the reasons and, in details, all checks.
fn assessment_item(state: &State, assessment: &Assessment<'_>) -> VElement {
    let decisive = assessment.decisive();
    let short =
        decisive.iter().map(|it| el("li").text([&phrase(state, &it.requirement), ": ", &it.cell.explanation].concat()));
    let id = ["checks-", &assessment.subject.id].concat();
    let title = match assessment.reasons.len() {
        1 => strings::ONE_CHECK.to_owned(),
        count => [strings::ALL, &count.to_string(), strings::CHECKS].concat(),
    };
    let of = el_class("span", "gpf-visually-hidden").text([OF, &*assessment.subject.name].concat());
    let line = el("summary").text(title).child(of);
    let checks = el_class("ul", "gpf-list").extend(assessment.reasons.iter().map(|it| reason(state, it)));
    el_class("li", "gpf-standing")
        .child(el("strong").text_owned(&assessment.subject.name))
        .text(" ")
        .child(verdict_tag(assessment))
        .child(el_class("ul", "gpf-list gpf-decisive").extend(short).prop_bool("hidden", decisive.is_empty()))
        .child(disclosure(state, &id, "gpf-checked", line, checks))
}

/// The verdict on a form or model, if there are requirements.
pub(super) fn verdict(list: &Shortlist<'_>, subject: &Subject) -> Option<VElement> {
    if list.requirements.is_empty() {
        return None;
    }
    list.assessments.iter().find(|it| it.subject.id == subject.id).map(verdict_tag)
}

/// Whether this answer of the form or model is what rules it out.
pub(super) fn rules_out(list: &Shortlist<'_>, subject: &Subject, criterion: &str) -> bool {
    let is_it = |it: &Reason<'_>| it.requirement.criterion == criterion && it.verdict == Verdict::Conflicts;
    list.assessments.iter().any(|it| it.subject.id == subject.id && it.reasons.iter().any(is_it))
}

/// A verdict that is readable without its colour.
fn verdict_tag(assessment: &Assessment<'_>) -> VElement {
    let class = match assessment.verdict {
        Verdict::Fits => "gpf-tag gpf-fits",
        Verdict::Conflicts => "gpf-tag gpf-conflicts",
        Verdict::NotStated => "gpf-tag",
    };
    el_class("span", class).text(assessment.tag())
}

fn reason(state: &State, reason: &Reason<'_>) -> VElement {
    let phrase = phrase(state, &reason.requirement);
    let cited = state.catalogue.cite_cell(reason.cell);
    let source = (!cited.is_empty()).then(|| el_class("span", "gpf-small").text(["(", &cited, ")"].concat()));
    el("li")
        .text([&phrase, ". "].concat())
        .child(el("b").text([reason.label(), "."].concat()))
        .text([" ", &reason.cell.explanation, " "].concat())
        .child_opt(source)
}

/// A requirement in the words of a group.
fn phrase(state: &State, requirement: &Requirement) -> String {
    let criterion = state.catalogue.criterion(&requirement.criterion);
    criterion.and_then(|it| it.phrase(requirement.wanted)).unwrap_or_default().to_owned()
}

fn remaining_summary(state: &State, list: &Shortlist<'_>) -> String {
    let (left, all) = (list.remaining().count(), list.assessments.len().to_string());
    [&*left.to_string(), OF, &all, " ", strings::plural(state.selection.kind), strings::COULD_MEET].concat()
}

/// Which requirements cannot be met together, if no form is left.
fn contradictions(state: &State, list: &Shortlist<'_>) -> Option<VElement> {
    if list.contradictions.is_empty() {
        return None;
    }
    let sets = list.contradictions.iter().map(|set| {
        let parts: Vec<String> = set.iter().map(|it| ["\"", &phrase(state, it), "\""].concat()).collect();
        let buttons = set.iter().map(|it| drop_button(state, it));
        let together = if set.len() == 1 { strings::NO_OPTION } else { strings::NOT_TOGETHER };
        el("li")
            .text([together, &parts.join(strings::AND), "."].concat())
            .child(el_class("div", "gpf-buttons").extend(buttons))
    });
    Some(el_class("ul", "gpf-nothing gpf-plain").extend(sets))
}

fn drop_button(state: &State, requirement: &Requirement) -> VElement {
    let label = state.catalogue.criterion(&requirement.criterion).map_or("", |it| &it.label);
    let answer = if requirement.wanted == RequiredAnswer::No { strings::REQUIRED_NO } else { "" };
    let label = [strings::REMOVE_REQUIREMENT, label, answer].concat();
    action_button("gpf-button", Action::RemoveRequirement, label).attr(DATA_ID, requirement.criterion.clone())
}
