//! What was found: the federations, grouped or ranked, and the way out where there are none.

use gpf_core::directory::RegionChoice;
use gpf_core::near;
use gpf_core::search::{Filter, readings, ways_out};
use gpf_core::wording;

use super::federation::federation;
use super::state::State;
use crate::ui::heading::heading;
use crate::ui::node::{Element, Node, button, classed, div, el};
use crate::ui::stage::Stage;

/// How many federations come first, while the rest of the page is made: about as many as a phone shows.
const FIRST: usize = 8;

/// Adds the list of results, or what to do where it is empty, to `body`.
pub(super) fn results(body: Element, state: &State) -> Element {
    let shown = state.shown();
    let shown = if state.stage == Stage::Answer { &shown[..shown.len().min(FIRST)] } else { shown };
    let list = rows(div("gpf-results").set("part", "results"), state, shown, Medium::Screen);
    body.child_if(notice(state).map(|text| classed("p", "gpf-notice").text(text)))
        .child(list.child_if(nothing(state)))
        .child(more(state))
}

/// What federations are listed on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    /// Details open and close.
    Screen,
    /// All is open, and made of what is laid out quickly: there may be thousands.
    Paper,
}

/// Adds the first federations found, `rows`, to `list`, each group of them under a heading where they are grouped.
pub(super) fn rows(list: Element, state: &State, rows: &[u32], medium: Medium) -> Element {
    let group_of = |row: u32| RegionChoice::of(state.data.directory.federation(row).regions());
    let mut nodes: Vec<Node> = Vec::with_capacity(rows.len());
    let mut last = None;
    for (at, &row) in rows.iter().enumerate() {
        let group = state.found.grouped.then(|| group_of(row));
        if let Some(group) = group.filter(|_| group != last) {
            // The rows of a group stand together.
            let size = state.found.rows[at..].partition_point(|row| group_of(*row) == group) as u32;
            let count = wording::federations(size);
            nodes.push(heading(state.look.level_beneath(), "gpf-group", group.label(), &count).into());
        }
        last = group;
        nodes.push(federation(state, row, medium).into());
    }
    list.children(nodes)
}

/// Says when what was found isn't quite what was typed.
fn notice(state: &State) -> Option<String> {
    let found = &state.found;
    if found.postcode.is_some() {
        return near::notice(found, &state.query);
    }
    if let Some(area) = &found.area {
        let end = ". This is approximate: a federation may only cover part of the area.";
        return Some(["Showing federations for postcode area ", area, end].concat());
    }
    if found.slips.is_empty() {
        return None;
    }
    Some(["No exact matches. Showing results for ", &readings(&found.slips), "."].concat())
}

/// Where nothing was found: each single thing that, taken back, would show something.
fn nothing(state: &State) -> Option<Element> {
    if !state.found.rows.is_empty() {
        return None;
    }
    let ways = ways_out(&state.found, &state.query);
    let advice = if ways.is_empty() {
        "Try a different spelling, a shorter word or a nearby town."
    } else if state.found.words.is_empty() {
        "Try one of these:"
    } else {
        "Try a different spelling, or one of these:"
    };
    let ways = ways.into_iter().map(|way| {
        let (deed, label) = match way.filter {
            Filter::Text => ("drop-text", "Clear search ("),
            Filter::Region => ("drop-region", "Show all regions ("),
            Filter::Status => ("drop-status", "Show all statuses ("),
            Filter::LegalForm => ("drop-legal-form", "Show all legal forms ("),
        };
        let label = [label, &wording::federations(way.count), ")"].concat();
        button("gpf-button", deed, label).set("part", "button").into()
    });
    Some(div("gpf-nothing").child(el("p").text(advice)).child(div("gpf-buttons").children(ways.collect())))
}

/// "Show more", and how much is shown.
fn more(state: &State) -> Element {
    let (left, all) = (state.left(), state.matching());
    let next = wording::number(left.min(state.look.page_size));
    let shown = ["Showing ", &*wording::number(all - left), " of ", &wording::federations(all)].concat();
    div("gpf-buttons")
        .is("hidden", left == 0)
        .child(button("gpf-button gpf-more", "more", ["Show ", &next, " more"].concat()).set("part", "button"))
        .text(" ")
        .child(classed("span", "gpf-small").text(shown))
}
