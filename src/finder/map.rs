//! Where the federations found are: a map of England's 7 NHS regions, and the same numbers as a bar chart.
//!
//! The bars are buttons: they are the way to choose a region by keyboard and with a screen reader, to whom the map is one
//! image. Both show what the region filter would show, and choosing on them is choosing there.

use std::borrow::Cow;

use gpf_core::directory::{Region, RegionChoice};
use gpf_core::map::{Outline, mark};
use gpf_core::wording;

use super::state::State;
use crate::ui::heading::heading;
use crate::ui::node::{Element, Node, button, classed, div, el};
use crate::ui::stage::Stage;

/// Where a finder has its map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// Beside the results in wide layouts, folded under them in narrow ones.
    #[default]
    Auto,
    /// Beside the results in wide layouts, not there in narrow ones.
    Wide,
    /// Nowhere.
    None,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Wide, Self::None];

    /// The word in attributes.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Wide => "wide",
            Self::None => "none",
        }
    }

    /// Reads an [`id`](Self::id), whatever its case and the spaces around it; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.id().eq_ignore_ascii_case(text.trim()))
    }
}

/// What a click on a region does; `data-id` says which.
pub(super) const DEED: &str = "region";

const TITLE: &str = "Federations by region";

/// The list of results, and after it the map and the bars, which stand beside it where there is room, and what can be done
/// with the results.
///
/// `is_same` says that the map has not changed since it was last made.
pub(super) fn beside([list, after]: [Element; 2], state: &State, is_same: bool) -> Element {
    // A map of nothing would be a hole in the page.
    let is_empty = state.own.reading.is_some() || state.counted.rows.is_empty();
    let layout = if is_empty { Layout::None } else { state.look.map };
    let (columns, is_foldable) = match layout {
        Layout::Auto => ("gpf-columns", true),
        Layout::Wide => ("gpf-columns gpf-only-wide", false),
        Layout::None => return el("div").child(list).child_if(None).child_if(None).child(after),
    };
    // It folds what stands after it, which the style sheet does where the layout is narrow. What stands inside of
    // `details` could not be shown where it is wide: `open` is no matter of style.
    let label = classed("span", "gpf-fold-label").text("Map of federations by region");
    let fold = classed("details", "gpf-fold gpf-map-fold").child(classed("summary", "gpf-summary").child(label));
    let map = div("gpf-map").set("part", "map");
    let map = match state.stage {
        _ if is_same => Node::Same,
        Stage::Answer | Stage::More => map.into(),
        _ => drawn(map, state).into(),
    };
    // On paper only the whole list has a map.
    let columns = if state.can_clear() { div(columns).set("data-part", "") } else { div(columns) };
    columns.child(list).child_if(is_foldable.then_some(fold)).child(map).child(after)
}

/// Adds the map, the bars and what there is to know of them to `map`, whose place the list is beside already.
fn drawn(map: Element, state: &State) -> Element {
    let dots = state.data.places.dots(&state.counted.rows);
    map.child(heading(state.look.level_beneath(), "gpf-map-heading", TITLE, ""))
        .child(england(state, dots.path))
        .child(bars(state))
        .child(note(state, dots.without))
}

/// The map's own size with a margin for outlines. What lies beyond, such as the Isles of Scilly, is shown as well.
const MISSING: &str = " are not on the map because we do not know where they are. ";
const MISSING_ONE: &str = " is not on the map because we do not know where it is. ";

const VIEW: &str = "-4 -4 468 620";

const WHAT_IT_SHOWS: &str = "Map of England showing the 7 NHS regions. Each dot is the main town of one or more \
                             federations in your results. The number in each region is also in the list of regions \
                             next to the map.";

