//! One federation among the results: a line that opens its details.

use gpf_core::directory::Status;
use gpf_core::search::Words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::details::Details;
use super::state::Finder;
use crate::ui::marked::marked;

/// A federation's name and place; its details are made when they are first opened.
#[component]
pub(super) fn Row(
    /// The finder's state.
    finder: Finder,
    /// The federation's row in the directory.
    row: u32,
) -> impl IntoView {
    let data = finder.data();
    let federation = data.directory.federation(row);
    let id = federation.id().to_owned();
    let name = federation.name().to_owned();
    let place = place(finder, row);
    let aliases: Vec<String> = federation.aliases().map(str::to_owned).collect();
    let ended = (federation.status() == Status::Defunct).then(|| view! { " "<span class="gpf-tag">"Ended"</span> });

    let is_open = RwSignal::new(false);
    let toggle = move |event: web_sys::Event| {
        let details = event.target().and_then(|it| it.dyn_into::<web_sys::HtmlDetailsElement>().ok());
        if details.is_some_and(|details| details.open()) {
            is_open.set(true);
            finder.select(row);
        }
    };
    let found = finder.found();
    view! {
        <details class="gpf-federation" part="federation" data-id=id on:toggle=toggle>
            <summary class="gpf-summary">
                <span class="gpf-name">{move || found.with(|found| marked(&found.words, &name))}</span>
                {ended}
                <span class="gpf-place">{move || found.with(|found| marked(&found.words, &place))}</span>
                {move || found.with(|found| matching_alias(&found.words, &aliases))}
            </summary>
            {move || is_open.get().then(|| view! { <Details finder row/> })}
        </details>
    }
}

/// What the federation covers and its region: what tells it from others of a like name.
fn place(finder: Finder, row: u32) -> String {
    let data = finder.data();
    let federation = data.directory.federation(row);
    let place = if federation.covers().is_empty() { federation.place() } else { federation.covers() };
    let region = federation.regions().first().map_or("", |region| region.name());
    match (place.is_empty(), region.is_empty()) {
        (true, _) => region.to_owned(),
        (_, true) => place.to_owned(),
        _ => [place, ", ", region].concat(),
    }
}

/// The alias that matches, where one does: otherwise nobody would see why the federation was found.
fn matching_alias(words: &Words, aliases: &[String]) -> Option<impl IntoView + use<>> {
    let matching = aliases.iter().find(|alias| words.highlight(alias).iter().any(|piece| piece.marked))?;
    Some(view! { <span class="gpf-place">"Also listed as "{marked(words, matching)}</span> })
}
