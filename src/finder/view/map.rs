//! The map of the federations found, by England's 7 NHS regions, and the same numbers as a list.
//!
//! The list has a button per region. They are the way to select a region by keyboard and with a screen reader, which
//! presents the map as one image. The map and the list show what the region filter would find, and a selection on them
//! sets the filter.

use std::borrow::Cow;

use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::format;
use gpf_domain::map::{CloseUp, MapPoints, Outline, mark, point, push};

use super::memo::{AsideInputs, Memos};
use crate::finder::controls::Action;
use crate::finder::options::MapLayout;
use crate::finder::state::State;
use crate::finder::strings;
use crate::ui::action_id::DATA_ID;
use crate::ui::heading::heading;
use crate::ui::render_phase::RenderPhase;
use crate::ui::strings::OF;
use crate::ui::vdom::{VElement, button, div, el, el_class};

/// The heading of the map and of the list of regions.
fn title(state: &State) -> &'static str {
    if state.settled.near().is_some() { strings::NEAREST_ON_MAP } else { strings::BY_REGION_ON_MAP }
}

/// The list of results, then the map with its list of regions, which is at the side if there is room, and then the
/// actions.
pub(super) fn with_map([list, after]: [VElement; 2], state: &State, memos: &mut Memos) -> VElement {
    // A map without federations would be an empty space in the page.
    let is_empty = state.list_status.is_reading() || state.settled.rows.is_empty();
    let layout = if is_empty { MapLayout::None } else { state.settings.map };
    let (columns, is_foldable) = match layout {
        MapLayout::Auto => ("gpf-columns", true),
        MapLayout::Wide => ("gpf-columns gpf-only-wide", false),
        MapLayout::None => {
            memos.map.forget();
            return el("div").child(list).child_opt(None).child_opt(None).child(after);
        }
    };
    // It folds the element after it, by the style sheet, in narrow layouts. The map is not inside `details`, because
    // then it could not be shown in wide layouts: a style sheet cannot set `open`.
    let label = el_class("span", "gpf-fold-label").text(strings::MAP);
    let fold = el_class("details", "gpf-fold gpf-map-fold").child(el_class("summary", "gpf-summary").child(label));
    let map = memos.map.node(AsideInputs::of(state), || {
        let map = div("gpf-map").attr("part", "map");
        if state.phase < RenderPhase::AllRows { map.into() } else { map_panel(map, state).into() }
    });
    // On paper only the whole list has a map.
    let columns = if state.has_filters() { div(columns).attr("data-part", "") } else { div(columns) };
    columns.child(list).child_opt(is_foldable.then_some(fold)).child(map).child(after)
}

/// Adds the map, the list of regions and the note about the map to `map`, which is in the layout already.
fn map_panel(map: VElement, state: &State) -> VElement {
    let district = state.settled.near().map(|near| near.nearby.district);
    let points = MapPoints::of(&state.settled.rows, state.data.locator(), district);
    let here = district.map(|it| point(it.centre()));
    let close_up = points.close_up(here).filter(|_| state.has_filters());
    let (picture, note) = if let Some(close_up) = &close_up {
        (close_up_svg(state, close_up), strings::CLOSE_UP_NOTE)
    } else {
        let dots = points.dots();
        let note = if dots.is_empty() { strings::COUNTS_NOTE } else { strings::DOTS_NOTE };
        (england_svg(state, dots, note, here), note)
    };
    map.child(heading(state.settings.child_heading_level(), "gpf-map-heading", title(state), ""))
        .child(picture)
        .child(region_list(state))
        .child(map_note(state, note, points.unplaced()))
}

/// The bounds of the map, with a margin for outlines. Content beyond them, such as the Isles of Scilly, is shown too.
const VIEW_BOX: &str = "-4 -4 468 620";

/// The bounds of London, which the inset shows 2.7 times as large as the map.
const LONDON: &str = "317 417 60 52";
/// The top, width and height of the inset, which begins at the left edge of the map.
const INSET: [&str; 3] = ["300", "162", "140"];
/// The outline of the inset.
const INSET_FRAME: &str = "M0 300h162v140H0z";
/// The middle of the name of London, above the inset.
const INSET_NAME: [&str; 2] = ["81", "282"];

