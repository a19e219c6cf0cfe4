//! What the requirements leave standing, and why.

use gpf_core::comparison::{Reason, Requirement, Shortlist, Standing, Subject, Verdict, Wanted};

use super::state::{State, plural};
use super::view::button;
use crate::ui::node::{Node, el, heading};

/// Every form or model with its verdict and the reasons for it; nothing where nothing is required.
pub(super) fn shortlist(state: &State, list: &Shortlist<'_>) -> Option<Node> {
    if list.requirements.is_empty() {
        return None;
    }
    let standings = list.standings.iter().map(|standing| {
        let reasons = standing.reasons.iter().map(|it| reason(state, it));
        el("li", "gpf-standing")
            .hold(el("strong", "").say(&*standing.subject.name))
            .say(" ")
            .hold(tag(standing))
            .hold(el("ul", "gpf-list").all(reasons))
    });
    Some(
        el("div", "gpf-shortlist")
            .with("part", "shortlist")
            .hold(heading(state.look.heading_level + 1, "gpf-group", "What your requirements leave"))
            .hold(el("p", "").with("role", "status").say(left(state, list)))
            .maybe(contradictions(state, list))
            .hold(el("ul", "gpf-plain").all(standings)),
    )
}

/// The verdict on a form or model, where anything is required.
pub(super) fn verdict(list: &Shortlist<'_>, subject: &Subject) -> Option<Node> {
    if list.requirements.is_empty() {
        return None;
    }
    list.standings.iter().find(|it| it.subject.id == subject.id).map(tag)
}

/// A verdict, readable without its colour.
fn tag(standing: &Standing<'_>) -> Node {
    let class = match standing.verdict {
        Verdict::Fits => "gpf-tag gpf-fits",
        Verdict::Conflicts => "gpf-tag gpf-conflicts",
        Verdict::NotStated => "gpf-tag",
    };
    el("span", class).say(standing.label())
}

fn reason(state: &State, reason: &Reason<'_>) -> Node {
    let phrase = phrase(state, &reason.requirement);
    let cited = state.catalogue.cite_cell(reason.cell);
    let source = (!cited.is_empty()).then(|| el("span", "gpf-small").say(["(", &cited, ")"].concat()));
    el("li", "")
        .say([&phrase, ". "].concat())
        .hold(el("b", "").say([reason.label(), "."].concat()))
        .say([" ", &reason.cell.says, " "].concat())
        .maybe(source)
}

/// How a group says what it requires.
fn phrase(state: &State, requirement: &Requirement) -> String {
    let criterion = state.catalogue.criterion(&requirement.criterion);
    criterion.and_then(|it| it.phrase(requirement.wanted)).unwrap_or_default().to_owned()
}

fn left(state: &State, list: &Shortlist<'_>) -> String {
    let (left, all) = (list.left().count(), list.standings.len().to_string());
    let are = if left == 1 { " is not ruled out." } else { " are not ruled out." };
    [&*left.to_string(), " of ", &all, " ", plural(state.asked.kind), are].concat()
}

/// Which requirements can't be met together, where nothing is left.
fn contradictions(state: &State, list: &Shortlist<'_>) -> Option<Node> {
    if list.contradictions.is_empty() {
        return None;
    }
    let sets = list.contradictions.iter().map(|set| {
        let parts: Vec<String> = set.iter().map(|it| ["“", &phrase(state, it), "”"].concat()).collect();
        let deeds = set.iter().map(|it| drop_button(state, it));
        let together = if set.len() == 1 { "Nothing meets " } else { "These cannot be met together: " };
        el("li", "").say([together, &parts.join(" and "), "."].concat()).hold(el("div", "gpf-buttons").all(deeds))
    });
    Some(el("ul", "gpf-nothing gpf-plain").all(sets))
}

fn drop_button(state: &State, requirement: &Requirement) -> Node {
    let label = state.catalogue.criterion(&requirement.criterion).map_or("", |it| &it.label);
    let answer = if requirement.wanted == Wanted::No { " (no)" } else { "" };
    let label = ["Take back: ", label, answer].concat();
    button("gpf-button", "drop", &label).with("data-id", &*requirement.criterion)
}
