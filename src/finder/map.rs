//! Where the federations found are: a map of England's 7 NHS regions, and the same numbers as a bar chart.
//!
//! The bars are buttons: they are the way to choose a region by keyboard and with a screen reader, to whom the map is one
//! image. Both show what the region filter would show, and choosing on them is choosing there.

use std::borrow::Cow;

use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::format;
use gpf_domain::map::{Outline, mark};

use super::options::MapLayout;
use super::state::State;
use crate::ui::heading::heading;
use crate::ui::render_phase::RenderPhase;
use crate::ui::vdom::{VElement, VNode, button, div, el, el_class};

/// What a click on a region does; `data-id` says which.
pub(super) const REGION_ACTION: &str = "region";

const TITLE: &str = "Federations by region";

/// The list of results, and after it the map and the bars, which stand beside it where there is room, and what can be done
/// with the results.
///
/// `is_same` says that the map has not changed since it was last made.
pub(super) fn with_map([list, after]: [VElement; 2], state: &State, is_same: bool) -> VElement {
    // A map of nothing would be a hole in the page.
    let is_empty = state.list_status.progress.is_some() || state.settled.rows.is_empty();
    let layout = if is_empty { MapLayout::None } else { state.settings.map };
    let (columns, is_foldable) = match layout {
        MapLayout::Auto => ("gpf-columns", true),
        MapLayout::Wide => ("gpf-columns gpf-only-wide", false),
        MapLayout::None => return el("div").child(list).child_opt(None).child_opt(None).child(after),
    };
    // It folds what stands after it, which the style sheet does where the layout is narrow. What stands inside of
    // `details` could not be shown where it is wide: `open` is no matter of style.
    let label = el_class("span", "gpf-fold-label").text("Map of federations by region");
    let fold = el_class("details", "gpf-fold gpf-map-fold").child(el_class("summary", "gpf-summary").child(label));
    let map = div("gpf-map").attr("part", "map");
    let map = match state.phase {
        _ if is_same => VNode::Keep,
        RenderPhase::FirstRows | RenderPhase::AllRows => map.into(),
        _ => map_panel(map, state).into(),
    };
    // On paper only the whole list has a map.
    let columns = if state.has_filters() { div(columns).attr("data-part", "") } else { div(columns) };
    columns.child(list).child_opt(is_foldable.then_some(fold)).child(map).child(after)
}

/// Adds the map, the bars and what there is to know of them to `map`, whose place the list is beside already.
fn map_panel(map: VElement, state: &State) -> VElement {
    let dots = state.data.places.dots(&state.settled.rows);
    map.child(heading(state.settings.child_heading_level(), "gpf-map-heading", TITLE, ""))
        .child(england_svg(state, dots.path))
        .child(region_bars(state))
        .child(map_note(state, dots.unplaced))
}

/// The map's own size with a margin for outlines. What lies beyond, such as the Isles of Scilly, is shown as well.
const MISSING: &str = " are not on the map because we do not know where they are. ";
const MISSING_ONE: &str = " is not on the map because we do not know where it is. ";

const VIEW_BOX: &str = "-4 -4 468 620";

const MAP_DESCRIPTION: &str = "Map of England showing the 7 NHS regions. Each dot is the main town of one or more \
                             federations in your results. The number in each region is also in the list of regions \
                             next to the map.";

/// The map.
fn england_svg(state: &State, dots: String) -> VElement {
    let mut map = el_class("svg", "gpf-england")
        .attr("viewBox", VIEW_BOX)
        .attr("role", "img")
        .attr("aria-label", map_description(state));
    let (mut chosen, mut lead) = ("", "");
    let mut numbers = Vec::with_capacity(Region::ALL.len());
    for (region, outline) in Outline::all() {
        let choice = RegionChoice::Is(region);
        let count = format::number(state.settled.facets.region(choice));
        let [x, y] = outline.label_position;
        // What is seen where the mouse rests.
        let name = el("title").text([region.name(), ": ", &count].concat());
        let path = el_class("path", "gpf-region").attr("d", outline.path);
        map = map.child(path.attr("data-action", REGION_ACTION).attr("data-id", region.id()).child(name));
        // A region without any has no number.
        let is_empty = count == "0";
        let count = if is_empty { String::new() } else { count };
        numbers.push(el_class("text", "gpf-number").attr("x", x).attr("y", y).text(count));
        if state.query.region == Some(choice) {
            chosen = outline.path;
        }
        if !outline.leader_line.is_empty() && !is_empty {
            lead = outline.leader_line;
        }
    }
    let path = |class, d: Cow<'static, str>| el_class("path", class).attr("d", d);
    // The chosen one again, over its neighbours: they would cover half its outline.
    map.child(path("gpf-chosen", chosen.into()))
        .child(path("gpf-lead", lead.into()))
        .child(path("gpf-dots", dots.into()))
        .extend(numbers)
        .extend(place_marker(state))
}

