//! What a group of practices requires: a question each, answered "doesn't matter" until somebody says otherwise.

use gpf_core::comparison::{Criterion, Wanted};
use leptos::prelude::*;

use super::state::State;

/// A select for each question, under the headings that the table's rows stand under.
pub(super) fn requirements(state: &State) -> impl IntoView + use<> {
    let criteria: Vec<&Criterion> = state.catalogue.criteria(state.asked.kind).collect();
    let groups = criteria
        .chunk_by(|one, next| one.group == next.group)
        .map(|group| {
            let questions = group.iter().map(|criterion| question(state, criterion)).collect_view();
            view! {
                <fieldset class="gpf-set">
                    <legend class="gpf-label">{group[0].group.clone()}</legend>
                    <div class="gpf-questions">{questions}</div>
                </fieldset>
            }
        })
        .collect_view();
    let count = state.asked.side().wanted.len();
    let title = match count {
        0 => "Say what you require".to_owned(),
        1 => "What you require (1)".to_owned(),
        count => ["What you require (", &count.to_string(), ")"].concat(),
    };
    let is_open = state.open.iter().any(|it| it == ID);
    view! {
        <details class="gpf-more-about gpf-requirements" data-id=ID prop:open=is_open>
            <summary class="gpf-summary"><span class="gpf-name">{title}</span></summary>
            <div class="gpf-inside">
                {groups}
                <button class="gpf-link gpf-clear" type="button" data-do="clear" prop:hidden={count == 0}>"Clear all"</button>
            </div>
        </details>
    }
}

/// The details' place in the list of those that are open; no form has this id.
const ID: &str = "requirements";

fn question(state: &State, criterion: &Criterion) -> impl IntoView + use<> {
    let wanted = state.asked.side().wanted.iter().find(|it| it.criterion == criterion.id).map(|it| it.wanted);
    let answers = Wanted::ALL
        .into_iter()
        .filter_map(|it| Some((it.id(), criterion.phrase(it)?.to_owned(), wanted == Some(it))));
    let options = std::iter::once(("", "Does not matter".to_owned(), wanted.is_none()))
        .chain(answers)
        .map(|(value, label, is_chosen)| view! { <option value=value prop:selected=is_chosen>{label}</option> })
        .collect_view();
    let id = ["gpf-want-", &criterion.id].concat();
    view! {
        <div class="gpf-field">
            <label class="gpf-question" for=id.clone()>{criterion.label.clone()}</label>
            <select class="gpf-input" id=id data-ask="want" data-id=criterion.id.clone()>{options}</select>
        </div>
    }
}
