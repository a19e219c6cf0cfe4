//! What the sources say of each form or model: for it, against it, and besides.

use gpf_core::comparison::{Catalogue, Finding, FindingKind, Shortlist, Subject};
use gpf_core::directory::LegalForm;
use leptos::prelude::*;

use super::shortlist::tag;
use super::state::State;
use crate::ui::heading::heading;
use crate::ui::linked::linked;

/// A section for each form or model that is compared.
pub(super) fn findings(state: &State, shortlist: &Shortlist<'_>) -> impl IntoView + use<> {
    let has_verdicts = !shortlist.requirements.is_empty();
    let sections = state
        .subjects()
        .into_iter()
        .map(|subject| {
            let standing = shortlist.standings.iter().find(|it| has_verdicts && it.subject.id == subject.id);
            let verdict = standing.map(|it| view! { " "{tag(it)} });
            let is_open = state.open.contains(&subject.id);
            view! {
                <details class="gpf-more-about" data-id=subject.id.clone() prop:open=is_open>
                    <summary class="gpf-summary"><span class="gpf-name">{subject.name.clone()}</span>{verdict}</summary>
                    <div class="gpf-inside">{about(state, subject)}</div>
                </details>
            }
        })
        .collect_view();
    view! {
        {heading(state.look.heading_level + 1, "gpf-group", "Advantages and disadvantages", "")}
        {sections}
    }
}

fn about(state: &State, subject: &Subject) -> impl IntoView + use<> {
    let called = subject.also_called.join(", ");
    let called = (!called.is_empty()).then(|| ["Also called: ", &called, ". "].concat());
    let level = state.look.heading_level + 2;
    view! {
        <p>{subject.summary.clone()}</p>
        <p class="gpf-small">{called}{subject.note.clone()}</p>
        {lists(&state.catalogue, subject, level)}
        {examples(state, subject, level)}
    }
}

/// The findings, each kind of them under its heading.
pub(super) fn lists(all: &Catalogue, subject: &Subject, level: u8) -> impl IntoView + use<> {
    FindingKind::ALL.map(|kind| {
        let found: Vec<_> = all.findings_about(&subject.id, kind).map(|it| finding(all, it)).collect();
        (!found.is_empty()).then(|| view! { {heading(level, "gpf-kind", kind.heading(), "")}<ul class="gpf-list">{found}</ul> })
    })
    .into_iter()
    .collect_view()
}

/// A statement, what has become of it since, and where it comes from.
pub(super) fn finding(all: &Catalogue, finding: &Finding) -> impl IntoView + use<> {
    let note = finding.note.as_ref().map(|note| view! { " "<em>{note.clone()}</em> });
    let url = all.source(&finding.source).and_then(|source| source.url.clone()).unwrap_or_default();
    view! {
        <li>{finding.text.clone()}{note}" "<span class="gpf-small">{linked(all.cite(finding), url)}</span></li>
    }
}

/// The federations of the list that have this form.
fn examples(state: &State, subject: &Subject, level: u8) -> Option<impl IntoView + use<>> {
    let names: Vec<&str> = state.federations_with(&subject.id).map(|it| it.name()).collect();
    let companies = [LegalForm::CompanyLimitedByShares.id(), LegalForm::CompanyLimitedByGuarantee.id()];
    let unsaid = if companies.contains(&&*subject.id) {
        state.federations_with(LegalForm::LimitedCompany.id()).count()
    } else {
        0
    };
    if names.is_empty() && unsaid == 0 {
        return None;
    }
    let mut text = if names.is_empty() { String::new() } else { [&names.join(", "), ". "].concat() };
    if unsaid > 0 {
        text.push_str(&unsaid.to_string());
        text.push_str(" more are limited companies; the sources do not say whether by shares or by guarantee.");
    }
    let form = if names.is_empty() { LegalForm::LimitedCompany.id().to_owned() } else { subject.id.clone() };
    let go = state.has_finder.then(|| {
        view! { <button class="gpf-button gpf-find" type="button" part="button" data-do="find" data-id=form>"Show them in the finder"</button> }
    });
    Some(view! { {heading(level, "gpf-kind", "Federations with this form", "")}<p>{text}</p>{go} })
}
