//! The listeners on the finder's container, which turn user actions into changes of the state.
//!
//! The `data-action` of an element specifies what a click on it does.

use gloo::events::{EventListener, EventListenerOptions};
use gpf_domain::directory::{Federation, RegionChoice};
use gpf_domain::search::Filter;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement, HtmlElement, KeyboardEvent};

use super::actions;
use super::context::{FinderContext, FinderEvent};
use super::controls::{Action, DATA_REGION, DATA_SOURCES, SEARCH_ID};
use super::state::State;
use super::view::filters;
use crate::ui::action_id::{DATA_ID, attribute_selector};
use crate::ui::event_target::{action, target, target_id};
use crate::ui::focus::focus;
use crate::ui::widget_events::{SHOW_FORM, dispatch};

/// Listens until the finder is removed.
pub(super) fn attach_listeners(finder: FinderContext) {
    let attach = |name: &'static str, options| {
        finder.parent.with_value(|parent| {
            EventListener::new_with_options(parent, name, options, move |event| on_event(finder, name, event))
        })
    };
    let mut listeners: Vec<_> = ["input", "change", "click", "keydown", "keypress", "keyup"]
        .into_iter()
        .map(|name| attach(name, EventListenerOptions::enable_prevent_default()))
        .collect();
    // A toggle event does not bubble, so it is caught in the capture phase.
    listeners.push(attach("toggle", EventListenerOptions::run_in_capture_phase()));
    let listeners = StoredValue::new_local(listeners);
    on_cleanup(move || listeners.dispose());
}

fn on_event(finder: FinderContext, name: &str, event: &Event) {
    match name {
        "input" => on_input(finder.state, event),
        "change" => on_select(finder.state, event),
        "click" => on_click(finder, event),
        "toggle" => on_toggle(finder, event),
        _ => on_key(name, event.unchecked_ref()),
    }
}

/// The text in the search box changes.
fn on_input(state: RwSignal<State>, event: &Event) {
    if target_id(event) == SEARCH_ID {
        let text = event_target_value(event);
        state.update(|state| {
            let mut query = state.query.clone();
            query.text = text;
            state.set_query_typing(query);
        });
    }
}

/// Another option of a filter is selected.
fn on_select(state: RwSignal<State>, event: &Event) {
    let id = target_id(event);
    let Some(field) = filters::all().find(|field| field.id == id) else { return };
    let value = event_target_value(event);
    state.update(|state| {
        let mut query = state.query.clone();
        (field.apply)(&mut query, &value);
        state.set_query(query);
    });
}

/// A click on an element with an action.
fn on_click(finder: FinderContext, event: &Event) {
    let state = finder.state;
    let Some((button, action)) = action(event, Action::parse) else { return };
    let id = button.get_attribute(DATA_ID).unwrap_or_default();
    // A button that is removed by its own click passes the focus to the search box, where the user can continue.
    let mut then_focus = ["#", SEARCH_ID].concat();
    match action {
        Action::Clear => state.update(State::clear),
        Action::RemoveText => state.update(|state| state.remove_filter(Filter::Text)),
        Action::RemoveRegion => {
            state.update(|state| state.remove_filter(Filter::Region));
            // From the only visible region to the same region in the list of all regions.
            if !id.is_empty() {
                then_focus = attribute_selector(DATA_REGION, &id) + " > summary";
            }
        }
        Action::RemoveStatus => state.update(|state| state.remove_filter(Filter::Status)),
        Action::RemoveLegalForm => state.update(|state| state.remove_filter(Filter::LegalForm)),
        Action::ShowMore => {
            // The first new federation gets the focus, so that reading continues from there.
            let first_new = state.with_untracked(|state| state.visible_rows().len()) + 1;
            then_focus = nth(first_new);
            state.update(State::show_more);
        }
        Action::ShowMoreOfRegion => {
            let mut first_new = 0;
            state.update(|state| {
                first_new = state.max_rows_per_group() + 1;
                state.show_more_of_groups();
            });
            let group = attribute_selector(DATA_REGION, &id);
            then_focus = [&*group, " > details:nth-of-type(", &first_new.to_string(), ") > summary"].concat();
        }
        Action::ShowAll => {
            then_focus = nth(1);
            state.update(State::show_all);
        }
        Action::ToggleRegion => {
            let Some(region) = RegionChoice::parse(&id) else { return };
            state.update(|state| state.toggle_region(region));
            // Without results there is no list of regions. Otherwise the focus stays in it.
            if state.with_untracked(State::match_count) > 0 {
                return;
            }
        }
        Action::OpenDot => {
            let row = state.with_untracked(|state| state.data.directory.find(&id).map(Federation::row));
            let Some(row) = row else { return };
            state.update(|state| _ = state.open_in_list(row));
            finder.emit(FinderEvent::DetailsOpened(row));
            then_focus = [".gpf-results details", &attribute_selector(DATA_ID, &id), " > summary"].concat();
        }
        Action::ShowFederation => {
            let row = state.with_untracked(|state| state.data.directory.find(&id).map(Federation::row));
            let Some(row) = row else { return };
            let mut at = None;
            state.update(|state| at = state.show_federation(row));
            finder.emit(FinderEvent::DetailsOpened(row));
            if let Some(at) = at {
                then_focus = nth(at + 1);
            }
        }
        Action::Compare => return dispatch(SHOW_FORM, &id),
        Action::CopyLink => return actions::copy_link(finder, &button, None),
        Action::CopyFederationLink => return actions::copy_link(finder, &button, Some(id)),
        Action::Download => return actions::download_csv(state),
        Action::CopyReport => return actions::copy_report(finder),
        Action::Print => return actions::print(state),
    }
    focus(&button, then_focus);
}

