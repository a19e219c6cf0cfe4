//! What follows a change of the state, once the views show it: the page is told, the address follows, and a table that
//! scrolls can be scrolled by keyboard.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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
        later(0, Box::new(move || fit(comparison)));
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
    hear(&window(), "resize", Box::new(move |_| fit(comparison)));
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

/// A table that scrolls takes the focus, so that the arrow keys can scroll it; another one would only be a stop on the
/// way.
fn fit(comparison: Comparison) {
    note_finder(comparison);
    let Some(scroll) = find(comparison, ".gpf-scroll") else { return };
    if scroll.scroll_width() > scroll.client_width() {
        scroll.set_tab_index(0);
    } else {
        _ = scroll.remove_attribute("tabindex");
    }
}

fn find(comparison: Comparison, css: &str) -> Option<HtmlElement> {
    let found = comparison.parent.try_with_value(|parent| parent.query_selector(css).ok().flatten()).flatten()?;
    found.dyn_into().ok()
}
