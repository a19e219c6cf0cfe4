//! The table: a row a question, a column a form or a model. Where its columns don't fit, [`answers`](super::answers)
//! stands in its place.

use gpf_core::comparison::{Answer, Cell, Matrix, MatrixRow, Shortlist};

use super::findings::finding;
use super::paper::Sources;
use super::shortlist::verdict;
use super::state::{State, caption};
use super::view::button;
use crate::ui::node::{Element, classed, el};
use crate::ui::stage::Stage;

/// How many questions are shown. The first ones fill most screens.
const fn questions_at(stage: Stage) -> usize {
    match stage {
        Stage::Answer => 3,
        Stage::More => 7,
        Stage::Much => 11,
        Stage::Most => 15,
        _ => usize::MAX,
    }
}

/// The questions that are shown by now.
pub(super) fn shown<'m, 'a>(state: &State, matrix: &'m Matrix<'a>) -> &'m [MatrixRow<'a>] {
    &matrix.rows[..matrix.rows.len().min(questions_at(state.stage))]
}

/// What stands there where no question is left.
pub(super) fn nothing(matrix: &Matrix<'_>) -> Option<Element> {
    matrix
        .rows
        .is_empty()
        .then(|| classed("p", "gpf-nothing").say("No differences: the answers are the same for every question."))
}

/// The questions under each of their headings.
pub(super) fn groups<'m, 'a>(rows: &'m [MatrixRow<'a>]) -> Vec<&'m [MatrixRow<'a>]> {
    rows.chunk_by(|one, next| one.criterion.group == next.criterion.group).collect()
}

/// The table; with the numbers of the sources where it is for paper.
pub(super) fn table<'a>(
    state: &'a State,
    matrix: &Matrix<'a>,
    shortlist: &Shortlist<'_>,
    mut paper: Option<&mut Sources<'a>>,
) -> Element {
    let headers = matrix.subjects.iter().map(|subject| {
        let verdict = verdict(shortlist, subject).map(|tag| classed("span", "gpf-verdict").child(tag));
        column(&subject.name).child_if(verdict)
    });
    let span = (matrix.subjects.len() + 1).to_string();
    let head = el("tr").child(column("Question")).all(headers);
    let caption = classed("caption", "gpf-visually-hidden gpf-caption").say(caption(state.asked.kind));
    let mut table = classed("table", "gpf-table gpf-compared").child(caption).child(el("thead").child(head));
    let rows = if paper.is_some() { &matrix.rows } else { shown(state, matrix) };
    for rows in groups(rows) {
        let title = classed("th", "gpf-group").set("scope", "rowgroup").set("colspan", span.clone());
        let title = classed("tr", "gpf-group-row").child(title.say(&rows[0].criterion.group));
        let mut body = el("tbody").child(title);
        for it in rows {
            body = body.child(row(state, it, &mut paper));
            if paper.is_some() {
                // A heading and its first question are not torn apart where they are one group of rows.
                table = table.child(body);
                body = el("tbody");
            }
        }
        table = table.child(body);
    }
    classed("div", "gpf-side-by-side").set("part", "table").child(table).child_if(nothing(matrix))
}

fn column(name: &str) -> Element {
    el("th").set("scope", "col").say(name)
}

fn row<'a>(state: &'a State, row: &MatrixRow<'a>, paper: &mut Option<&mut Sources<'a>>) -> Element {
    let criterion = row.criterion;
    let head = el("th")
        .set("scope", "row")
        .say(&criterion.label)
        .child(classed("span", "gpf-small gpf-asks").say(&criterion.question))
        .child_if(paper.is_none().then(|| why(state, row, "Sources")));
    let is_shown = paper.is_none() && state.has_grounds(&criterion.id);
    let mut node = el("tr").child(head);
    for it in &row.cells {
        let cell = cell(it);
        node = node.child(match paper {
            _ if it.answer == Answer::NotStated => cell,
            Some(sources) => cell.child(sources.numbers(&state.catalogue, it)),
            None => cell.child_if(is_shown.then(|| grounds(state, it))),
        });
    }
    node
}

/// The button that opens what the answers to a question rest on.
pub(super) fn why(state: &State, row: &MatrixRow<'_>, label: &str) -> Element {
    let criterion = row.criterion;
    let has_grounds = row.cells.iter().any(|cell| !cell.findings.is_empty());
    button("gpf-link gpf-why", "grounds", label)
        .set("data-id", criterion.id.clone())
        .set("aria-expanded", if state.has_grounds(&criterion.id) { "true" } else { "false" })
        .child(classed("span", "gpf-visually-hidden").text([" for ", &*criterion.label].concat()))
        .is("hidden", !has_grounds)
}

/// An answer as shape and word: none is better than another, so none has a colour of its own.
pub(super) fn answer(tag: &'static str, answer: Answer, label: &'static str) -> Element {
    let class = match answer {
        Answer::Yes => "gpf-answer gpf-yes",
        Answer::No => "gpf-answer gpf-no",
        Answer::Depends => "gpf-answer gpf-depends",
        Answer::NotStated => "gpf-answer gpf-unsaid",
    };
    classed(tag, class).text(label)
}

/// An answer and its sentence.
fn cell(cell: &Cell) -> Element {
    let says = if cell.answer == Answer::NotStated { "" } else { &cell.says };
    el("td").child(answer("span", cell.answer, cell.answer.label())).text([" ", says].concat())
}

/// What the sources say to an answer.
pub(super) fn grounds(state: &State, cell: &Cell) -> Element {
    let all = state.catalogue.findings_of(cell).map(|it| finding(&state.catalogue, it));
    classed("ul", "gpf-list gpf-grounds").all(all)
}