/// The map.
fn england(state: &State, dots: String) -> Element {
    let mut map =
        classed("svg", "gpf-england").set("viewBox", VIEW).set("role", "img").set("aria-label", what_it_shows(state));
    let (mut chosen, mut lead) = ("", "");
    let mut numbers = Vec::with_capacity(Region::ALL.len());
    for (region, outline) in Outline::all() {
        let choice = RegionChoice::Is(region);
        let count = wording::number(state.counted.facets.region(choice));
        let [x, y] = outline.number;
        // What is seen where the mouse rests.
        let name = el("title").text([region.name(), ": ", &count].concat());
        let path = classed("path", "gpf-region").set("d", outline.path);
        map = map.child(path.set("data-do", DEED).set("data-id", region.id()).child(name));
        // A region without any has no number.
        let is_empty = count == "0";
        let count = if is_empty { String::new() } else { count };
        numbers.push(classed("text", "gpf-number").set("x", x).set("y", y).text(count));
        if state.query.region == Some(choice) {
            chosen = outline.path;
        }
        if !outline.lead.is_empty() && !is_empty {
            lead = outline.lead;
        }
    }
    let path = |class, d: Cow<'static, str>| classed("path", class).set("d", d);
    // The chosen one again, over its neighbours: they would cover half its outline.
    map.child(path("gpf-chosen", chosen.into()))
        .child(path("gpf-lead", lead.into()))
        .child(path("gpf-dots", dots.into()))
        .all(numbers)
        .all(place(state))
}

/// The mark of the place that was searched for, over an edge that sets it off.
fn place(state: &State) -> Vec<Element> {
    let district = state.counted.near().map(|near| near.nearby.district);
    let mark = district.map(|it| mark(it.longitude(), it.latitude()));
    let edge = mark.clone().map(|mark| classed("path", "gpf-here-edge").set("d", mark));
    edge.into_iter().chain(mark.map(|mark| classed("path", "gpf-here").set("d", mark))).collect()
}

/// What those who don't see the map are told of it.
fn what_it_shows(state: &State) -> String {
    let mut text = WHAT_IT_SHOWS.to_owned();
    push_mark(&mut text, " ", state, "");
    text
}

/// Adds what the mark is, where there is one.
fn push_mark(text: &mut String, before: &str, state: &State, after: &str) {
    if let Some(near) = state.counted.near() {
        let name = near.name();
        for part in [before, "A cross in a circle marks the centre of ", &name, ".", after] {
            text.push_str(part);
        }
    }
}

/// The bars: a button a region, as long as the longest has room for.
fn bars(state: &State) -> Element {
    let facets = &state.counted.facets;
    let most = RegionChoice::ALL.iter().map(|choice| facets.region(*choice)).max().unwrap_or_default().max(1);
    let mut bars = div("gpf-bars").set("role", "group").set("aria-label", TITLE);
    for choice in RegionChoice::ALL {
        let count = facets.region(choice);
        let is_chosen = state.query.region == Some(choice);
        if choice == RegionChoice::Unknown && count == 0 && !is_chosen {
            continue;
        }
        let mut share = wording::number((u64::from(count) * 100).div_ceil(u64::from(most)) as u32);
        share.push('%');
        let bar = classed("svg", "gpf-bar-line").set("aria-hidden", "true");
        let bar = bar.child(el("rect").set("width", share).set("height", "100%"));
        bars = bars.child(
            button("gpf-bar-button", DEED, choice.label())
                .set("data-id", choice.id())
                .set("aria-pressed", if is_chosen { "true" } else { "false" })
                .text(" ")
                .child(classed("span", "gpf-bar-count").text(wording::number(count)))
                .child(bar),
        );
    }
    bars
}

/// What there is to know about the map.
fn note(state: &State, without: u32) -> Element {
    let mut text = "Each dot shows the main town of one or more federations. ".to_owned();
    push_mark(&mut text, "", state, " ");
    if without > 0 {
        for part in [&*wording::number(without), " of ", &wording::federations(state.counted.rows.len() as u32)] {
            text.push_str(part);
        }
        text.push_str(if without == 1 { MISSING_ONE } else { MISSING });
    }
    text.push_str("Region outlines are approximate. They are not official boundaries.");
    classed("p", "gpf-small gpf-map-note").text(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_core::map::{HEIGHT, WIDTH};

    #[test]
    fn a_layout_is_read_back() {
        for layout in Layout::ALL {
            assert_eq!(Layout::parse(&layout.id().to_uppercase()), Some(layout));
        }
        assert_eq!(Layout::parse("big"), None);
    }

    #[test]
    fn the_view_is_the_map_and_a_margin() {
        assert_eq!(VIEW, format!("-4 -4 {} {}", WIDTH + 8, HEIGHT + 8));
    }
}
