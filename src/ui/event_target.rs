//! Event listeners and the elements that events come from.

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget};

/// Calls `on_event` for each event of this name, until the current owner is disposed of.
pub fn add_listener(place: &EventTarget, name: &'static str, mut on_event: Box<dyn FnMut(&Event)>) {
    let listener = StoredValue::new_local(EventListener::new(place, name, move |event| on_event(event)));
    on_cleanup(move || listener.dispose());
}

/// The element that an event comes from.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The id of that element.
pub fn target_id(event: &Event) -> String {
    target(event).map(|it| it.id()).unwrap_or_default()
}

/// The nearest element around the target that has a `data-action`, and its action.
pub fn action<A>(event: &Event, parse: fn(&str) -> Option<A>) -> Option<(Element, A)> {
    let (element, action) = action_text(event)?;
    Some((element, parse(&action)?))
}

fn action_text(event: &Event) -> Option<(Element, String)> {
    let element = target(event)?.closest("[data-action]").ok().flatten()?;
    let action = element.get_attribute("data-action")?;
    Some((element, action))
}
