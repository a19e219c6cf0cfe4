//! The table: a row a question, a column a form or a model.
//!
//! On a narrow page the style sheet stacks it. A table whose parts aren't shown as one loses its meaning in some
//! browsers, so the roles are written out.

use gpf_core::comparison::{Answer, Cell, Matrix, MatrixRow, Shortlist};

use super::findings::finding;
use super::shortlist::verdict;
use super::state::{State, caption};
use super::view::button;
use crate::ui::node::{Element, classed, el};
use crate::ui::stage::Stage;

/// How many questions the table holds. The first ones fill most screens.
const fn questions_at(stage: Stage) -> usize {
    match stage {
        Stage::Answer => 3,
        Stage::More => 7,
        Stage::Much => 11,
        Stage::Most => 15,
        _ => usize::MAX,
    }
}

/// The table, in a box that scrolls sideways where the columns don't fit.
pub(super) fn table(state: &State, matrix: &Matrix<'_>, shortlist: &Shortlist<'_>) -> Element {
    let headers = matrix.subjects.iter().map(|subject| {
        let verdict = verdict(shortlist, subject).map(|tag| classed("span", "gpf-verdict").child(tag));
        column(&subject.name).child_if(verdict)
    });
    let span = matrix.subjects.len() + 1;
    let shown = &matrix.rows[..matrix.rows.len().min(questions_at(state.stage))];
    let groups = shown.chunk_by(|one, next| one.criterion.group == next.criterion.group).map(|rows| {
        let title = el("th")
            .set("scope", "rowgroup")
            .set("role", "rowheader")
            .set("colspan", span.to_string())
            .say(&rows[0].criterion.group);
        el("tbody")
            .set("role", "rowgroup")
            .child(classed("tr", "gpf-group-row").set("role", "row").child(title))
            .all(rows.iter().map(|it| row(state, matrix, it)))
    });
    let nothing = matrix
        .rows
        .is_empty()
        .then(|| classed("p", "gpf-nothing").say("No differences: the answers are the same for every question."));
    let head = el("tr").set("role", "row").child(column("Question")).all(headers);
    let table = classed("table", "gpf-table")
        .set("role", "table")
        .child(classed("caption", "gpf-caption").set("id", "gpf-caption").say(caption(state.asked.kind)))
        .child(el("thead").set("role", "rowgroup").child(head))
        .all(groups);
    classed("div", "gpf-scroll")
        .set("role", "group")
        .set("aria-labelledby", "gpf-caption")
        .set("part", "table")
        .child(table)
        .child_if(nothing)
}

fn column(name: &str) -> Element {
    el("th").set("scope", "col").set("role", "columnheader").say(name)
}

fn row(state: &State, matrix: &Matrix<'_>, row: &MatrixRow<'_>) -> Element {
    let criterion = row.criterion;
    let is_shown = state.grounds.contains(&criterion.id);
    let cells = row.cells.iter().zip(&matrix.subjects).map(|(it, subject)| cell(state, it, &subject.name, is_shown));
    let has_grounds = row.cells.iter().any(|cell| !cell.findings.is_empty());
    let label = if is_shown { "Hide sources" } else { "Show sources" };
    let why = button("gpf-link gpf-why", "grounds", label)
        .set("data-id", criterion.id.clone())
        .set("aria-expanded", if is_shown { "true" } else { "false" })
        .child(classed("span", "gpf-visually-hidden").text([" for ", &*criterion.label].concat()))
        .is("hidden", !has_grounds);
    let head = el("th")
        .set("scope", "row")
        .set("role", "rowheader")
        .say(&criterion.label)
        .child(classed("span", "gpf-small gpf-asks").say(&criterion.question))
        .child(why);
    el("tr").set("role", "row").child(head).all(cells)
}

/// An answer, its sentence and its sources; with what each source says where the reader asks for it.
fn cell(state: &State, cell: &Cell, subject: &str, is_shown: bool) -> Element {
    let class = match cell.answer {
        Answer::Yes => "gpf-answer gpf-yes",
        Answer::No => "gpf-answer gpf-no",
        Answer::Depends => "gpf-answer gpf-depends",
        Answer::NotStated => "gpf-answer",
    };
    let node = el("td").set("role", "cell").set("data-of", subject.to_owned());
    let answer = classed("span", class).say(cell.answer.label());
    if cell.answer == Answer::NotStated {
        return node.child(answer);
    }
    let grounds = is_shown.then(|| {
        let all = state.catalogue.findings_of(cell).map(|it| finding(&state.catalogue, it));
        classed("ul", "gpf-list gpf-grounds").all(all)
    });
    node.child(answer.text("."))
        .text([" ", &cell.says].concat())
        .child(classed("span", "gpf-small gpf-cited").text(state.catalogue.cite_cell(cell)))
        .child_if(grounds)
}
