//! The comparison on paper: a table of answers with the numbers of their sources, and those at its end.

use gpf_domain::comparison::{Catalogue, CitedSource, Finding};
use leptos::prelude::*;

use super::cited_sources::Sources;
use super::context::ComparisonContext;
use super::state::State;
use super::table::table;
use crate::ui::event_target::add_listener;
use crate::ui::heading::heading;
use crate::ui::vdom::{VElement, el, el_class, fill_with};

/// Fills the sheet that the style sheet shows in print only, for as long as the page is being printed.
pub(super) fn install(comparison: ComparisonContext) {
    // Built in the event itself: the browser takes its picture of the page right after it.
    for name in ["beforeprint", "afterprint"] {
        add_listener(&window(), name, Box::new(move |event| fill_for(comparison, event)));
    }
}

fn fill_for(comparison: ComparisonContext, event: &web_sys::Event) {
    let sheet = comparison.parent.with_value(|parent| parent.query_selector(".gpf-print-sheet"));
    let Ok(Some(sheet)) = sheet else { return };
    let is_before = event.type_() == "beforeprint";
    fill_with(&sheet, is_before.then(|| comparison.state.with_untracked(print_sheet)));
}

fn print_sheet(state: &State) -> VElement {
    let mut sources = Sources(Vec::new());
    let table = table(state, &state.matrix(), &state.shortlist(), Some(&mut sources));
    let list = sources.0.iter().map(|it| source(&state.catalogue, it));
    el("div")
        .child(table)
        .child(heading(state.settings.child_heading_level(), "gpf-group", "Sources", ""))
        .child(el_class("ol", "gpf-cited-list").extend(list))
}

/// A source with its address, which on paper can't be followed.
fn source(all: &Catalogue, finding: &Finding) -> VElement {
    let source = all.source(&finding.source);
    let name = source.filter(|_| !finding.added).map_or_else(|| all.cite(finding), CitedSource::in_full);
    let url = source.and_then(|it| it.url.as_deref()).unwrap_or_default();
    let comma = if url.is_empty() { "" } else { ", " };
    el("li").text([&*name, comma, url].concat())
}
