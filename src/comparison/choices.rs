//! What to compare: legal forms or collaboration models, and which of them.

use gpf_core::comparison::SubjectKind;
use leptos::prelude::*;

use super::link::kind_id;
use super::state::{MOST, State, plural};

/// A switch between the two kinds, and a box to tick for each form or model.
pub(super) fn choices(state: &State) -> impl IntoView + use<> {
    let kind = state.asked.kind;
    let all = state.catalogue.subjects(kind);
    let kinds = SubjectKind::ALL.map(|it| {
        let label = if it == SubjectKind::Form { "Legal forms" } else { "Ways of working together" };
        tick("radio", "kind", kind_id(it).to_owned(), label.to_owned(), it == kind)
    });
    let boxes = all
        .iter()
        .map(|it| tick("checkbox", "form", it.id.clone(), it.name.clone(), state.is_chosen(&it.id)))
        .collect_view();
    let legend = ["Which ", plural(kind), "? Choose 2 to ", &MOST.to_string()].concat();
    let compare_all = ["Compare all ", &all.len().to_string()].concat();
    view! {
        <fieldset class="gpf-set">
            <legend class="gpf-label">"What to compare"</legend>
            <div class="gpf-checks">{kinds}</div>
        </fieldset>
        <fieldset class="gpf-set">
            <legend class="gpf-label">{legend}</legend>
            <div class="gpf-checks">
                {boxes}
                <button class="gpf-link gpf-all" type="button" data-do="all" prop:hidden=state.has_all()>{compare_all}</button>
            </div>
        </fieldset>
    }
}

/// A box or a button to tick, heard by its `data-ask`.
fn tick(kind: &'static str, ask: &'static str, value: String, label: String, is_ticked: bool) -> impl IntoView + use<> {
    view! {
        <label class="gpf-check">
            <input class="gpf-tick" type=kind name=["gpf-", ask].concat() value=value data-ask=ask prop:checked=is_ticked/>
            " "{label}
        </label>
    }
}
