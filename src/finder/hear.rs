//! What the reader does, heard at the element that the finder is shown in and turned into changes of the state.
//!
//! An element says what a click on it does in `data-do`.

use gloo::events::{EventListener, EventListenerOptions};
use gpf_core::directory::{Federation, RegionChoice};
use gpf_core::search::Filter;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement, HtmlElement, KeyboardEvent};

use super::state::State;
use super::view::{Finder, Happened};
use super::{deeds, map, menu, report};
use crate::ui::focus::focus;
use crate::ui::signal::{SHOW_FORM, send};
use crate::ui::target::{deed, id_of, target};

/// The id of the search box.
pub(super) const SEARCH: &str = "gpf-search";

/// Listens from now on until the finder goes.
pub(super) fn listen(finder: Finder) {
    let hear = |name: &'static str, options| {
        finder.parent.with_value(|parent| {
            EventListener::new_with_options(parent, name, options, move |event| heard(finder, name, event))
        })
    };
    let mut listeners: Vec<_> = ["input", "change", "click", "keydown", "keypress", "keyup"]
        .into_iter()
        .map(|name| hear(name, EventListenerOptions::enable_prevent_default()))
        .collect();
    // It doesn't bubble, so it is heard on its way down.
    listeners.push(hear("toggle", EventListenerOptions::run_in_capture_phase()));
    let listeners = StoredValue::new_local(listeners);
    on_cleanup(move || listeners.dispose());
}

fn heard(finder: Finder, name: &str, event: &Event) {
    match name {
        "input" => input(finder.state, event),
        "change" => choice(finder.state, event),
        "click" => click(finder, event),
        "toggle" => toggle(finder, event),
        _ => key(event.unchecked_ref()),
    }
}

/// Somebody types in the search box.
fn input(state: RwSignal<State>, event: &Event) {
    if id_of(event) == SEARCH {
        let text = event_target_value(event);
        state.update(|state| {
            let mut query = state.query.clone();
            query.text = text;
            state.type_text(query);
        });
    }
}

/// Somebody chooses from a select.
fn choice(state: RwSignal<State>, event: &Event) {
    let id = id_of(event);
    let Some(menu) = menu::MENUS.iter().find(|menu| menu.id == id) else { return };
    let value = event_target_value(event);
    state.update(|state| {
        let mut query = state.query.clone();
        (menu.choose)(&mut query, &value);
        state.ask(query);
    });
}

/// Somebody clicks on something that does something.
fn click(finder: Finder, event: &Event) {
    let state = finder.state;
    let Some((button, deed)) = deed(event) else { return };
    // A button that goes away with its click hands the focus to the search box, where one goes on.
    let mut then_focus = "#gpf-search".to_owned();
    match &*deed {
        "clear" => state.update(State::clear),
        "drop-text" => state.update(|state| state.drop_filter(Filter::Text)),
        "drop-region" => state.update(|state| state.drop_filter(Filter::Region)),
        "drop-status" => state.update(|state| state.drop_filter(Filter::Status)),
        "drop-legal-form" => state.update(|state| state.drop_filter(Filter::LegalForm)),
        "more" => {
            // The first new federation gets it, so that reading goes on where it stopped.
            let first_new = state.with_untracked(|state| state.shown().len()) + 1;
            then_focus = nth(first_new);
            state.update(State::show_more);
        }
        "more-of" => {
            let region = button.get_attribute("data-id").unwrap_or_default();
            let mut first_new = 0;
            state.update(|state| {
                first_new = state.of_group() + 1;
                state.show_more_of_groups();
            });
            let of_group = ["[data-region=\"", &region, "\"] > details:nth-of-type("].concat();
            then_focus = [&*of_group, &first_new.to_string(), ") > summary"].concat();
        }
        "all" => {
            then_focus = nth(1);
            state.update(State::show_all);
        }
        // Nothing goes away here, so the focus stays where it is.
        map::DEED => {
            let region = RegionChoice::parse(&button.get_attribute("data-id").unwrap_or_default());
            return region.into_iter().for_each(|region| state.update(|state| state.toggle_region(region)));
        }
        "show" => {
            let id = button.get_attribute("data-id").unwrap_or_default();
            let row = state.with_untracked(|state| state.data.directory.find(&id).map(Federation::row));
            let Some(row) = row else { return };
            let mut at = None;
            state.update(|state| at = state.show(row));
            finder.tell(Happened::Opened(row));
            if let Some(at) = at {
                then_focus = nth(at + 1);
            }
        }
        "compare" => return send(SHOW_FORM, "form", &button.get_attribute("data-id").unwrap_or_default()),
        "copy" => return deeds::copy_link(finder, &button, None),
        "copy-one" => {
            let id = button.get_attribute("data-id").unwrap_or_default();
            return deeds::copy_link(finder, &button, Some(id));
        }
        "save" => return deeds::save(state),
        report::COPY => return report::copy(finder),
        "print" => return deeds::print(state),
        _ => return,
    }
    focus(&button, then_focus);
}

/// The line of the federation in this place of the list, counted from 1.
fn nth(place: usize) -> String {
    [".gpf-results > details:nth-of-type(", &place.to_string(), ") > summary"].concat()
}

/// A region or a federation's details have been opened or closed, by the reader or by us.
fn toggle(finder: Finder, event: &Event) {
    let Some(details) = target(event).and_then(|it| it.dyn_into::<HtmlDetailsElement>().ok()) else { return };
    if let Some(region) = details.get_attribute("data-region") {
        if let Some(region) = RegionChoice::parse(&region) {
            finder.change_if(&mut |state| state.note_region(region, details.open()));
        }
        return;
    }
    let sources = details.get_attribute("data-sources");
    let is_sources = sources.is_some();
    let id = sources.or_else(|| details.get_attribute("data-id")).unwrap_or_default();
    let is_open = details.open();
    let row = finder.state.with_untracked(|state| state.data.directory.find(&id).map(Federation::row));
    let Some(row) = row else { return };
    let mut is_news = false;
    finder.change_if(&mut |state| {
        is_news = if is_sources { state.note_sources(row, is_open) } else { state.note_open(row, is_open) };
        is_news
    });
    if is_open && is_news && !is_sources {
        finder.tell(Happened::Opened(row));
    }
}

/// Keeps a page's single-key shortcuts from firing while somebody types, and its form from being sent by Enter.
///
/// The page sees only our element as the event's target, so it can't tell that a text field has the focus. Tab,
/// Escape and the combinations with Ctrl, Alt or the Command key still reach it.
fn key(event: &KeyboardEvent) {
    if id_of(event) != SEARCH {
        return;
    }
    let key = event.key();
    if key == "Enter" {
        event.prevent_default();
        // The keyboard of a phone covers what was found.
        let is_touch = window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|it| it.matches());
        if is_touch && let Some(field) = target(event).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            _ = field.blur();
        }
    }
    let writes = key.chars().count() == 1 || matches!(&*key, "Enter" | "Backspace" | "Delete");
    if writes && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
        event.stop_propagation();
    }
}
