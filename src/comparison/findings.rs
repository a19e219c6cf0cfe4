//! What the sources say of each form or model: for it, against it, and besides.

use gpf_core::comparison::{Catalogue, Finding, FindingKind, Shortlist, Subject};
use gpf_core::directory::LegalForm;
use gpf_core::wording;

use super::shortlist::verdict;
use super::state::{Examples, State};
use super::view::{button, opens};
use crate::ui::heading::heading;
use crate::ui::node::{Element, classed, el};

/// A section for each form or model that is compared.
pub(super) fn findings(state: &State, shortlist: &Shortlist<'_>) -> Element {
    let sections = state.subjects().into_iter().map(|subject| {
        let name = classed("span", "gpf-name").say(&subject.name);
        let line = classed("summary", "gpf-summary").child(name).say(" ").child_if(verdict(shortlist, subject));
        opens(state, &subject.id, "gpf-more-about", line, about(state, subject))
    });
    classed("div", "gpf-findings")
        .child(heading(state.look.level_beneath(), "gpf-group", "Advantages and disadvantages", ""))
        .all(sections)
}

fn about(state: &State, subject: &Subject) -> Element {
    let called = subject.also_called.join(", ");
    let called = if called.is_empty() { called } else { ["Also called: ", &called, ". "].concat() };
    let note = subject.note.as_deref().unwrap_or_default();
    let level = state.look.level_beneath() + 1;
    classed("div", "gpf-inside")
        .child(el("p").say(&subject.summary))
        .child(classed("p", "gpf-small").text([&called, note].concat()))
        .all(lists(&state.catalogue, subject, level))
        .all(examples(state, subject, level))
}

/// The findings, each kind of them under its heading.
pub(super) fn lists(all: &Catalogue, subject: &Subject, level: u8) -> Vec<Element> {
    let mut nodes = Vec::new();
    for kind in FindingKind::ALL {
        let found: Vec<Element> = all.findings_about(&subject.id, kind).map(|it| finding(all, it)).collect();
        if !found.is_empty() {
            nodes.push(heading(level, "gpf-kind", kind.heading(), ""));
            nodes.push(classed("ul", "gpf-list").all(found));
        }
    }
    nodes
}

/// A statement, what has become of it since, and where it comes from.
pub(super) fn finding(all: &Catalogue, finding: &Finding) -> Element {
    let url = all.source(&finding.source).and_then(|source| source.url.as_deref());
    // It opens in the same window, as links do; `noreferrer` because an intranet's address is nobody else's business.
    let cited = classed("span", "gpf-small");
    let cited = match url {
        Some(url) => cited.child(el("a").set("href", url.to_owned()).set("rel", "noreferrer").text(all.cite(finding))),
        None => cited.text(all.cite(finding)),
    };
    el("li").text([&finding.text, " "].concat()).all(aged(finding.note.as_deref())).child(cited)
}

/// What has become of a statement since it was made.
pub(super) fn aged(note: Option<&str>) -> Option<Element> {
    note.map(|note| el("em").text([note, " "].concat()))
}

const UNSAID: &str = "federations are limited companies, but their sources do not say if they are limited by shares or by \
                      guarantee.";
const UNSAID_ONE: &str =
    "federation is a limited company, but its source does not say if it is limited by shares or by guarantee.";

/// The federations of the list that have this form.
fn examples(state: &State, subject: &Subject, level: u8) -> Vec<Element> {
    let names = state.examples(&subject.id).map(Examples::sentence).unwrap_or_default();
    let companies = [LegalForm::CompanyLimitedByShares.id(), LegalForm::CompanyLimitedByGuarantee.id()];
    let is_company = companies.contains(&&*subject.id);
    let unsaid = state.examples(LegalForm::LimitedCompany.id()).filter(|_| is_company).map_or(0, |it| it.count);
    if names.is_empty() && unsaid == 0 {
        return Vec::new();
    }
    let form = if names.is_empty() { LegalForm::LimitedCompany.id() } else { &subject.id };
    let mut line = names;
    if unsaid > 0 {
        line.push_str(&wording::count(unsaid, UNSAID_ONE, UNSAID));
    }
    let mut nodes = vec![heading(level, "gpf-kind", "Federations with this legal form", ""), el("p").text(line)];
    if state.has_finder {
        nodes.push(
            button("gpf-button gpf-find", "find", "Show these federations in the finder")
                .set("data-id", form.to_owned()),
        );
    }
    nodes
}
