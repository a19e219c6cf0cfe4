//! The table: a row per question, a column per form or model. If its columns do not fit, [`answers`](super::answers)
//! replaces it.

use gpf_domain::comparison::{Answer, Cell, Matrix, MatrixRow, QUESTION_HEADING, Shortlist};

use super::cited_sources::Sources;
use super::findings::finding;
use super::shortlist::verdict;
use crate::comparison::controls::Action;
use crate::comparison::state::State;
use crate::comparison::strings;
use crate::ui::action_id::DATA_ID;
use crate::ui::render_phase::RenderPhase;
use crate::ui::vdom::{VElement, action_button, el, el_class};

/// The number of questions that are shown in this phase. The first ones fill most screens.
const fn row_limit(phase: RenderPhase) -> usize {
    match phase {
        RenderPhase::FirstRows => 3,
        RenderPhase::MoreRows => 7,
        RenderPhase::ManyRows => 11,
        RenderPhase::MostRows => 15,
        _ => usize::MAX,
    }
}

/// The questions that are shown in this phase.
pub(super) fn visible_rows<'m, 'a>(state: &State, matrix: &'m Matrix<'a>) -> &'m [MatrixRow<'a>] {
    &matrix.rows[..matrix.rows.len().min(row_limit(state.phase))]
}

/// The message if no question is left.
pub(super) fn empty_state(matrix: &Matrix<'_>) -> Option<VElement> {
    matrix.rows.is_empty().then(|| el_class("p", "gpf-nothing").text(strings::NO_DIFFERENCES))
}

/// The questions, grouped by heading.
pub(super) fn groups<'m, 'a>(rows: &'m [MatrixRow<'a>]) -> Vec<&'m [MatrixRow<'a>]> {
    rows.chunk_by(|one, next| one.criterion.group == next.criterion.group).collect()
}

/// The table. For print it has the numbers of the sources.
pub(super) fn table<'a>(
    state: &'a State,
    matrix: &Matrix<'a>,
    shortlist: &Shortlist<'_>,
    mut paper: Option<&mut Sources<'a>>,
) -> VElement {
    let headers = matrix.subjects.iter().map(|subject| {
        let verdict = verdict(shortlist, subject).map(|tag| el_class("span", "gpf-verdict").child(tag));
        column(&subject.name).child_opt(verdict)
    });
    let span = (matrix.subjects.len() + 1).to_string();
    let head = el("tr").child(column(QUESTION_HEADING)).extend(headers);
    let caption = el_class("caption", "gpf-visually-hidden gpf-caption").text(strings::caption(state.selection.kind));
    let mut table = el_class("table", "gpf-table gpf-compared").child(caption).child(el("thead").child(head));
    let rows = if paper.is_some() { &matrix.rows } else { visible_rows(state, matrix) };
    for rows in groups(rows) {
        let title = el_class("th", "gpf-group").attr("scope", "rowgroup").attr("colspan", span.clone());
        let title = el_class("tr", "gpf-group-row").child(title.text_owned(&rows[0].criterion.group));
        let mut body = el("tbody").child(title);
        for it in rows {
            body = body.child(row(state, it, &mut paper));
            if paper.is_some() {
                // In one row group, a heading is not separated from its first question by a page break.
                table = table.child(body);
                body = el("tbody");
            }
        }
        table = table.child(body);
    }
    el_class("div", "gpf-side-by-side").attr("part", "table").child(table).child_opt(empty_state(matrix))
}

fn column(name: &str) -> VElement {
    el("th").attr("scope", "col").text_owned(name)
}

fn row<'a>(state: &'a State, row: &MatrixRow<'a>, paper: &mut Option<&mut Sources<'a>>) -> VElement {
    let criterion = row.criterion;
    let head = el("th")
        .attr("scope", "row")
        .text_owned(&criterion.label)
        .child(el_class("span", "gpf-small gpf-asks").text_owned(&criterion.question))
        .child_opt(paper.is_none().then(|| evidence_button(state, row, strings::WHY)));
    let is_shown = paper.is_none() && state.has_evidence(&criterion.id);
    let node = el("tr").child(head);
    if !row.differs && paper.is_none() && !is_shown {
        let count = row.cells.len().to_string();
        let all = el_class("span", "gpf-small gpf-asks").text([strings::SAME_FOR_ALL, &count].concat());
        return node.child(cell(row.cells[0]).attr("colspan", count).child(all));
    }
    let mut node = node;
    for it in &row.cells {
        let cell = cell(it);
        node = node.child(match paper {
            _ if it.answer == Answer::NotStated => cell,
            Some(sources) => cell.child(sources.numbers(&state.catalogue, it)),
            None => cell.child_opt(is_shown.then(|| evidence(state, it))),
        });
    }
    node
}

/// The button that opens the evidence for the answers to a question.
pub(super) fn evidence_button(state: &State, row: &MatrixRow<'_>, label: &'static str) -> VElement {
    let criterion = row.criterion;
    let has_evidence = row.cells.iter().any(|cell| !cell.findings.is_empty());
    action_button("gpf-link gpf-why", Action::ToggleEvidence, label)
        .attr(DATA_ID, criterion.id.clone())
        .attr("aria-expanded", if state.has_evidence(&criterion.id) { "true" } else { "false" })
        .child(el_class("span", "gpf-visually-hidden").text([strings::FOR, &*criterion.label].concat()))
        .prop_bool("hidden", !has_evidence)
}

/// An answer as shape and word. No answer is better than another, so none has its own colour.
pub(super) fn answer(tag: &'static str, answer: Answer, label: &'static str) -> VElement {
    let class = match answer {
        Answer::Yes => "gpf-answer gpf-yes",
        Answer::No => "gpf-answer gpf-no",
        Answer::Depends => "gpf-answer gpf-depends",
        Answer::NotStated => "gpf-answer gpf-unsaid",
    };
    el_class(tag, class).text(label)
}

/// An answer and its sentence.
fn cell(cell: &Cell) -> VElement {
    let says = if cell.answer == Answer::NotStated { "" } else { &cell.explanation };
    el("td").child(answer("span", cell.answer, cell.answer.label())).text([" ", says].concat())
}

/// The evidence for an answer.
pub(super) fn evidence(state: &State, cell: &Cell) -> VElement {
    let all = state.catalogue.findings_of(cell).map(|it| finding(&state.catalogue, it));
    el_class("ul", "gpf-list gpf-evidence").extend(all)
}
