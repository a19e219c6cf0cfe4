//! The results: the federations, grouped or ranked, or suggestions if there are none.

use gpf_domain::directory::RegionChoice;
use gpf_domain::format;
use gpf_domain::search::{Filter, Query, SearchResults, announcement, relaxations};

use super::memo::{Memos, RowInputs};
use super::row::{Medium, federation_row};
use crate::finder::controls::{Action, DATA_REGION};
use crate::finder::state::State;
use crate::finder::strings;
use crate::ui::action_id::DATA_ID;
use crate::ui::heading::heading;
use crate::ui::render_phase::RenderPhase;
use crate::ui::strings::OF;
use crate::ui::vdom::{VElement, VNode, action_button, div, el, el_class};

/// The number of federations in the first phase, which fill about one screen of a phone.
const FIRST_CHUNK: usize = 8;

/// Adds the list of results, or suggestions if it is empty, to `body`.
pub(super) fn results(body: VElement, state: &State, memos: &mut Memos) -> VElement {
    let list = memos.rows.node(RowInputs::of(state), || list(state).into());
    let notice = announcement(&state.found, &state.query);
    // A problem with a postcode is emphasised. A note about distances is not.
    let class = if state.found.near().is_some() { "gpf-small gpf-about" } else { "gpf-notice" };
    body.child_opt(notice.map(|text| el_class("p", class).text(text))).child(list).child(show_more(state))
}

fn list(state: &State) -> VElement {
    let count = state.visible_rows().len();
    let count = if state.phase == RenderPhase::FirstRows { count.min(FIRST_CHUNK) } else { count };
    let list = div("gpf-results").attr("part", "results");
    if state.is_by_region() {
        by_region(list, state, &state.found)
    } else if state.found.rows.is_empty() {
        empty_state(list, state)
    } else {
        rows(list, state, count, Medium::Screen)
    }
}

/// Adds the regions to `list`, each with its number of federations, which are under it once it is open. If a region is
/// selected, the others are hidden. They keep their positions, so that the focus stays on the region when it is closed.
fn by_region(mut list: VElement, state: &State, found: &SearchResults) -> VElement {
    let chosen = state.query.region;
    for region in RegionChoice::ALL {
        let size = found.facets.region(region);
        let is_open = state.open_regions.contains(&region);
        if size == 0 && !is_open {
            continue;
        }
        let count = format::federations(size);
        let title = heading(state.settings.child_heading_level(), "gpf-group gpf-name", region.label(), &count);
        let mut group = el_class("details", "gpf-region-group")
            .attr(DATA_REGION, region.id())
            .prop_bool("hidden", chosen.is_some() && !is_open)
            .prop_bool("open", is_open)
            .child(el_class("summary", "gpf-summary").child(title));
        if is_open {
            let all = state.rows_of(region);
            let most = if state.phase == RenderPhase::FirstRows { FIRST_CHUNK } else { state.max_rows_per_group() };
            for row in all.iter().take(most) {
                group = group.child(federation_row(state, *row, Medium::Screen));
            }
            let left = all.len().saturating_sub(most) as u32;
            let more = [strings::SHOW_MORE, &format::format_number(left), strings::LEFT].concat();
            let more = action_button("gpf-button gpf-more", Action::ShowMoreOfRegion, more).attr(DATA_ID, region.id());
            group = group.child(div("gpf-buttons").prop_bool("hidden", left == 0).child(more));
        }
        list = list.child(group);
    }
    let total = format::format_number(found.total);
    let (action, [before, after]) = match chosen {
        Some(_) => (Action::RemoveRegion, [strings::DROP_REGION, ")"]),
        None => (Action::ShowAll, [strings::SHOW_ALL, strings::A_TO_Z]),
    };
    let all = [before, &*total, after].concat();
    let all = action_button("gpf-button gpf-show-all", action, all).attr(DATA_ID, chosen.map_or("", RegionChoice::id));
    list.child(div("gpf-buttons").child(all))
}

/// Adds the first `count` results to `list`, those of each region under its heading.
pub(super) fn rows(list: VElement, state: &State, count: usize, medium: Medium) -> VElement {
    let mut nodes: Vec<VNode> = Vec::with_capacity(count);
    for group in state.groups(count) {
        if let Some(region) = group.region {
            let size = format::federations(group.size);
            nodes.push(heading(state.settings.child_heading_level(), "gpf-group", region.label(), &size).into());
        }
        for &row in group.rows {
            nodes.push(federation_row(state, row, medium).into());
        }
    }
    list.children(nodes)
}

/// Adds to `list` each filter whose removal would find something, and the regions, to look in one of them.
fn empty_state(list: VElement, state: &State) -> VElement {
    let ways = relaxations(&state.found, &state.query);
    let advice = if ways.is_empty() {
        strings::TRY_SPELLING
    } else if state.found.terms.is_empty() || state.found.place.is_some() {
        strings::TRY_THESE
    } else {
        strings::TRY_SPELLING_OR_THESE
    };
    let ways = ways.into_iter().map(|way| {
        let (action, label) = match way.filter {
            Filter::Text => (Action::RemoveText, strings::DROP_TEXT),
            Filter::Region => (Action::RemoveRegion, strings::DROP_REGION),
            Filter::Status => (Action::RemoveStatus, strings::DROP_STATUS),
            Filter::LegalForm => (Action::RemoveLegalForm, strings::DROP_LEGAL_FORM),
        };
        let label = [label, &format::federations(way.count), ")"].concat();
        action_button("gpf-button", action, label).into()
    });
    let nothing = div("gpf-nothing").child(el("p").text(advice)).child(div("gpf-buttons").children(ways.collect()));
    let list = list.child(nothing);
    let Query { region, status, legal_form, .. } = state.query;
    if region.is_some() || status.is_some() || legal_form.is_some() {
        return list;
    }
    let all = state.data.everything();
    if all.rows.is_empty() { list } else { by_region(list, state, all) }
}

/// The button "Show more", and how many results are shown.
fn show_more(state: &State) -> VElement {
    let (left, all) = (state.hidden_count(), state.match_count());
    let next = format::format_number(left.min(state.settings.page_size));
    let shown = [strings::SHOWING, &*format::format_number(all - left), OF, &format::federations(all)].concat();
    div("gpf-buttons")
        .prop_bool("hidden", left == 0 || state.is_by_region())
        .child(action_button("gpf-button gpf-more", Action::ShowMore, [strings::SHOW, &next, strings::MORE].concat()))
        .text(" ")
        .child(el_class("span", "gpf-small").text(shown))
}