fn path(class: &'static str, d: impl Into<Cow<'static, str>>) -> VElement {
    el_class("path", class).attr("d", d.into())
}

fn picture(view_box: &'static str, state: &State, description: &str) -> VElement {
    let mut label = description.to_owned();
    push_mark(&mut label, state);
    el_class("svg", "gpf-england").attr("viewBox", view_box).attr("role", "img").attr("aria-label", label)
}

/// Whether the map has its drawing. The drawing is a phase of its own, and not in the first view, because the wasm has the
/// outlines already.
fn is_drawn(state: &State) -> bool {
    state.phase >= RenderPhase::Complete
}

/// Adds the outlines of the regions to `map`. The selected one is added again at the end, because its neighbours would
/// cover half of its outline.
fn regions(mut map: VElement, state: &State) -> VElement {
    let mut chosen = "";
    for (region, outline) in Outline::all() {
        let choice = RegionChoice::Is(region);
        let count = format::format_number(state.settled.facets.region(choice));
        // The tooltip. Screen readers present the map as one image, but some of them also read titles.
        let name = el("title").text([region.name(), ": ", &count].concat());
        let region_path = path("gpf-region", outline.path).attr("aria-hidden", "true");
        map = map.child(region_path.action(Action::ToggleRegion).attr(DATA_ID, region.id()).child(name));
        if state.query.region == Some(choice) {
            chosen = outline.path;
        }
    }
    map.child(path("gpf-chosen", chosen))
}

/// The map of England. London has an inset at the side, because its dots are too close to each other.
fn england_svg(state: &State, dots: String, note: &str, here: Option<[i16; 2]>) -> VElement {
    let description = [strings::MAP_OF_ENGLAND, note, strings::NUMBERS_IN_LIST].concat();
    let map = picture(VIEW_BOX, state, &description);
    if !is_drawn(state) {
        return map;
    }
    let mut lead = "";
    let mut numbers = Vec::with_capacity(Region::ALL.len());
    for (region, outline) in Outline::all() {
        // A region without federations has no number.
        let count = state.settled.facets.region(RegionChoice::Is(region));
        let count = if count == 0 { String::new() } else { format::format_number(count) };
        let [x, y] = outline.label_position;
        lead = outline.leader_line.filter(|_| !count.is_empty()).unwrap_or(lead);
        numbers.push(el_class("text", "gpf-number").attr("aria-hidden", "true").attr("x", x).attr("y", y).text(count));
    }
    let all = el("g").attr("id", "gpf-all");
    let all = regions(all, state).child(path("gpf-dots", dots));
    let london = Region::London;
    let [top, width, height] = INSET;
    let inset = el_class("svg", "gpf-inset")
        .attr("aria-hidden", "true")
        .attr("viewBox", LONDON)
        .attr("width", width)
        .attr("height", height)
        .attr("y", top)
        .action(Action::ToggleRegion)
        .attr(DATA_ID, london.id())
        .child(el("title").text(london.name()))
        .child(el("use").attr("href", "#gpf-all"));
    // The frame covers the map behind it.
    let frame = path("gpf-frame", INSET_FRAME);
    let [x, y] = INSET_NAME;
    let name = el_class("text", "gpf-number gpf-inset-name").attr("aria-hidden", "true").attr("x", x).attr("y", y);
    map.child(all)
        .child(frame)
        .child(inset)
        .child(path("gpf-lead", lead))
        .extend(numbers)
        .child(name.text(london.name()))
        .extend(place_marker(here.map(|it| it.map(i32::from))))
}

