//! The comparison on paper: a table of answers with the numbers of their sources, and those at its end.

use gpf_core::comparison::{Catalogue, Cell, CitedSource, Finding};
use leptos::prelude::*;

use super::state::State;
use super::table::table;
use super::view::Comparison;
use crate::ui::heading::heading;
use crate::ui::node::{Element, classed, el, fill_with};
use crate::ui::target::hear;

/// Fills the sheet that the style sheet shows in print only, for as long as the page is being printed.
pub(super) fn fill(comparison: Comparison) {
    // Built in the event itself: the browser takes its picture of the page right after it.
    for name in ["beforeprint", "afterprint"] {
        hear(&window(), name, Box::new(move |event| fill_for(comparison, event)));
    }
}

fn fill_for(comparison: Comparison, event: &web_sys::Event) {
    let sheet = comparison.parent.with_value(|parent| parent.query_selector(".gpf-print-sheet"));
    let Ok(Some(sheet)) = sheet else { return };
    let is_before = event.type_() == "beforeprint";
    fill_with(&sheet, is_before.then(|| comparison.state.with_untracked(on_paper)));
}

fn on_paper(state: &State) -> Element {
    let mut sources = Sources(Vec::new());
    let table = table(state, &state.matrix(), &state.shortlist(), Some(&mut sources));
    let list = sources.0.iter().map(|it| source(&state.catalogue, it));
    el("div")
        .child(table)
        .child(heading(state.look.level_beneath(), "gpf-group", "Sources", ""))
        .child(classed("ol", "gpf-cited-list").all(list))
}

/// The findings that a sheet cites, each citation once: its place is its number.
pub(super) struct Sources<'a>(Vec<&'a Finding>);

impl<'a> Sources<'a> {
    /// The numbers of what an answer rests on.
    pub(super) fn numbers(&mut self, all: &'a Catalogue, cell: &'a Cell) -> Element {
        let mut numbers = String::new();
        let mut last = 0;
        for finding in all.findings_of(cell) {
            let citation = all.cite(finding);
            let known = self.0.iter().position(|it| all.cite(it) == citation);
            let at = known.unwrap_or(self.0.len());
            if known.is_none() {
                self.0.push(finding);
            }
            // Findings of one source mostly follow each other.
            if last != at + 1 {
                last = at + 1;
                numbers.push_str(if numbers.is_empty() { " " } else { ", " });
                numbers.push_str(&last.to_string());
            }
        }
        el("sup").text(numbers)
    }
}

/// A source with its address, which on paper can't be followed.
fn source(all: &Catalogue, finding: &Finding) -> Element {
    let source = all.source(&finding.source);
    let name = source.filter(|_| !finding.added).map_or_else(|| all.cite(finding), CitedSource::in_full);
    let url = source.and_then(|it| it.url.as_deref()).unwrap_or_default();
    let comma = if url.is_empty() { "" } else { ", " };
    el("li").text([&*name, comma, url].concat())
}
