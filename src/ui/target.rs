//! What an event is about.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The element that an event comes from.
pub fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Its id.
pub fn id_of(event: &Event) -> String {
    target(event).map(|it| it.id()).unwrap_or_default()
}

/// The nearest element around it that says in `data-do` what a click on it does, and what it says.
pub fn deed(event: &Event) -> Option<(Element, String)> {
    let element = target(event)?.closest("[data-do]").ok().flatten()?;
    let deed = element.get_attribute("data-do")?;
    Some((element, deed))
}
