//! The comparison as plain tables and lists, for browsers that cannot run wasm.

use gpf_domain::comparison::{Answer, Catalogue, NOT_LEGAL_ADVICE, QUESTION_HEADING, SubjectKind};

use super::cases::case_details;
use super::findings::finding_lists;
use crate::comparison::strings;
use crate::ui::heading::heading;
use crate::ui::vdom::{VElement, el, el_class, scroll_region};

/// A table of all forms and one of all models, the findings about each of them, and the case studies.
#[must_use]
pub fn fallback(all: &Catalogue, level: u8) -> VElement {
    let mut node = el("div");
    for kind in SubjectKind::ALL {
        node = node.child(table(all, kind));
        for subject in all.subjects(kind) {
            let summary = [&subject.summary, " ", subject.note.as_deref().unwrap_or_default()].concat();
            node = node
                .child(heading(level, "gpf-group", &subject.name, ""))
                .child(el("p").text(summary))
                .extend(finding_lists(all, subject, level + 1));
        }
    }
    node = node.child(heading(level, "gpf-group", strings::CASES, ""));
    for case in &all.cases {
        node = node.child(heading(level + 1, "gpf-kind", &case.name, "")).extend(case_details(all, case));
    }
    node.child(el_class("p", "gpf-footer gpf-small gpf-not-advice").text(NOT_LEGAL_ADVICE))
}

fn table(all: &Catalogue, kind: SubjectKind) -> VElement {
    let subjects = all.subjects(kind);
    let column = |name: &str| el("th").attr("scope", "col").text_owned(name);
    let head = el("tr").child(column(QUESTION_HEADING)).extend(subjects.iter().map(|it| column(&it.name)));
    let rows = all.criteria(kind).map(|criterion| {
        let cells = subjects.iter().filter_map(|subject| {
            let cell = all.cell(&subject.id, &criterion.id)?;
            let node = el("td").attr("data-column", subject.name.clone());
            if cell.answer == Answer::NotStated {
                return Some(node.text(cell.answer.label()));
            }
            let cited = el_class("span", "gpf-small gpf-cited").text(all.cite_cell(cell));
            Some(node.text([cell.answer.label(), ". ", &cell.explanation].concat()).child(cited))
        });
        el("tr").child(el("th").attr("scope", "row").text_owned(&criterion.question)).extend(cells)
    });
    let table = el_class("table", "gpf-table")
        .child(el_class("caption", "gpf-caption").text(strings::caption(kind)))
        .child(el("thead").child(head))
        .child(el("tbody").extend(rows));
    scroll_region(strings::caption(kind)).child(table)
}
