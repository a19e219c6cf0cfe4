//! Case studies: real bodies, with their figures.

use gpf_core::comparison::{Case, CaseLink, Catalogue, Figure, LinkBasis};
use gpf_core::wording;
use leptos::prelude::*;

use super::state::State;
use crate::ui::heading::heading;

/// The case studies of what is compared; those whose form or model no source names stand in a list of their own.
pub(super) fn cases(state: &State) -> impl IntoView + use<> {
    let (shown, apart) = split(state);
    let level = state.look.heading_level + 1;
    let count = shown.len();
    let of_these = (count > 0).then(|| {
        let all = shown.into_iter().map(|it| case(state, it)).collect_view();
        view! { {heading(level, "gpf-group", "Case studies of these", "")}{all} }
    });
    let apart = (!apart.is_empty()).then(|| {
        let all = apart.into_iter().map(|it| case(state, it)).collect_view();
        let title = "Other case studies, whose form or model is not stated";
        view! { {heading(level, "gpf-group", title, "")}{all} }
    });
    view! { <div class="gpf-cases">{of_these}{apart}</div> }
}

/// The cases of what is compared, and those of nothing of this kind.
pub(super) fn split(state: &State) -> (Vec<&Case>, Vec<&Case>) {
    let subjects = state.subjects();
    let all = &state.catalogue;
    let shown = all.cases.iter().filter(|it| subjects.iter().any(|subject| it.is_of(&subject.id))).collect();
    let of_kind = |it: &Case| all.subjects(state.asked.kind).iter().any(|subject| it.is_of(&subject.id));
    (shown, all.cases.iter().filter(|it| !of_kind(it)).collect())
}

fn case(state: &State, case: &Case) -> impl IntoView + use<> {
    let is_open = state.open.contains(&case.id);
    view! {
        <details class="gpf-more-about gpf-case" data-id=case.id.clone() prop:open=is_open>
            <summary class="gpf-summary">
                <span class="gpf-name">{case.name.clone()}</span>
                <span class="gpf-place">{case.place.clone()}</span>
            </summary>
            <div class="gpf-inside">{about(&state.catalogue, case)}</div>
        </details>
    }
}

/// All that the source says of a body.
pub(super) fn about(all: &Catalogue, case: &Case) -> impl IntoView + use<> {
    let links = case.links.iter().map(|it| link(all, it)).collect_view();
    let figures = case.figures.iter().map(figure).collect_view();
    let facts = case
        .facts
        .iter()
        .map(|it| view! { <li>{it.text.clone()}{it.note.as_ref().map(|note| view! { " "<em>{note.clone()}</em> })}</li> })
        .collect_view();
    let source = all.source(&case.source).map(|it| ["Source: ", &it.in_full(), "."].concat());
    view! {
        <p>{case.summary.clone()}</p>
        <p class="gpf-small">{case.note.clone()}</p>
        <dl class="gpf-figures">{links}{figures}</dl>
        <ul class="gpf-list">{facts}</ul>
        <p class="gpf-small">{source}</p>
    }
}

fn link(all: &Catalogue, link: &CaseLink) -> impl IntoView + use<> {
    let basis = if link.basis == LinkBasis::Inferred { "Inferred, not stated. " } else { "" };
    let note = [basis, link.note.as_deref().unwrap_or_default()].concat();
    let name = all.subject(&link.subject).map(|it| it.name.clone()).unwrap_or_default();
    line("Example of".to_owned(), name, &note)
}

fn figure(figure: &Figure) -> impl IntoView + use<> {
    let value = if figure.unit == "year" { figure.value.to_string() } else { wording::number(figure.value) };
    let qualifier = figure.qualifier.as_deref().unwrap_or_default();
    let space = if qualifier.is_empty() { "" } else { " " };
    let note = figure.note.as_deref().unwrap_or_default();
    line(figure.label.clone(), [qualifier, space, &value].concat(), note)
}

fn line(label: String, value: String, note: &str) -> impl IntoView + use<> {
    let note = (!note.is_empty()).then(|| view! { " "<span class="gpf-small">{["(", note.trim_end(), ")"].concat()}</span> });
    view! { <div class="gpf-fact"><dt>{label}</dt><dd>{value}{note}</dd></div> }
}
