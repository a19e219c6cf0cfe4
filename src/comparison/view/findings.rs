//! The findings about each form or model: advantages, disadvantages and others.

use gpf_domain::comparison::{Catalogue, Finding, FindingKind, Shortlist, Subject};
use gpf_domain::directory::LegalForm;
use gpf_domain::format;

use super::parts::disclosure;
use super::shortlist::verdict;
use crate::comparison::controls::Action;
use crate::comparison::state::State;
use crate::comparison::strings;
use crate::ui::action_id::DATA_ID;
use crate::ui::heading::heading;
use crate::ui::link::external;
use crate::ui::vdom::{VElement, action_button, el, el_class};

/// A section for each form or model that is compared.
pub(super) fn findings(state: &State, shortlist: &Shortlist<'_>) -> VElement {
    let sections = state.subjects().into_iter().map(|subject| {
        let name = el_class("span", "gpf-name").text_owned(&subject.name);
        let line = el_class("summary", "gpf-summary").child(name).text(" ").child_opt(verdict(shortlist, subject));
        disclosure(state, &subject.id, "gpf-more-about", line, subject_details(state, subject))
    });
    el_class("div", "gpf-findings")
        .child(heading(state.settings.child_heading_level(), "gpf-group", strings::FINDINGS, ""))
        .extend(sections)
}

fn subject_details(state: &State, subject: &Subject) -> VElement {
    let called = subject.also_called.join(", ");
    let called = if called.is_empty() { called } else { [strings::ALSO_CALLED, &called, ". "].concat() };
    let note = subject.note.as_deref().unwrap_or_default();
    let level = state.settings.child_heading_level() + 1;
    el_class("div", "gpf-inside")
        .child(el("p").text_owned(&subject.summary))
        .child(el_class("p", "gpf-small").text([&called, note].concat()))
        .extend(finding_lists(&state.catalogue, subject, level))
        .extend(federations_with_form(state, subject, level))
}

/// The findings, with a heading for each kind.
pub(super) fn finding_lists(all: &Catalogue, subject: &Subject, level: u8) -> Vec<VElement> {
    let mut nodes = Vec::new();
    for kind in FindingKind::ALL {
        let found: Vec<VElement> = all.findings_about(&subject.id, kind).map(|it| finding(all, it)).collect();
        if !found.is_empty() {
            nodes.push(heading(level, "gpf-kind", kind.heading(), ""));
            nodes.push(el_class("ul", "gpf-list").extend(found));
        }
    }
    nodes
}

/// A statement, later changes to it, and its source.
pub(super) fn finding(all: &Catalogue, finding: &Finding) -> VElement {
    let url = all.source(&finding.source).and_then(|source| source.url.as_deref());
    let cited = el_class("span", "gpf-small");
    let cited = match url {
        Some(url) => cited.child(external(url.to_owned(), all.cite(finding))),
        None => cited.text(all.cite(finding)),
    };
    el("li").text([&finding.text, " "].concat()).extend(staleness_note(finding.note.as_deref())).child(cited)
}

/// A note on what has changed since a statement was made.
pub(super) fn staleness_note(note: Option<&str>) -> Option<VElement> {
    note.map(|note| el("em").text([note, " "].concat()))
}

/// The federations in the list that have this form.
fn federations_with_form(state: &State, subject: &Subject, level: u8) -> Vec<VElement> {
    let form = LegalForm::parse(&subject.id);
    let names = form.map(|form| state.names.of_form(form).sentence()).unwrap_or_default();
    let is_company = form.is_some_and(|form| LegalForm::LIMITED_COMPANIES.contains(&form));
    let unsaid = if is_company { state.names.of_form(LegalForm::LimitedCompany).count } else { 0 };
    if names.is_empty() && unsaid == 0 {
        return Vec::new();
    }
    let form = if names.is_empty() { LegalForm::LimitedCompany.id() } else { &subject.id };
    let mut line = names;
    if unsaid > 0 {
        line.push_str(&format::count(unsaid, strings::UNSAID_ONE, strings::UNSAID));
    }
    let mut nodes = vec![heading(level, "gpf-kind", strings::FEDERATIONS, ""), el("p").text(line)];
    if state.has_finder {
        nodes.push(
            action_button("gpf-button gpf-find", Action::ShowInFinder, strings::SHOW_IN_FINDER)
                .attr(DATA_ID, form.to_owned()),
        );
    }
    nodes
}