/// The mark of the place that was searched for, over an edge that sets it off.
fn place_marker(state: &State) -> Vec<VElement> {
    let district = state.settled.near().map(|near| near.nearby.district);
    let mark = district.map(|it| mark(it.longitude(), it.latitude()));
    let edge = mark.clone().map(|mark| el_class("path", "gpf-here-edge").attr("d", mark));
    edge.into_iter().chain(mark.map(|mark| el_class("path", "gpf-here").attr("d", mark))).collect()
}

/// What those who don't see the map are told of it.
fn map_description(state: &State) -> String {
    let mut text = MAP_DESCRIPTION.to_owned();
    push_mark(&mut text, " ", state, "");
    text
}

/// Adds what the mark is, where there is one.
fn push_mark(text: &mut String, before: &str, state: &State, after: &str) {
    if let Some(near) = state.settled.near() {
        let name = near.name();
        for part in [before, "A cross in a circle marks the centre of ", &name, ".", after] {
            text.push_str(part);
        }
    }
}

/// The bars: a button a region, as long as the longest has room for.
fn region_bars(state: &State) -> VElement {
    let facets = &state.settled.facets;
    let most = RegionChoice::ALL.iter().map(|choice| facets.region(*choice)).max().unwrap_or_default().max(1);
    let mut bars = div("gpf-bars").attr("role", "group").attr("aria-label", TITLE);
    for choice in RegionChoice::ALL {
        let count = facets.region(choice);
        let is_chosen = state.query.region == Some(choice);
        if choice == RegionChoice::Unknown && count == 0 && !is_chosen {
            continue;
        }
        let mut share = format::number((u64::from(count) * 100).div_ceil(u64::from(most)) as u32);
        share.push('%');
        let bar = el_class("svg", "gpf-bar-line").attr("aria-hidden", "true");
        let bar = bar.child(el("rect").attr("width", share).attr("height", "100%"));
        bars = bars.child(
            button("gpf-bar-button", REGION_ACTION, choice.label())
                .attr("data-id", choice.id())
                .attr("aria-pressed", if is_chosen { "true" } else { "false" })
                .text(" ")
                .child(el_class("span", "gpf-bar-count").text(format::number(count)))
                .child(bar),
        );
    }
    bars
}

/// What there is to know about the map.
fn map_note(state: &State, unplaced: u32) -> VElement {
    let mut text = "Each dot shows the main town of one or more federations. ".to_owned();
    push_mark(&mut text, "", state, " ");
    if unplaced > 0 {
        for part in [&*format::number(unplaced), " of ", &format::federations(state.settled.rows.len() as u32)] {
            text.push_str(part);
        }
        text.push_str(if unplaced == 1 { MISSING_ONE } else { MISSING });
    }
    text.push_str("Region outlines are approximate. They are not official boundaries.");
    el_class("p", "gpf-small gpf-map-note").text(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_domain::map::{HEIGHT, WIDTH};

    #[test]
    fn a_layout_is_read_back() {
        for layout in MapLayout::ALL {
            assert_eq!(MapLayout::parse(&layout.id().to_uppercase()), Some(layout));
        }
        assert_eq!(MapLayout::parse("big"), None);
    }

    #[test]
    fn the_view_is_the_map_and_a_margin() {
        assert_eq!(VIEW_BOX, format!("-4 -4 {} {}", WIDTH + 8, HEIGHT + 8));
    }
}
