//! What the requirements leave standing, and why.

use gpf_core::comparison::{Reason, Requirement, Shortlist, Standing, Verdict, Wanted};
use leptos::prelude::*;

use super::state::{State, plural};
use crate::ui::heading::heading;

/// Every form or model with its verdict and the reasons for it; nothing where nothing is required.
pub(super) fn shortlist(state: &State, list: &Shortlist<'_>) -> impl IntoView + use<> {
    if list.requirements.is_empty() {
        return None;
    }
    let standings = list
        .standings
        .iter()
        .map(|standing| {
            let reasons = standing.reasons.iter().map(|it| reason(state, it)).collect_view();
            view! {
                <li class="gpf-standing">
                    <strong>{standing.subject.name.clone()}</strong>" "{tag(standing)}
                    <ul class="gpf-list">{reasons}</ul>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <div class="gpf-shortlist" part="shortlist">
            {heading(state.look.heading_level + 1, "gpf-group", "What your requirements leave", "")}
            <p role="status">{left(state, list)}</p>
            {contradictions(state, list)}
            <ul class="gpf-plain">{standings}</ul>
        </div>
    })
}

/// A verdict, readable without its colour.
pub(super) fn tag(standing: &Standing<'_>) -> impl IntoView + use<> {
    let class = match standing.verdict {
        Verdict::Fits => "gpf-tag gpf-fits",
        Verdict::Conflicts => "gpf-tag gpf-conflicts",
        Verdict::NotStated => "gpf-tag",
    };
    view! { <span class=class>{standing.label()}</span> }
}

fn reason(state: &State, reason: &Reason<'_>) -> impl IntoView + use<> {
    let phrase = phrase(state, &reason.requirement);
    let cited = state.catalogue.cite_cell(reason.cell);
    let says = [&phrase, ": ", &reason.label().to_lowercase(), ". ", &reason.cell.says].concat();
    let source = (!cited.is_empty()).then(|| view! { " "<span class="gpf-small">{["(", &cited, ")"].concat()}</span> });
    view! { <li>{says}{source}</li> }
}

/// How a group says what it requires.
fn phrase(state: &State, requirement: &Requirement) -> String {
    let criterion = state.catalogue.criterion(&requirement.criterion);
    criterion.and_then(|it| it.phrase(requirement.wanted)).unwrap_or_default().to_owned()
}

fn left(state: &State, list: &Shortlist<'_>) -> String {
    let (left, all) = (list.left().count().to_string(), list.standings.len().to_string());
    [&*left, " of ", &all, " ", plural(state.asked.kind), " are not ruled out."].concat()
}

/// Which requirements can't be met together, where nothing is left.
fn contradictions(state: &State, list: &Shortlist<'_>) -> Option<impl IntoView + use<>> {
    if list.contradictions.is_empty() {
        return None;
    }
    let sets = list
        .contradictions
        .iter()
        .map(|set| {
            let parts: Vec<String> = set.iter().map(|it| ["“", &phrase(state, it), "”"].concat()).collect();
            let deeds = set.iter().map(|it| drop_button(state, it)).collect_view();
            let together = if set.len() == 1 { "Nothing meets " } else { "These cannot be met together: " };
            view! { <li>{[together, &parts.join(" and "), "."].concat()}<div class="gpf-buttons">{deeds}</div></li> }
        })
        .collect_view();
    Some(view! { <ul class="gpf-nothing gpf-plain">{sets}</ul> })
}

fn drop_button(state: &State, requirement: &Requirement) -> impl IntoView + use<> {
    let label = state.catalogue.criterion(&requirement.criterion).map_or("", |it| &it.label);
    let answer = if requirement.wanted == Wanted::No { " (no)" } else { "" };
    let label = ["Take back: ", label, answer].concat();
    let id = requirement.criterion.clone();
    view! { <button class="gpf-button" type="button" part="button" data-do="drop" data-id=id>{label}</button> }
}
