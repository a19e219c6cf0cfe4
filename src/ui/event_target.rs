//! What an event is about.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget};

/// Calls back with each event of this name, until the current owner goes.
pub fn add_listener(place: &EventTarget, name: &'static str, mut on_event: Box<dyn FnMut(&Event)>) {
    let listener = StoredValue::new_local(EventListener::new(place, name, move |event| on_event(event)));
    on_cleanup(move || listener.dispose());
}

/// The element that an event comes from.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Its id.
pub fn target_id(event: &Event) -> String {
    target(event).map(|it| it.id()).unwrap_or_default()
}

/// The nearest element around it that says in `data-action` what a click on it does, and what that is.
pub fn action<A>(event: &Event, parse: fn(&str) -> Option<A>) -> Option<(Element, A)> {
    let (element, action) = action_text(event)?;
    Some((element, parse(&action)?))
}

fn action_text(event: &Event) -> Option<(Element, String)> {
    let element = target(event)?.closest("[data-action]").ok().flatten()?;
    let action = element.get_attribute("data-action")?;
    Some((element, action))
}
