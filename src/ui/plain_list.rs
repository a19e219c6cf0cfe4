//! Federations as plain lists under headings: what is there where wasm can't run.

use gpf_core::directory::{Directory, Federation, RegionChoice, Status};
use gpf_core::facts::{Fact, citations, facts};
use leptos::prelude::*;

use super::heading::heading;

/// Every federation, under the heading of its first region.
pub fn plain_list(directory: &Directory, level: u8) -> impl IntoView + use<> {
    let groups = RegionChoice::ALL.map(|region| {
        let members = directory
            .federations()
            .filter(|federation| RegionChoice::of(federation.regions()) == region)
            .map(|federation| item(federation))
            .collect::<Vec<_>>();
        (!members.is_empty()).then(|| {
            view! {
                {heading(level, "gpf-group", region.label(), "")}
                <ul class="gpf-plain">{members}</ul>
            }
        })
    });
    groups.into_iter().collect_view()
}

fn item(federation: Federation<'_>) -> impl IntoView + use<> {
    let ended = (federation.status() == Status::Defunct).then(|| view! { " "<span class="gpf-tag">"Ended"</span> });
    let facts = facts(federation).into_iter().map(fact).collect_view();
    let sources = citations(federation).into_iter().map(|it| it.text).collect::<Vec<_>>().join("; ");
    view! {
        <li>
            <strong>{federation.name().to_owned()}</strong>{ended}
            <span class="gpf-small">{facts}" Source: "{sources}"."</span>
        </li>
    }
}

fn fact(Fact { label, value, note, .. }: Fact) -> impl IntoView {
    let note = if note.is_empty() { note } else { [" (", &note, ")"].concat() };
    let end = if note.is_empty() && value.ends_with('.') { "" } else { "." };
    [" ", label, ": ", &value, &note, end].concat()
}
