//! One federation: a line that opens its details.

use gpf_core::directory::{Federation, Status};
use gpf_core::facts::{Fact, citations, facts, not_stated};
use gpf_core::search::Words;
use gpf_core::wording;
use leptos::either::Either;
use leptos::prelude::*;

use super::state::State;
use crate::ui::{marked::marked, signal};

/// A federation's name and place and, while it is open, all that is known about it.
pub(super) fn federation(state: &State, row: u32, is_open: bool) -> impl IntoView + use<> {
    let federation = state.data.directory.federation(row);
    let words = &state.found.words;
    let place = place(federation, state.found.grouped);
    let ended = (federation.status() == Status::Defunct).then(|| view! { " "<span class="gpf-tag">"Ended"</span> });
    view! {
        <details class="gpf-federation" part="federation" data-id=federation.id().to_owned() prop:open=is_open>
            <summary class="gpf-summary">
                <span class="gpf-name">{marked(words, federation.name())}</span>
                {ended}
                <span class="gpf-place">{marked(words, &place)}</span>
                {matching_alias(words, federation, &place)}
            </summary>
            {is_open.then(|| details(federation))}
        </details>
    }
}

/// What the federation covers, and its region unless that stands in a heading above.
fn place(federation: Federation<'_>, is_grouped: bool) -> String {
    let place = if federation.covers().is_empty() { federation.place() } else { federation.covers() };
    let region = federation.regions().first().filter(|_| !is_grouped).map_or("", |region| region.name());
    let between = if place.is_empty() || region.is_empty() { "" } else { ", " };
    [place, between, region].concat()
}

/// The alias that matches, where nothing else does: otherwise nobody would see why the federation was found.
fn matching_alias(words: &Words, federation: Federation<'_>, place: &str) -> Option<impl IntoView + use<>> {
    let has_match = |text: &str| words.highlight(text).iter().any(|piece| piece.marked);
    if words.is_empty() || has_match(federation.name()) || has_match(place) {
        return None;
    }
    let alias = federation.aliases().find(|alias| has_match(alias))?;
    Some(view! { <span class="gpf-place">"Also listed as "{marked(words, alias)}</span> })
}

/// The facts, the sources and the day they were checked.
fn details(federation: Federation<'_>) -> impl IntoView + use<> {
    let facts = facts(federation).into_iter().map(fact).collect_view();
    let citations = citations(federation);
    let label = if citations.len() == 1 { "Source: " } else { "Sources: " };
    let sources = citations
        .into_iter()
        .enumerate()
        .map(|(at, it)| (if at > 0 { "; " } else { "" }, linked(it.text, it.url)))
        .collect_view();
    let checked = [". Checked on ", &wording::date(federation.checked_on()), ". ", &not_stated(federation)].concat();
    view! {
        <dl class="gpf-facts">{facts}</dl>
        {compare(federation)}
        <p class="gpf-source gpf-small">{label}{sources}{checked}</p>
    }
}

/// The way to this federation's legal form, where a comparison stands on the page too.
fn compare(federation: Federation<'_>) -> Option<impl IntoView + use<>> {
    let form = federation.legal_form().filter(|_| signal::is_there(signal::COMPARISON))?.id();
    Some(view! {
        <p class="gpf-source">
            <button class="gpf-button gpf-compare" type="button" part="button" data-do="compare" data-id=form>"Compare legal forms"</button>
        </p>
    })
}

fn fact(Fact { label, value, note, is_link }: Fact) -> impl IntoView {
    let url = if is_link { value.clone() } else { String::new() };
    let note = (!note.is_empty()).then(|| view! { " "<span class="gpf-small">{["(", &note, ")"].concat()}</span> });
    view! { <div class="gpf-fact"><dt>{label}</dt><dd>{linked(value, url)}{note}</dd></div> }
}

/// The text, as a link where there is an address to go to.
///
/// It opens in the same window, as links do; `noreferrer` because an intranet's address is nobody else's business.
fn linked(text: String, url: String) -> impl IntoView {
    if url.is_empty() { Either::Left(text) } else { Either::Right(view! { <a href=url rel="noreferrer">{text}</a> }) }
}
