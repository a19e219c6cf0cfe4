//! The table: a row a question, a column a form or a model.
//!
//! On a narrow page the style sheet stacks it. A table whose parts aren't shown as one loses its meaning in some
//! browsers, so the roles are written out.

use gpf_core::comparison::{Answer, Cell, Matrix, MatrixRow, Shortlist};

use super::findings::finding;
use super::shortlist::verdict;
use super::state::{State, caption};
use super::view::button;
use crate::ui::node::{Node, el};

/// The table, in a box that scrolls sideways where the columns don't fit.
pub(super) fn table(state: &State, matrix: &Matrix<'_>, shortlist: &Shortlist<'_>) -> Node {
    let headers = matrix.subjects.iter().map(|subject| {
        let verdict = verdict(shortlist, subject).map(|tag| el("span", "gpf-verdict").hold(tag));
        column(&subject.name).maybe(verdict)
    });
    let span = matrix.subjects.len() + 1;
    let groups = matrix.rows.chunk_by(|one, next| one.criterion.group == next.criterion.group).map(|rows| {
        let title = el("th", "")
            .with("scope", "rowgroup")
            .with("role", "rowheader")
            .with("colspan", span.to_string())
            .say(&*rows[0].criterion.group);
        el("tbody", "")
            .with("role", "rowgroup")
            .hold(el("tr", "gpf-group-row").with("role", "row").hold(title))
            .all(rows.iter().map(|it| row(state, matrix, it)))
    });
    let nothing = matrix.rows.is_empty().then(|| el("p", "gpf-nothing").say("These do not differ."));
    let head = el("tr", "").with("role", "row").hold(column("Question")).all(headers);
    let table = el("table", "gpf-table")
        .with("role", "table")
        .hold(el("caption", "gpf-caption").with("id", "gpf-caption").say(caption(state.asked.kind)))
        .hold(el("thead", "").with("role", "rowgroup").hold(head))
        .all(groups);
    el("div", "gpf-scroll")
        .with("role", "region")
        .with("aria-labelledby", "gpf-caption")
        .with("part", "table")
        .hold(table)
        .maybe(nothing)
}

fn column(name: &str) -> Node {
    el("th", "").with("scope", "col").with("role", "columnheader").say(name)
}

fn row(state: &State, matrix: &Matrix<'_>, row: &MatrixRow<'_>) -> Node {
    let criterion = row.criterion;
    let is_shown = state.grounds.contains(&criterion.id);
    let cells = row.cells.iter().zip(&matrix.subjects).map(|(it, subject)| cell(state, it, &subject.name, is_shown));
    let has_grounds = row.cells.iter().any(|cell| !cell.findings.is_empty());
    let label = if is_shown { "Hide sources" } else { "Show sources" };
    let why = button("gpf-link gpf-why", "grounds", label)
        .with("data-id", &*criterion.id)
        .with("aria-expanded", if is_shown { "true" } else { "false" })
        .hold(el("span", "gpf-visually-hidden").say([" for ", &*criterion.label].concat()))
        .flag("hidden", !has_grounds);
    let head = el("th", "")
        .with("scope", "row")
        .with("role", "rowheader")
        .say(&*criterion.label)
        .hold(el("span", "gpf-small gpf-asks").say(&*criterion.question))
        .hold(why);
    el("tr", "").with("role", "row").hold(head).all(cells)
}

/// An answer, its sentence and its sources; with what each source says where the reader asks for it.
fn cell(state: &State, cell: &Cell, subject: &str, is_shown: bool) -> Node {
    let class = match cell.answer {
        Answer::Yes => "gpf-answer gpf-yes",
        Answer::No => "gpf-answer gpf-no",
        Answer::Depends => "gpf-answer gpf-depends",
        Answer::NotStated => "gpf-answer",
    };
    let node =
        el("td", "").with("role", "cell").with("data-of", subject).hold(el("span", class).say(cell.answer.label()));
    if cell.answer == Answer::NotStated {
        return node;
    }
    let grounds = is_shown.then(|| {
        let all = state.catalogue.findings_of(cell).map(|it| finding(&state.catalogue, it));
        el("ul", "gpf-list gpf-grounds").all(all)
    });
    node.say([" ", &cell.says].concat())
        .hold(el("span", "gpf-small gpf-cited").say(state.catalogue.cite_cell(cell)))
        .maybe(grounds)
}
