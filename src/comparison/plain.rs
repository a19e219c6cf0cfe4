//! The comparison as plain tables and lists: what is there where wasm can't run.

use gpf_core::comparison::{Answer, Catalogue, NOT_LEGAL_ADVICE, SubjectKind};

use super::cases::about;
use super::findings::lists;
use super::state::caption;
use crate::ui::node::{Node, el, heading};

/// Everything: a table of all forms and one of all models, what the sources say of each, and the case studies.
#[must_use]
pub fn plain(all: &Catalogue, level: u8) -> Node {
    let mut node = el("div", "");
    for kind in SubjectKind::ALL {
        node = node.hold(table(all, kind));
        for subject in all.subjects(kind) {
            let summary = [&subject.summary, " ", subject.note.as_deref().unwrap_or_default()].concat();
            node = node.hold(heading(level, "gpf-group", &subject.name)).hold(el("p", "").say(summary)).all(lists(
                all,
                subject,
                level + 1,
            ));
        }
    }
    node = node.hold(heading(level, "gpf-group", "Case studies"));
    for case in &all.cases {
        node = node.hold(heading(level + 1, "gpf-kind", &case.name)).all(about(all, case));
    }
    node.hold(el("p", "gpf-footer gpf-small gpf-not-advice").say(NOT_LEGAL_ADVICE))
}

fn table(all: &Catalogue, kind: SubjectKind) -> Node {
    let subjects = all.subjects(kind);
    let column = |name: &str| el("th", "").with("scope", "col").say(name);
    let head = el("tr", "").hold(column("Question")).all(subjects.iter().map(|it| column(&it.name)));
    let rows = all.criteria(kind).map(|criterion| {
        let cells = subjects.iter().filter_map(|subject| {
            let cell = all.cell(&subject.id, &criterion.id)?;
            let node = el("td", "").with("data-of", &*subject.name);
            if cell.answer == Answer::NotStated {
                return Some(node.say(cell.answer.label()));
            }
            let cited = el("span", "gpf-small gpf-cited").say(all.cite_cell(cell));
            Some(node.say([cell.answer.label(), ". ", &cell.says].concat()).hold(cited))
        });
        el("tr", "").hold(el("th", "").with("scope", "row").say(&*criterion.question)).all(cells)
    });
    let table = el("table", "gpf-table")
        .hold(el("caption", "gpf-caption").say(caption(kind)))
        .hold(el("thead", "").hold(head))
        .hold(el("tbody", "").all(rows));
    el("div", "gpf-scroll").with("role", "region").with("tabindex", "0").with("aria-label", caption(kind)).hold(table)
}