/// The part of England that has the federations found, each with its number in the list.
fn close_up_svg(state: &State, close_up: &CloseUp) -> VElement {
    const SIZE: &str = "288";
    let map = picture("0 0 288 288", state, strings::CLOSE_UP_NOTE).attr("data-close-up", "");
    if !is_drawn(state) {
        return map;
    }
    let [x, y, side] = close_up.part;
    let part = el("svg").attr("viewBox", coordinates("", &[x, y, side, side]));
    let part = regions(part.attr("width", SIZE).attr("height", SIZE), state);
    let mut lines = String::new();
    let mut dots = Vec::with_capacity(close_up.dots.len());
    for it in &close_up.dots {
        lines.push_str(&coordinates("M", &it.place));
        lines.push_str(&coordinates("L", &it.dot));
        let federation = state.data.directory.federation(state.settled.rows[it.number as usize - 1]);
        let at = coordinates("translate(", &it.dot) + ")";
        dots.push(
            el_class("g", "gpf-dot")
                .attr("aria-hidden", "true")
                .attr("transform", at)
                .action(Action::OpenDot)
                .attr(DATA_ID, federation.id().to_owned())
                .child(el("title").text(federation.name().to_owned()))
                .child(el("circle").attr("r", "11"))
                .child(el("text").text(format::format_number(it.number))),
        );
    }
    map.child(part).child(path("gpf-lead", lines)).extend(place_marker(close_up.here)).extend(dots)
}

fn coordinates(before: &str, numbers: &[i32]) -> String {
    let mut text = before.to_owned();
    for number in numbers {
        push(&mut text, *number);
        text.push(' ');
    }
    text
}

/// The marker of the place in the search, over an outline that sets it off.
fn place_marker(here: Option<[i32; 2]>) -> Vec<VElement> {
    let mut marks = Vec::new();
    if let Some(here) = here {
        let mark = mark(here);
        marks.push(path("gpf-here-edge", mark.clone()));
        marks.push(path("gpf-here", mark));
    }
    marks
}

/// Adds the explanation of the marker, if there is one.
fn push_mark(text: &mut String, state: &State) {
    if let Some(near) = state.settled.near() {
        let name = near.name();
        for part in [strings::CENTRE_NOTE, &name, ". "] {
            text.push_str(part);
        }
    }
}

/// The regions: a button for each, with its number of federations.
fn region_list(state: &State) -> VElement {
    let mut list = div("gpf-region-list").attr("role", "group").attr("aria-label", title(state));
    for choice in RegionChoice::ALL {
        let count = state.settled.facets.region(choice);
        let is_chosen = state.query.region == Some(choice);
        if choice == RegionChoice::Unknown && count == 0 && !is_chosen {
            continue;
        }
        list = list.child(
            button("gpf-region-button", Action::ToggleRegion, choice.label())
                .attr(DATA_ID, choice.id())
                .attr("aria-pressed", if is_chosen { "true" } else { "false" })
                .text(" ")
                .child(el_class("span", "gpf-region-count").text(format::format_number(count))),
        );
    }
    list
}

/// The notes about the map: on its `dots`, its marker, and the federations that are not on it.
fn map_note(state: &State, dots: &str, unplaced: u32) -> VElement {
    let mut text = dots.to_owned();
    push_mark(&mut text, state);
    if unplaced > 0 {
        for part in [&*format::format_number(unplaced), OF, &format::federations(state.settled.rows.len() as u32)] {
            text.push_str(part);
        }
        text.push_str(if unplaced == 1 { strings::UNPLACED_ONE } else { strings::UNPLACED });
    }
    text.push_str(strings::OUTLINES_NOTE);
    el_class("p", "gpf-small gpf-map-note").text(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_domain::map::{HEIGHT, WIDTH};

    #[test]
    fn every_map_layout_round_trips() {
        for layout in MapLayout::ALL {
            assert_eq!(MapLayout::parse(&layout.id().to_uppercase()), Some(layout));
        }
        assert_eq!(MapLayout::parse("big"), None);
    }

    #[test]
    fn view_box_is_the_map_with_a_margin() {
        assert_eq!(VIEW_BOX, format!("-4 -4 {} {}", WIDTH + 8, HEIGHT + 8));
    }

    #[test]
    fn the_frame_and_the_name_of_london_are_where_its_inset_is() {
        let [top, width, height] = INSET;
        assert_eq!(INSET_FRAME, format!("M0 {top}h{width}v{height}H0z"));
        let number = |text: &str| text.parse::<i32>().unwrap();
        assert_eq!(INSET_NAME.map(number), [number(width) / 2, number(top) - 18]);
    }
}
