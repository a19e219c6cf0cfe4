//! How one element of a page leads to another: an event on the document. Every element of the other kind
//! listens to it, and the first one answers.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event, HtmlElement};

use super::event_target::add_listener;

/// Asks the comparison for a legal form: `{ form }`.
pub const SHOW_FORM: &str = "gpf-show-form";
/// Asks the finder for the federations that have a legal form: `{ legalForm }`.
pub const SHOW_FEDERATIONS: &str = "gpf-show-federations";

/// Tells the comparison that a finder, or the page, has another list.
pub const LIST: &str = "gpf-list";
/// Asks for the names of the federations by legal form. The finder answers at once, or the page's list without one:
/// `{ names }`.
pub const NAMES: &str = "gpf-names";

/// The comparison's tag.
pub const COMPARISON: &str = "gp-legal-form-comparison";
/// The finder's tag.
pub const FINDER: &str = "gp-federation-finder";

/// Whether an element with this tag stands on the page.
#[must_use]
pub fn exists(tag: &str) -> bool {
    first(tag).is_some()
}

/// Sends a signal with one value in its detail.
pub fn dispatch(name: &str, key: &str, value: &str) {
    _ = send(name, key, &value.into());
}

/// The detail, as those who heard of it have left it.
fn send(name: &str, key: &str, value: &JsValue) -> JsValue {
    let detail = js_sys::Object::new();
    _ = js_sys::Reflect::set(&detail, &key.into(), value);
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        _ = document().dispatch_event(&event);
    }
    detail.into()
}

/// Calls back with the value of each signal of this name that is for `host`, until the current owner goes.
///
/// Of several elements of one kind the first answers: two lists that jump at once would help nobody.
pub fn listen(name: &'static str, key: &'static str, host: HtmlElement, heard: impl Fn(String) + 'static) {
    let listener = move |event: &Event| {
        let detail = event.dyn_ref::<CustomEvent>().map_or(JsValue::NULL, CustomEvent::detail);
        let value = js_sys::Reflect::get(&detail, &key.into()).ok().and_then(|value| value.as_string());
        if let Some(value) = value.filter(|_| is_first(&host)) {
            heard(value);
        }
    };
    add_listener(&document(), name, Box::new(listener));
}

/// Asks the first element of another kind, and says what it answers, if it is there. It may be of another script.
#[must_use]
pub fn ask(name: &str, key: &str) -> Option<String> {
    js_sys::Reflect::get(&send(name, key, &JsValue::NULL), &key.into()).ok()?.as_string()
}

/// Answers each question of this name, until the current owner goes, where `host` is the first element of its kind.
pub fn answer(name: &'static str, key: &'static str, host: HtmlElement, answer: impl Fn() -> String + 'static) {
    let listener = move |event: &Event| {
        if is_first(&host) {
            reply(event, key, &answer());
        }
    };
    add_listener(&document(), name, Box::new(listener));
}

/// Answers one question.
pub fn reply(event: &Event, key: &str, answer: &str) {
    if let Some(asked) = event.dyn_ref::<CustomEvent>() {
        _ = js_sys::Reflect::set(&asked.detail(), &key.into(), &answer.into());
    }
}

fn is_first(host: &HtmlElement) -> bool {
    first(&host.local_name()).is_some_and(|it| it.is_same_node(Some(host)))
}

/// The first element of the page with this tag.
pub fn first(tag: &str) -> Option<web_sys::Element> {
    document().query_selector(tag).ok().flatten()
}
