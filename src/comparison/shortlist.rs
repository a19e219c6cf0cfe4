//! What the requirements leave standing, and why.

use gpf_core::comparison::{Reason, Requirement, Shortlist, Standing, Subject, Verdict, Wanted};

use super::requirements::ID;
use super::state::{State, plural};
use super::view::{button, is_open, opens};
use crate::ui::heading::heading;
use crate::ui::node::{Element, classed, el};

/// What is left, what fits best first, and what is ruled out; each with what decides it. Nothing where nothing is
/// required.
pub(super) fn shortlist(state: &State, list: &Shortlist<'_>) -> Option<Element> {
    if list.requirements.is_empty() {
        return None;
    }
    let title = heading(state.look.level_beneath(), "gpf-group", "Results for your requirements", "");
    let said = classed("p", "gpf-left").text(left(state, list));
    // While the requirements are open, the line under them says it.
    let said = if is_open(state, ID) { said } else { said.set("role", "status") };
    let (mut remaining, mut out) = (Vec::new(), Vec::new());
    for it in list.by_fit() {
        let list = if it.verdict == Verdict::Conflicts { &mut out } else { &mut remaining };
        list.push(standing(state, it));
    }
    Some(
        classed("div", "gpf-shortlist")
            .set("part", "shortlist")
            .child(title.set("tabindex", "-1"))
            .child(said)
            .child_if(contradictions(state, list))
            .child_if(part(state, "Remaining", remaining))
            .child_if(part(state, "Ruled out", out)),
    )
}

fn part(state: &State, title: &str, standings: Vec<Element>) -> Option<Element> {
    let title = heading(state.look.level_beneath() + 1, "gpf-kind", title, "");
    (!standings.is_empty()).then(|| el("div").child(title).child(classed("ul", "gpf-plain").all(standings)))
}

/// A form or model: how it stands, what decides that, and behind a line of its own everything that was asked.
fn standing(state: &State, standing: &Standing<'_>) -> Element {
    let decisive = standing.decisive();
    let short = decisive.iter().map(|it| {
        let says = if it.cell.says.is_empty() { "No source says." } else { &it.cell.says };
        el("li").text([&phrase(state, &it.requirement), ": ", says].concat())
    });
    let id = ["checks-", &standing.subject.id].concat();
    let title = match standing.reasons.len() {
        1 => "The check and its sources".to_owned(),
        count => ["All ", &count.to_string(), " checks and their sources"].concat(),
    };
    let of = classed("span", "gpf-visually-hidden").text([" of ", &*standing.subject.name].concat());
    let line = el("summary").text(title).child(of);
    let checks = classed("ul", "gpf-list").all(standing.reasons.iter().map(|it| reason(state, it)));
    classed("li", "gpf-standing")
        .child(el("strong").say(&standing.subject.name))
        .say(" ")
        .child(tag(standing))
        .child(classed("ul", "gpf-list gpf-decisive").all(short).is("hidden", decisive.is_empty()))
        .child(opens(state, &id, "gpf-checked", line, checks))
}

/// The verdict on a form or model, where anything is required.
pub(super) fn verdict(list: &Shortlist<'_>, subject: &Subject) -> Option<Element> {
    if list.requirements.is_empty() {
        return None;
    }
    list.standings.iter().find(|it| it.subject.id == subject.id).map(tag)
}

/// Where an answer of this form or model is what rules it out.
pub(super) fn rules_out(list: &Shortlist<'_>, subject: &Subject, criterion: &str) -> bool {
    let is_it = |it: &Reason<'_>| it.requirement.criterion == criterion && it.verdict == Verdict::Conflicts;
    list.standings.iter().any(|it| it.subject.id == subject.id && it.reasons.iter().any(is_it))
}

/// A verdict, readable without its colour.
fn tag(standing: &Standing<'_>) -> Element {
    let class = match standing.verdict {
        Verdict::Fits => "gpf-tag gpf-fits",
        Verdict::Conflicts => "gpf-tag gpf-conflicts",
        Verdict::NotStated => "gpf-tag",
    };
    classed("span", class).text(standing.tag())
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
