//! The search box and the filters, each with the number of federations that every choice would show.

use gpf_core::directory::{LegalForm, LegalFormChoice, RegionChoice, Status};
use gpf_core::search::{Facets, Query};
use gpf_core::wording;
use leptos::prelude::*;

use super::state::Finder;

/// The search box and the three filters.
#[component]
pub(super) fn Controls(
    /// The finder's state.
    finder: Finder,
) -> impl IntoView {
    let query = finder.query();
    view! {
        <div class="gpf-controls" role="search">
            <div class="gpf-field gpf-search" part="search">
                <label class="gpf-label gpf-search-label" for="gpf-search">"Search by name, place or postcode"</label>
                <p class="gpf-hint" id="gpf-search-hint">"For example, Halton, Camden or WA7"</p>
                <input
                    class="gpf-input"
                    id="gpf-search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="gpf-search-hint"
                    prop:value=move || query.with(|query| query.text.clone())
                    on:input=move |event| finder.change(|query| query.text = event_target_value(&event))
                    on:keydown=keep_from_page
                    on:keypress=keep_from_page
                    on:keyup=keep_from_page
                />
            </div>
            <div class="gpf-filters" part="filters">
                <FilterSelect finder filter=&REGION/>
                <FilterSelect finder filter=&STATUS/>
                <FilterSelect finder filter=&LEGAL_FORM/>
            </div>
        </div>
    }
}

/// What a filter is about. Plain functions, so that one compiled view serves all filters.
struct Filter {
    id: &'static str,
    label: &'static str,
    /// The option that filters nothing.
    any: &'static str,
    /// Place in the facet, value and label of each choice that makes sense for the list.
    choices: fn(Finder) -> Vec<(usize, &'static str, &'static str)>,
    /// How many federations the choice at a place in the facet would show; `None` is any.
    count: fn(&Facets, Option<usize>) -> u32,
    /// The value chosen now; empty for any.
    value: fn(&Query) -> &'static str,
    choose: fn(&mut Query, &str),
}

static REGION: Filter = Filter {
    id: "gpf-region",
    label: "NHS region",
    any: "All regions",
    choices: |_| RegionChoice::ALL.iter().enumerate().map(|(at, it)| (at, it.id(), it.label())).collect(),
    count: |facets, at| at.map_or(facets.regions.any, |at| facets.region(RegionChoice::ALL[at])),
    value: |query| query.region.map_or("", RegionChoice::id),
    choose: |query, value| query.region = RegionChoice::parse(value),
};

static STATUS: Filter = Filter {
    id: "gpf-status",
    label: "Status",
    any: "Any status",
    choices: |_| Status::ALL.iter().enumerate().map(|(at, it)| (at, it.id(), it.label())).collect(),
    count: |facets, at| at.map_or(facets.statuses.any, |at| facets.status(Status::ALL[at])),
    value: |query| query.status.map_or("", Status::id),
    choose: |query, value| query.status = Status::parse(value),
};

static LEGAL_FORM: Filter = Filter {
    id: "gpf-legal-form",
    label: "Legal form",
    any: "Any legal form",
    choices: |finder| {
        let listed = listed_forms(finder);
        let is_listed = |it: &LegalFormChoice| match it {
            LegalFormChoice::Is(form) => listed[form.index()],
            LegalFormChoice::NotStated => true,
        };
        let all = LegalFormChoice::ALL.iter().enumerate();
        all.filter(|(_, it)| is_listed(it)).map(|(at, it)| (at, it.id(), it.label())).collect()
    },
    count: |facets, at| at.map_or(facets.legal_forms.any, |at| facets.legal_form(LegalFormChoice::ALL[at])),
    value: |query| query.legal_form.map_or("", LegalFormChoice::id),
    choose: |query, value| query.legal_form = LegalFormChoice::parse(value),
};

/// The forms that a federation of the list has: the others would only be in the way.
fn listed_forms(finder: Finder) -> [bool; LegalForm::ALL.len()] {
    let mut listed = [false; LegalForm::ALL.len()];
    let directory = &finder.data().directory;
    for row in 0..directory.len() as u32 {
        if let Some(form) = directory.federation(row).legal_form() {
            listed[form.index()] = true;
        }
    }
    listed
}

/// One filter: a select whose options tell how many federations they would show.
#[component]
fn FilterSelect(finder: Finder, filter: &'static Filter) -> impl IntoView {
    let (query, found) = (finder.query(), finder.found());
    let options = std::iter::once((None, "", filter.any))
        .chain((filter.choices)(finder).into_iter().map(|(at, value, label)| (Some(at), value, label)))
        .map(|(at, option, label)| {
            let count = move || found.with(|found| (filter.count)(&found.facets, at));
            let text = move || [label, " (", &wording::number(count()), ")"].concat();
            let is_chosen = move || query.with(|query| (filter.value)(query) == option);
            view! { <option value=option prop:selected=is_chosen>{text}</option> }
        })
        .collect_view();
    let choose = move |event| finder.change(|query| (filter.choose)(query, &event_target_value(&event)));
    view! {
        <div class="gpf-field">
            <label class="gpf-label" for=filter.id>{filter.label}</label>
            <select class="gpf-input" id=filter.id on:change=choose>{options}</select>
        </div>
    }
}

/// Keeps a page's single-key shortcuts from firing while somebody types, and its form from being sent by Enter.
///
/// The page sees only our element as the event's target, so it can't tell that a text field has the focus. Tab,
/// Escape and the combinations with Ctrl, Alt or the Command key still reach it.
fn keep_from_page(event: web_sys::KeyboardEvent) {
    let key = event.key();
    if key == "Enter" {
        event.prevent_default();
    }
    let types = key.chars().count() == 1 || key == "Enter" || key == "Backspace" || key == "Delete";
    if types && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
        event.stop_propagation();
    }
}
