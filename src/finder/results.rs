//! What was found: the federations, grouped or ranked, and the way out where there are none.

use gpf_core::directory::RegionChoice;
use gpf_core::near::announcement;
use gpf_core::search::{Filter, Found, Narrowing, Query, ways_out};
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
    let list = div("gpf-results").set("part", "results");
    let list = if state.is_by_region() {
        by_region(list, state, &state.found)
    } else if state.found.rows.is_empty() {
        nothing(list, state)
    } else {
        rows(list, state, shown, Medium::Screen)
    };
    let notice = announcement(&state.found, &state.query);
    // What is wrong with a postcode stands out; what there is to know of distances doesn't.
    let class = if state.found.near().is_some() { "gpf-small gpf-about" } else { "gpf-notice" };
    body.child_if(notice.map(|text| classed("p", class).text(text))).child(list).child(more(state))
}

/// Adds the regions to `list`, each with how many federations it has, which stand under it once it is open.
fn by_region(mut list: Element, state: &State, found: &Found) -> Element {
    for region in RegionChoice::ALL {
        let size = found.facets.region(region);
        let is_open = state.open_regions.contains(&region);
        if size == 0 && !is_open {
            continue;
        }
        let count = wording::federations(size);
        let title = heading(state.look.level_beneath(), "gpf-group gpf-name", region.label(), &count);
        let mut group = classed("details", "gpf-region-group")
            .set("data-region", region.id())
            .is("open", is_open)
            .child(classed("summary", "gpf-summary").child(title));
        if is_open {
            let all = state.rows_of(region);
            let most = if state.stage == Stage::Answer { FIRST } else { state.of_group() };
            for row in all.iter().take(most) {
                group = group.child(federation(state, *row, Medium::Screen));
            }
            let left = all.len().saturating_sub(most) as u32;
            let more = ["Show more (", &wording::number(left), " left)"].concat();
            let more = button("gpf-button gpf-more", "more-of", more).set("part", "button").set("data-id", region.id());
            group = group.child(div("gpf-buttons").is("hidden", left == 0).child(more));
        }
        list = list.child(group);
    }
    let all = ["Show all ", &wording::number(found.total), ", A to Z"].concat();
    list.child(div("gpf-buttons").child(button("gpf-button gpf-show-all", "all", all).set("part", "button")))
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

/// Adds to `list` each single thing that, taken back, would show something, and the regions, to go on in one of them.
fn nothing(list: Element, state: &State) -> Element {
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
    let nothing = div("gpf-nothing").child(el("p").text(advice)).child(div("gpf-buttons").children(ways.collect()));
    let list = list.child(nothing);
    let Query { region, status, legal_form, .. } = state.query;
    if region.is_some() || status.is_some() || legal_form.is_some() {
        return list;
    }
    let all = state.data.search(&Query::default(), &mut Narrowing::default());
    if all.rows.is_empty() { list } else { by_region(list, state, &all) }
}

/// "Show more", and how much is shown.
fn more(state: &State) -> Element {
    let (left, all) = (state.left(), state.matching());
    let next = wording::number(left.min(state.look.page_size));
    let shown = ["Showing ", &*wording::number(all - left), " of ", &wording::federations(all)].concat();
    div("gpf-buttons")
        .is("hidden", left == 0 || state.is_by_region())
        .child(button("gpf-button gpf-more", "more", ["Show ", &next, " more"].concat()).set("part", "button"))
        .text(" ")
        .child(classed("span", "gpf-small").text(shown))
}
