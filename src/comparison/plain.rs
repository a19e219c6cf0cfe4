//! The comparison as plain tables and lists: what is there where wasm can't run.

use gpf_core::comparison::{Answer, Catalogue, NOT_LEGAL_ADVICE, SubjectKind};
use leptos::prelude::*;

use super::cases::about;
use super::findings::lists;
use super::state::caption;
use crate::ui::heading::heading;

/// Everything: a table of all forms and one of all models, what the sources say of each, and the case studies.
pub fn plain(all: &Catalogue, level: u8) -> impl IntoView + use<> {
    let kinds = SubjectKind::ALL.map(|kind| {
        let said = all
            .subjects(kind)
            .iter()
            .map(|subject| {
                view! {
                    {heading(level, "gpf-group", &subject.name, "")}
                    <p>{subject.summary.clone()}" "{subject.note.clone()}</p>
                    {lists(all, subject, level + 1)}
                }
            })
            .collect_view();
        view! { {table(all, kind)}{said} }
    });
    let cases = all
        .cases
        .iter()
        .map(|case| view! { {heading(level + 1, "gpf-kind", &case.name, "")}{about(all, case)} })
        .collect_view();
    view! {
        {kinds}
        {heading(level, "gpf-group", "Case studies", "")}
        {cases}
        <p class="gpf-footer gpf-small gpf-not-advice">{NOT_LEGAL_ADVICE}</p>
    }
}

fn table(all: &Catalogue, kind: SubjectKind) -> impl IntoView + use<> {
    let subjects = all.subjects(kind);
    let names = subjects.iter().map(|it| view! { <th scope="col">{it.name.clone()}</th> }).collect_view();
    let rows = all
        .criteria(kind)
        .map(|criterion| {
            let cells = subjects
                .iter()
                .map(|subject| {
                    let cell = all.cell(&subject.id, &criterion.id);
                    let stated = cell.filter(|it| it.answer != Answer::NotStated);
                    let answer = cell.map_or("", |it| it.answer.label());
                    let says = stated.map(|it| [". ", &it.says].concat());
                    let cited = stated.map(|it| view! { <span class="gpf-small gpf-cited">{all.cite_cell(it)}</span> });
                    view! { <td data-of=subject.name.clone()>{answer}{says}{cited}</td> }
                })
                .collect_view();
            view! { <tr><th scope="row">{criterion.question.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="gpf-scroll" role="region" tabindex="0" aria-label=caption(kind)>
            <table class="gpf-table">
                <caption class="gpf-caption">{caption(kind)}</caption>
                <thead><tr><th scope="col">"Question"</th>{names}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
