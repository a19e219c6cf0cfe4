//! What the requirements leave standing, and why.

use gpf_core::comparison::{Reason, Requirement, Shortlist, Standing, Subject, Verdict, Wanted};

use super::state::{State, plural};
use super::view::button;
use crate::ui::heading::heading;
use crate::ui::node::{Element, classed, el};

/// Every form or model with its verdict and the reasons for it; nothing where nothing is required.
pub(super) fn shortlist(state: &State, list: &Shortlist<'_>) -> Option<Element> {
    if list.requirements.is_empty() {
        return None;
    }
    let standings = list.standings.iter().map(|standing| {
        let reasons = standing.reasons.iter().map(|it| reason(state, it));
        classed("li", "gpf-standing")
            .child(el("strong").say(&standing.subject.name))
            .say(" ")
            .child(tag(standing))
            .child(classed("ul", "gpf-list").all(reasons))
    });
    Some(
        classed("div", "gpf-shortlist")
            .set("part", "shortlist")
            .child(heading(state.look.level_beneath(), "gpf-group", "Results for your requirements", ""))
            .child(el("p").set("role", "status").text(left(state, list)))
            .child_if(contradictions(state, list))
            .child(classed("ul", "gpf-plain").all(standings)),
    )
}

/// The verdict on a form or model, where anything is required.
pub(super) fn verdict(list: &Shortlist<'_>, subject: &Subject) -> Option<Element> {
    if list.requirements.is_empty() {
        return None;
    }
    list.standings.iter().find(|it| it.subject.id == subject.id).map(tag)
}

/// A verdict, readable without its colour.
fn tag(standing: &Standing<'_>) -> Element {
    let class = match standing.verdict {
        Verdict::Fits => "gpf-tag gpf-fits",
        Verdict::Conflicts => "gpf-tag gpf-conflicts",
        Verdict::NotStated => "gpf-tag",
    };
    classed("span", class).say(standing.label())
}

fn reason(state: &State, reason: &Reason<'_>) -> Element {
    let phrase = phrase(state, &reason.requirement);
    let cited = state.catalogue.cite_cell(reason.cell);
    let source = (!cited.is_empty()).then(|| classed("span", "gpf-small").text(["(", &cited, ")"].concat()));
    el("li")
        .text([&phrase, ". "].concat())
        .child(el("b").text([reason.label(), "."].concat()))
        .text([" ", &reason.cell.says, " "].concat())
        .child_if(source)
}

/// How a group says what it requires.
fn phrase(state: &State, requirement: &Requirement) -> String {
    let criterion = state.catalogue.criterion(&requirement.criterion);
    criterion.and_then(|it| it.phrase(requirement.wanted)).unwrap_or_default().to_owned()
}

fn left(state: &State, list: &Shortlist<'_>) -> String {
    let (left, all) = (list.left().count(), list.standings.len().to_string());
    [&*left.to_string(), " of ", &all, " ", plural(state.asked.kind), " could meet your requirements."].concat()
}

/// Which requirements can't be met together, where nothing is left.
fn contradictions(state: &State, list: &Shortlist<'_>) -> Option<Element> {
    if list.contradictions.is_empty() {
        return None;
    }
    let sets = list.contradictions.iter().map(|set| {
        let parts: Vec<String> = set.iter().map(|it| ["\"", &phrase(state, it), "\""].concat()).collect();
        let deeds = set.iter().map(|it| drop_button(state, it));
        let together = if set.len() == 1 {
            "No option meets this requirement: "
        } else {
            "These requirements cannot be met together: "
        };
        el("li").text([together, &parts.join(" and "), "."].concat()).child(classed("div", "gpf-buttons").all(deeds))
    });
    Some(classed("ul", "gpf-nothing gpf-plain").all(sets))
}

fn drop_button(state: &State, requirement: &Requirement) -> Element {
    let label = state.catalogue.criterion(&requirement.criterion).map_or("", |it| &it.label);
    let answer = if requirement.wanted == Wanted::No { " (no)" } else { "" };
    let label = ["Remove requirement: ", label, answer].concat();
    button("gpf-button", "drop", &label).set("data-id", requirement.criterion.clone())
}
