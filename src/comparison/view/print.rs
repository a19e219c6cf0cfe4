//! The printed comparison: a table of answers with the numbers of their sources, and the list of those sources.

use gpf_domain::comparison::Catalogue;
use gpf_domain::directory::Source;
use leptos::prelude::*;

use super::cited_sources::{NumberedCitation, Sources};
use super::table::table;
use crate::comparison::context::ComparisonContext;
use crate::comparison::state::State;
use crate::comparison::strings;
use crate::ui::heading::heading;
use crate::ui::print_sheet;
use crate::ui::vdom::{VElement, el, el_class};

/// Prints the comparison like this until it is removed.
pub(crate) fn install(comparison: ComparisonContext) {
    print_sheet::install(comparison.parent, move || comparison.state.with_untracked(print_sheet_view));
}

fn print_sheet_view(state: &State) -> VElement {
    let mut sources = Sources(Vec::new());
    let table = table(state, &state.matrix(), &state.shortlist(), Some(&mut sources));
    let list = sources.0.into_iter().map(|it| source(&state.catalogue, it));
    el("div")
        .child(table)
        .child(heading(state.settings.child_heading_level(), "gpf-group", strings::SOURCES, ""))
        .child(el_class("ol", "gpf-cited-list").extend(list))
}

/// A source with its address, because links do not work on paper.
fn source(all: &Catalogue, NumberedCitation { finding, text }: NumberedCitation<'_>) -> VElement {
    let source = all.source(&finding.source);
    let name = source.filter(|_| !finding.added).map_or(text, Source::in_full);
    let url = source.and_then(|it| it.url.as_deref()).unwrap_or_default();
    let comma = if url.is_empty() { "" } else { ", " };
    el("li").text([&*name, comma, url].concat())
}
