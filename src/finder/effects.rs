//! Effects of a state change, once the views show it: events for the page, the announcement of the count, and the
//! page's address.

use std::time::Duration;

use gpf_domain::directory::{LegalFormChoice, NamesByForm};
use gpf_domain::search::Query;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::context::{FinderContext, FinderEvent};
use super::controls::SEARCH_ID;
use super::state::State;
use super::url_state;
use super::view::print;
use crate::ui::event_target::add_listener;
use crate::ui::focus::focus;
use crate::ui::render_phase::RenderPhase;
use crate::ui::timer::{Debounce, run_soon};
use crate::ui::widget_events;

/// The pause in typing before the count is announced. If it were announced after each keystroke, it would interrupt the
/// screen reader's echo of the keys.
const ANNOUNCE_DELAY: Duration = Duration::from_millis(1000);
/// The pause in typing before the counts of the filters and the map are updated.
const SETTLE_DELAY: Duration = Duration::from_millis(150);
/// Browsers refuse frequent changes of the address.
const URL_DELAY: Duration = Duration::from_millis(300);

/// Installs all effects until the finder is removed.
pub(super) fn install(finder: FinderContext) {
    let (counting, saying, writing) = (Debounce::new(), Debounce::new(), Debounce::new());
    print::install(finder);
    on_show_federations(finder);
    url_state::install(finder);
    on_names(finder);
    watch_comparison(finder);
    restore_text(finder);
    Effect::new(move |before: Option<Option<Snapshot>>| {
        let before = before.flatten();
        let seen = finder.state.with(|state| (state.phase == RenderPhase::Ready).then(|| Snapshot::of(state)))?;
        if before.as_ref() == Some(&seen) {
            return Some(seen);
        }
        // Users can type before the finder is ready. The query of the options and of the URL is not a change.
        let has_other_query = match &before {
            Some(before) => before.query != seen.query,
            None => finder.state.with_untracked(|state| state.last_url_query != seen.query),
        };
        let has_other_list = before.as_ref().is_none_or(|it| it.list_generation != seen.list_generation);
        if has_other_list {
            widget_events::dispatch(widget_events::ELEMENTS, "");
            show_linked(finder);
        }
        if !seen.is_reading {
            if seen.has_report && has_other_list {
                finder.emit(FinderEvent::ListLoaded);
            }
            finder.emit(FinderEvent::ResultsChanged);
        }
        if before.is_some() {
            let count = move || finder.change_if(&mut State::settle);
            counting.set(SETTLE_DELAY, Box::new(count));
        }
        // A list can be refused before the first change.
        let has_news = finder.state.with_untracked(|state| state.pending_announcement.is_some());
        if before.is_some() || has_other_query || seen.is_reading || has_news {
            saying.set(ANNOUNCE_DELAY, Box::new(move || _ = finder.state.try_update(State::announce)));
        }
        if has_other_query {
            writing.set(URL_DELAY, Box::new(move || url_state::sync_url(finder)));
        }
        Some(seen)
    });
}

/// The state that the page is notified of and that is announced.
#[derive(PartialEq, Eq)]
struct Snapshot {
    query: Query,
    list_generation: u32,
    is_reading: bool,
    has_report: bool,
}

impl Snapshot {
    fn of(state: &State) -> Self {
        Self {
            query: state.query.clone(),
            list_generation: state.list_generation,
            is_reading: state.list_status.is_reading(),
            has_report: state.list_status.report().is_some(),
        }
    }
}

/// Moves to the federation that the page's address asks for.
fn show_linked(finder: FinderContext) {
    if finder.state.with_untracked(|state| state.linked_row().is_none() || state.list_status.is_reading()) {
        return;
    }
    let widget = finder.parent.with_value(|parent| parent.query_selector(".gpf").ok().flatten());
    if let Some(widget) = widget {
        focus(&widget, ".gpf-results > [open] > summary".to_owned());
    }
}

/// Responds to a comparison with the names of the federations in this list.
fn on_names(finder: FinderContext) {
    let names = move || {
        let of_list = |state: &State| NamesByForm::of(&state.data.directory).encode();
        finder.state.try_with_untracked(of_list).unwrap_or_default()
    };
    widget_events::answer(widget_events::NAMES, finder.host.get_value(), names);
}

/// Keeps up with the page's comparison, which can be added after the finder, or be removed.
fn watch_comparison(finder: FinderContext) {
    let detect = move || {
        let is_there = widget_events::exists(widget_events::COMPARISON);
        finder.change_if(&mut |state| std::mem::replace(&mut state.has_comparison, is_there) != is_there);
    };
    run_soon(Box::new(detect));
    add_listener(&document(), widget_events::ELEMENTS.name, Box::new(move |_| detect()));
}

/// Puts the text back into the search box after the user has gone back to the page. WebKit, which then shows the page
/// as it was left, empties boxes with `autocomplete="off"` in a task of its own.
fn restore_text(finder: FinderContext) {
    let restore = move || {
        let css = ["#", SEARCH_ID].concat();
        let field = finder.parent.try_with_value(|parent| parent.query_selector(&css).ok().flatten()).flatten();
        let text = finder.state.try_with_untracked(|state| state.query.text.clone());
        if let (Some(field), Some(text)) = (field, text) {
            field.unchecked_ref::<HtmlInputElement>().set_value(&text);
        }
    };
    add_listener(&window(), "pageshow", Box::new(move |_| run_soon(Box::new(restore))));
}

/// Shows the federations that have the legal form which the comparison asks for.
fn on_show_federations(finder: FinderContext) {
    let host = finder.host.get_value();
    widget_events::listen(widget_events::SHOW_FEDERATIONS, host.clone(), move |form| {
        let legal_form = LegalFormChoice::parse(&form);
        _ = finder
            .state
            .try_update(|state| state.set_query(Query { legal_form, sort: state.query.sort, ..Query::default() }));
        host.scroll_into_view();
        let first = finder.parent.with_value(|parent| parent.query_selector(".gpf-results").ok().flatten());
        if let Some(first) = first {
            focus(&first, ".gpf-federation > summary".to_owned());
        }
    });
}