/// A selector for the federation in this position of the list, counted from 1.
fn nth(place: usize) -> String {
    [".gpf-results > details:nth-of-type(", &place.to_string(), ") > summary"].concat()
}

/// The details of a region or a federation have been opened or closed, by the user or by the widget.
fn on_toggle(finder: FinderContext, event: &Event) {
    let Some(details) = target(event).and_then(|it| it.dyn_into::<HtmlDetailsElement>().ok()) else { return };
    if let Some(region) = details.get_attribute(DATA_REGION) {
        if let Some(region) = RegionChoice::parse(&region) {
            finder.change_if(&mut |state| state.set_region_open(region, details.open()));
        }
        return;
    }
    let sources = details.get_attribute(DATA_SOURCES);
    let is_sources = sources.is_some();
    let id = sources.or_else(|| details.get_attribute(DATA_ID)).unwrap_or_default();
    let is_open = details.open();
    let row = finder.state.with_untracked(|state| state.data.directory.find(&id).map(Federation::row));
    let Some(row) = row else { return };
    let mut is_news = false;
    finder.change_if(&mut |state| {
        is_news = if is_sources { state.set_sources_open(row, is_open) } else { state.set_open(row, is_open) };
        is_news
    });
    if is_open && is_news && !is_sources {
        finder.emit(FinderEvent::DetailsOpened(row));
    }
}

/// A selector for the first visible federation or region. If nothing was found there is none, and the rest are suggestions.
const FIRST_RESULT: &str = ".gpf-results > :not(.gpf-nothing ~ *, [hidden]) summary";

/// Keeps a page's single-key shortcuts from firing while the user types in a text field, and its form from being
/// submitted by Enter, which moves to the first result instead.
///
/// The page sees only the host element as the event's target, so it cannot detect that a text field has the focus. Tab,
/// Escape and the combinations with Ctrl, Alt or the Command key still reach the page.
fn on_key(name: &str, event: &KeyboardEvent) {
    if target_id(event) != SEARCH_ID {
        return;
    }
    let key = event.key();
    if key == "Enter" {
        event.prevent_default();
        // The on-screen keyboard of a phone covers the results.
        let is_touch = window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|it| it.matches());
        let field = target(event).and_then(|it| it.dyn_into::<HtmlElement>().ok());
        match field {
            Some(field) if is_touch => _ = field.blur(),
            // For keyboard users, the filters and the order are in between. Enter also confirms a word in an input
            // method.
            Some(field) if name == "keydown" && !event.is_composing() => focus(&field, FIRST_RESULT.to_owned()),
            _ => {}
        }
    }
    let writes = key.chars().count() == 1 || matches!(&*key, "Enter" | "Backspace" | "Delete");
    if writes && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
        event.stop_propagation();
    }
}
