//! The points of the charts: the label of a point is shown while the pointer is over it or it has the focus.
//!
//! A chart is one stop for the Tab key. The arrow keys move from point to point.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, SvgElement};

use super::guide_dom::{GuideDom, set_hidden};
use crate::ui::event_target::target;

const POINT: &str = ".gpf-point";
const PICTURE: &str = ".gpf-picture";

/// Makes the first point of each chart a stop for the Tab key.
pub(super) fn prepare(guide: &GuideDom) {
    for picture in guide.all(PICTURE) {
        for (at, point) in points(&picture).iter().enumerate() {
            set_tab_stop(point, at == 0);
        }
    }
}

/// Shows the label of the point that is under the pointer or has the focus.
pub(super) fn show(event: &Event) {
    let Some((point, picture)) = point_of(event) else { return };
    if event.type_() == "focusin" {
        for it in points(&picture) {
            set_tab_stop(&it, it == point);
        }
    }
    let title = point.query_selector("title").ok().flatten().and_then(|it| it.text_content());
    show_caption(&picture, title.as_deref());
}

/// Moves to another point with the arrow keys, and hides the label with Escape.
pub(super) fn on_key(event: &Event) {
    let (Some((point, picture)), Some(key)) = (point_of(event), event.dyn_ref::<KeyboardEvent>()) else { return };
    let points = points(&picture);
    let Some(at) = points.iter().position(|it| *it == point) else { return };
    let next = match &*key.key() {
        "ArrowRight" | "ArrowDown" => at + 1,
        "ArrowLeft" | "ArrowUp" => at.wrapping_sub(1),
        "Home" => 0,
        "End" => points.len() - 1,
        "Escape" => return show_caption(&picture, None),
        _ => return,
    };
    key.prevent_default();
    if let Some(next) = points.get(next).and_then(|it| it.dyn_ref::<SvgElement>()) {
        _ = next.focus();
    }
}

fn point_of(event: &Event) -> Option<(Element, Element)> {
    let point = target(event)?.closest(POINT).ok().flatten()?;
    let picture = point.closest(PICTURE).ok().flatten()?;
    Some((point, picture))
}

fn points(picture: &Element) -> Vec<Element> {
    let Ok(found) = picture.query_selector_all(POINT) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

fn set_tab_stop(point: &Element, is_stop: bool) {
    _ = point.set_attribute("tabindex", if is_stop { "0" } else { "-1" });
}

fn show_caption(picture: &Element, text: Option<&str>) {
    let Some(told) = picture.query_selector(".gpf-told").ok().flatten() else { return };
    set_hidden(&told, text.is_none());
    told.set_text_content(text);
}
