//! The comparison as plain tables and lists: what is there where wasm can't run.

use gpf_core::comparison::{Answer, Catalogue, NOT_LEGAL_ADVICE, SubjectKind};

use super::cases::about;
use super::findings::lists;
use super::state::caption;
use crate::ui::heading::heading;
use crate::ui::node::{Element, classed, el, scroll};

/// Everything: a table of all forms and one of all models, what the sources say of each, and the case studies.
#[must_use]
pub fn plain(all: &Catalogue, level: u8) -> Element {
    let mut node = el("div");
    for kind in SubjectKind::ALL {
        node = node.child(table(all, kind));
        for subject in all.subjects(kind) {
            let summary = [&subject.summary, " ", subject.note.as_deref().unwrap_or_default()].concat();
            node = node.child(heading(level, "gpf-group", &subject.name, "")).child(el("p").text(summary)).all(lists(
                all,
                subject,
                level + 1,
            ));
        }
    }
    node = node.child(heading(level, "gpf-group", "Case studies", ""));
    for case in &all.cases {
        node = node.child(heading(level + 1, "gpf-kind", &case.name, "")).all(about(all, case));
    }
    node.child(classed("p", "gpf-footer gpf-small gpf-not-advice").say(NOT_LEGAL_ADVICE))
}

fn table(all: &Catalogue, kind: SubjectKind) -> Element {
    let subjects = all.subjects(kind);
    let column = |name: &str| el("th").set("scope", "col").say(name);
    let head = el("tr").child(column("Question")).all(subjects.iter().map(|it| column(&it.name)));
    let rows = all.criteria(kind).map(|criterion| {
        let cells = subjects.iter().filter_map(|subject| {
            let cell = all.cell(&subject.id, &criterion.id)?;
            let node = el("td").set("data-of", subject.name.clone());
            if cell.answer == Answer::NotStated {
                return Some(node.say(cell.answer.label()));
            }
            let cited = classed("span", "gpf-small gpf-cited").text(all.cite_cell(cell));
            Some(node.text([cell.answer.label(), ". ", &cell.says].concat()).child(cited))
        });
        el("tr").child(el("th").set("scope", "row").say(&criterion.question)).all(cells)
    });
    let table = classed("table", "gpf-table")
        .child(classed("caption", "gpf-caption").say(caption(kind)))
        .child(el("thead").child(head))
        .child(el("tbody").all(rows));
    scroll(caption(kind)).child(table)
}
