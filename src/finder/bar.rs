//! The line over the results: how many there are, how they are sorted, and the way back to all of them.

use gpf_core::search::{Sort, summary};
use leptos::prelude::*;

use super::state::Finder;

/// Count, "Clear search and filters" and the order.
#[component]
pub(super) fn Bar(
    /// The finder's state.
    finder: Finder,
) -> impl IntoView {
    let query = finder.query();
    let count = move || finder.found().with(|found| query.with_untracked(|query| summary(found, query)));
    let options = Sort::ALL
        .map(|sort| {
            let label = move || match sort {
                // What is suggested depends on whether there is anything to match.
                Sort::Suggested if query.with(|query| query.text.trim().is_empty()) => "Region",
                Sort::Suggested => "Best match",
                _ => sort.label(),
            };
            let selected = move || query.with(|query| query.sort == sort);
            view! { <option value=sort.id() prop:selected=selected>{label}</option> }
        })
        .into_iter()
        .collect_view();
    view! {
        <div class="gpf-bar">
            <p class="gpf-count">{count}</p>
            <button
                class="gpf-link gpf-clear"
                type="button"
                prop:hidden=move || !finder.can_clear()
                on:click=move |event| {
                    finder.clear();
                    // The button goes away; the search box is where one goes on.
                    super::results::focus_beside(&event, "#gpf-search");
                }
            >
                "Clear search and filters"
            </button>
            <div class="gpf-sort">
                <label class="gpf-label" for="gpf-sort">"Sort by"</label>
                <select
                    class="gpf-input"
                    id="gpf-sort"
                    on:change=move |event| {
                        let sort = Sort::parse(&event_target_value(&event)).unwrap_or_default();
                        finder.change(|query| query.sort = sort);
                    }
                >
                    {options}
                </select>
            </div>
        </div>
    }
}
