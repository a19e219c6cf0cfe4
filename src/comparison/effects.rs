//! Effects of a state change, once the views show it: events for the page, and the page's address. Also the effects of
//! a change in the available width.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::context::ComparisonContext;
use super::controls::{DATA_FIELD, Field};
use super::state::Selection;
use super::url_state;
use super::view::print;
use crate::ui::action_id::{DATA_ID, attribute_selector};
use crate::ui::event_target::add_listener;
use crate::ui::focus::focus;
use crate::ui::render_phase::RenderPhase;
use crate::ui::timer::{Debounce, run_soon};
use crate::ui::widget_events;

/// Browsers refuse frequent changes of the address.
const URL_DELAY: Duration = Duration::from_millis(300);

/// Installs all effects until the comparison is removed.
pub(super) fn install(comparison: ComparisonContext) {
    let writing = Debounce::new();
    print::install(comparison);
    on_show_form(comparison);
    url_state::install(comparison);
    watch_finder(comparison);
    watch_size(comparison);
    Effect::new(move |before: Option<Option<Selection>>| {
        let before = before.flatten();
        let selection =
            comparison.state.with(|state| (state.phase == RenderPhase::Ready).then(|| state.selection.clone()))?;
        if before.as_ref() == Some(&selection) {
            return Some(selection);
        }
        let is_same_table = before
            .as_ref()
            .is_some_and(|it| it.kind == selection.kind && it.current().chosen == selection.current().chosen);
        if !is_same_table {
            comparison.emit();
        }
        if before.is_some() {
            writing.set(URL_DELAY, Box::new(move || url_state::sync_url(comparison)));
        }
        Some(selection)
    });
}

/// Keeps up with the page's finder, which can be added after the comparison, be removed, or show another list.
fn watch_finder(comparison: ComparisonContext) {
    run_soon(Box::new(move || detect_finder(comparison)));
    add_listener(&document(), widget_events::ELEMENTS.name, Box::new(move |_| detect_finder(comparison)));
}

/// Shows the form that the finder asks for.
fn on_show_form(comparison: ComparisonContext) {
    let host = comparison.host.get_value();
    widget_events::listen(widget_events::SHOW_FORM, host.clone(), move |form| {
        let shown = comparison.state.try_update(|state| state.show_form(&form)).flatten();
        let (Some(id), Some(inside)) = (shown, query(comparison, ".gpf-bar")) else { return };
        host.scroll_into_view();
        focus(&inside, attribute_selector(DATA_ID, &id) + " > summary");
    });
}

fn detect_finder(comparison: ComparisonContext) {
    let (is_there, names) = (widget_events::exists(widget_events::FINDER), (comparison.names)());
    comparison.change_if(&mut |state| {
        let is_news = state.use_names(&names) | (state.has_finder != is_there);
        state.has_finder = is_there;
        is_news
    });
}

/// Measures the width again whenever the size changes. A column of the page can become narrower without its window, and
/// another text size changes the height only.
fn watch_size(comparison: ComparisonContext) {
    // Later, because browsers report an error if a resize observer changes the size that it observes.
    let changed = move |_: &Event| run_soon(Box::new(move || measure(comparison)));
    comparison.parent.with_value(|parent| add_listener(parent, SIZE, Box::new(changed)));
}

/// The event with which the loader, which observes the element's size, notifies the container.
const SIZE: &str = "gpf-size";

/// Measures the width of the comparison. A tick box is 1.5 times as wide as the text size, whatever size a user has
/// set.
pub(crate) fn measure(comparison: ComparisonContext) {
    let width = |css: &str| query(comparison, css).map_or(0, |it| it.offset_width());
    let (room, tick) = (width(".gpf-set"), width(".gpf-tick"));
    // A hidden element has no size.
    if room > 0 && tick > 0 {
        let room = room * 3 / (tick * 2);
        let focused = query(comparison, ".gpf-side-by-side :focus");
        let mut is_other_view = false;
        comparison.change_if(&mut |state| {
            let had_room = state.has_room();
            state.room = room;
            is_other_view = state.has_room() != had_room;
            is_other_view
        });
        if let Some(focused) = focused.filter(|_| is_other_view) {
            keep_focus(&focused);
        }
    }
}

/// Moves the focus from what the other view does not have to the same question in it, or to the selection.
fn keep_focus(focused: &HtmlElement) {
    let question = focused.closest("tr, .gpf-asked-of-all").ok().flatten();
    let button = question.and_then(|it| it.query_selector(".gpf-why").ok().flatten());
    let next = match button.and_then(|it| it.get_attribute(DATA_ID)) {
        Some(id) => [".gpf-why", &attribute_selector(DATA_ID, &id)].concat(),
        None => attribute_selector(DATA_FIELD, Field::Form.id()),
    };
    focus(focused, next);
}

pub(super) fn query(comparison: ComparisonContext, css: &str) -> Option<HtmlElement> {
    let found = comparison.parent.try_with_value(|parent| parent.query_selector(css).ok().flatten()).flatten()?;
    found.dyn_into().ok()
}
