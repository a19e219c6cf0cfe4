//! What follows a change of the state, once the views show it: the page is told, and the address follows. And what
//! follows a change of the room that the page gives.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use super::address;
use super::state::Asked;
use super::view::Comparison;
use crate::ui::focus::focus;
use crate::ui::signal;
use crate::ui::stage::Stage;
use crate::ui::target::hear;
use crate::ui::timer::{Timer, later};

/// Browsers refuse a page that changes its address many times a second.
const BEFORE_WRITING: Duration = Duration::from_millis(300);

/// Does all that follows, from now on until the comparison goes.
pub(super) fn follow(comparison: Comparison) {
    let writing = Timer::new();
    Effect::new(move |before: Option<Option<Asked>>| {
        let before = before.flatten();
        let asked = comparison.state.with(|state| (state.stage == Stage::Done).then(|| state.asked.clone()))?;
        later(0, Box::new(move || note_finder(comparison)));
        if before.as_ref() == Some(&asked) {
            return Some(asked);
        }
        let is_same_table =
            before.as_ref().is_some_and(|it| it.kind == asked.kind && it.side().chosen == asked.side().chosen);
        if !is_same_table {
            comparison.tell();
        }
        if before.is_some() {
            writing.set(BEFORE_WRITING, Box::new(move || address::write(comparison)));
        }
        Some(asked)
    });
    follow_room(comparison);
    hear_finder(comparison);
    address::follow(comparison);
}

/// Shows the form that the finder asks for.
fn hear_finder(comparison: Comparison) {
    // A finder may come later than the comparison, or go, or show another list.
    later(0, Box::new(move || note_finder(comparison)));
    hear(&document(), signal::LIST, Box::new(move |_| note_finder(comparison)));
    let host = comparison.host.get_value();
    signal::on(signal::SHOW_FORM, "form", host.clone(), move |form| {
        let shown = comparison.state.try_update(|state| state.show_form(&form)).flatten();
        let (Some(id), Some(inside)) = (shown, find(comparison, ".gpf-bar")) else { return };
        host.scroll_into_view();
        focus(&inside, ["[data-id=", &id, "] > summary"].concat());
    });
}

fn note_finder(comparison: Comparison) {
    let (is_there, list) = (signal::is_there(signal::FINDER), (comparison.list)());
    comparison.change_if(&mut |state| {
        let is_news = state.use_list(&list) | (state.has_finder != is_there);
        state.has_finder = is_there;
        is_news
    });
}

/// Measures the room again whenever it changes: a column of the page may become narrower without its window.
fn follow_room(comparison: Comparison) {
    // Later, as a browser complains where what it tells of a size changes that size again.
    let changed = Closure::<dyn FnMut()>::new(move || later(0, Box::new(move || measure(comparison))));
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    comparison.parent.with_value(|parent| observer.observe(parent));
    let observing = StoredValue::new_local((observer, changed));
    on_cleanup(move || {
        observing.with_value(|(observer, _)| observer.disconnect());
        observing.dispose();
    });
}

/// Measures how wide the comparison is. A box to tick is 1.5 times as wide as its text is large, whatever size a reader
/// has chosen.
pub(crate) fn measure(comparison: Comparison) {
    let width = |css: &str| find(comparison, css).map_or(0, |it| it.offset_width());
    let (room, tick) = (width(".gpf-set"), width(".gpf-tick"));
    // What isn't shown has no size.
    if room > 0 && tick > 0 {
        let room = room * 3 / (tick * 2);
        comparison.change_if(&mut |state| {
            let had_room = state.has_room();
            state.room = room;
            state.has_room() != had_room
        });
    }
}

pub(super) fn find(comparison: Comparison, css: &str) -> Option<HtmlElement> {
    let found = comparison.parent.try_with_value(|parent| parent.query_selector(css).ok().flatten()).flatten()?;
    found.dyn_into().ok()
}
