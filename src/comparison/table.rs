//! The table: a row a question, a column a form or a model.
//!
//! On a narrow page the style sheet stacks it. A table whose parts aren't shown as one loses its meaning in some
//! browsers, so the roles are written out.

use gpf_core::comparison::{Answer, Cell, Matrix, MatrixRow, Shortlist};
use leptos::prelude::*;

use super::findings::finding;
use super::shortlist::tag;
use super::state::{State, caption};

/// The table, in a box that scrolls sideways where the columns don't fit.
pub(super) fn table(state: &State, matrix: &Matrix<'_>, shortlist: &Shortlist<'_>) -> impl IntoView + use<> {
    let has_verdicts = !shortlist.requirements.is_empty();
    let headers = matrix
        .subjects
        .iter()
        .map(|subject| {
            let standing = shortlist.standings.iter().find(|it| has_verdicts && it.subject.id == subject.id);
            let verdict = standing.map(|it| view! { <span class="gpf-verdict">{tag(it)}</span> });
            view! { <th scope="col" role="columnheader">{subject.name.clone()}{verdict}</th> }
        })
        .collect_view();
    let span = matrix.subjects.len() + 1;
    let groups = matrix
        .rows
        .chunk_by(|one, next| one.criterion.group == next.criterion.group)
        .map(|rows| {
            let lines = rows.iter().map(|it| row(state, matrix, it)).collect_view();
            view! {
                <tbody role="rowgroup">
                    <tr role="row" class="gpf-group-row">
                        <th scope="rowgroup" role="rowheader" colspan=span>{rows[0].criterion.group.clone()}</th>
                    </tr>
                    {lines}
                </tbody>
            }
        })
        .collect_view();
    let nothing = matrix.rows.is_empty().then(|| view! { <p class="gpf-nothing">"These do not differ."</p> });
    view! {
        <div class="gpf-scroll" role="region" aria-labelledby="gpf-caption" part="table">
            <table class="gpf-table" role="table">
                <caption class="gpf-caption" id="gpf-caption">{caption(state.asked.kind)}</caption>
                <thead role="rowgroup">
                    <tr role="row"><th scope="col" role="columnheader">"Question"</th>{headers}</tr>
                </thead>
                {groups}
            </table>
        </div>
        {nothing}
    }
}

fn row(state: &State, matrix: &Matrix<'_>, row: &MatrixRow<'_>) -> impl IntoView + use<> {
    let criterion = row.criterion;
    let is_shown = state.grounds.contains(&criterion.id);
    let cells = row.cells.iter().zip(&matrix.subjects).map(|(it, subject)| cell(state, it, &subject.name, is_shown));
    let cells = cells.collect_view();
    let has_grounds = row.cells.iter().any(|cell| !cell.findings.is_empty());
    let label = if is_shown { "Hide sources" } else { "Show sources" };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {criterion.label.clone()}
                <span class="gpf-small gpf-asks">{criterion.question.clone()}</span>
                <button class="gpf-link gpf-why" type="button" data-do="grounds" data-id=criterion.id.clone()
                    aria-expanded=is_shown.to_string() prop:hidden=!has_grounds>
                    {label}<span class="gpf-visually-hidden">{[" for ", &*criterion.label].concat()}</span>
                </button>
            </th>
            {cells}
        </tr>
    }
}

/// An answer, its sentence and its sources; with what each source says where the reader asks for it.
fn cell(state: &State, cell: &Cell, subject: &str, is_shown: bool) -> impl IntoView + use<> {
    let class = match cell.answer {
        Answer::Yes => "gpf-answer gpf-yes",
        Answer::No => "gpf-answer gpf-no",
        Answer::Depends => "gpf-answer gpf-depends",
        Answer::NotStated => "gpf-answer",
    };
    let is_stated = cell.answer != Answer::NotStated;
    let says = is_stated.then(|| [" ", &cell.says].concat());
    let cited = is_stated.then(|| view! { <span class="gpf-small gpf-cited">{state.catalogue.cite_cell(cell)}</span> });
    let grounds = (is_shown && is_stated).then(|| {
        let all = state.catalogue.findings_of(cell).map(|it| finding(&state.catalogue, it)).collect_view();
        view! { <ul class="gpf-list gpf-grounds">{all}</ul> }
    });
    view! {
        <td role="cell" data-of=subject.to_owned()>
            <span class=class>{cell.answer.label()}</span>{says}{cited}{grounds}
        </td>
    }
}
