//! Communication between the elements of a page, with events on the document. Every element of the other kind listens,
//! and the first one responds.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event, HtmlElement};

use super::event_target::add_listener;

/// Asks the comparison to show a legal form: `{ form }`.
pub const SHOW_FORM: &str = "gpf-show-form";
/// Asks the finder to show the federations that have a legal form: `{ legalForm }`.
pub const SHOW_FEDERATIONS: &str = "gpf-show-federations";

/// Notifies comparisons that the list of a finder or of the page has changed.
pub const LIST: &str = "gpf-list";
/// Asks for the names of the federations by legal form: `{ names }`. The finder responds synchronously or, if there is
/// none, the page's list.
pub const NAMES: &str = "gpf-names";

/// The comparison's tag.
pub const COMPARISON: &str = "gp-legal-form-comparison";
/// The finder's tag.
pub const FINDER: &str = "gp-federation-finder";

/// Whether the page has an element with this tag.
#[must_use]
pub fn exists(tag: &str) -> bool {
    first(tag).is_some()
}

/// Dispatches an event with one value in its detail.
pub fn dispatch(name: &str, key: &str, value: &str) {
    _ = dispatch_value(name, key, &value.into());
}

/// Dispatches the event, and returns its detail as the listeners have left it.
fn dispatch_value(name: &str, key: &str, value: &JsValue) -> JsValue {
    let detail = js_sys::Object::new();
    _ = js_sys::Reflect::set(&detail, &key.into(), value);
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        _ = document().dispatch_event(&event);
    }
    detail.into()
}

/// Calls `heard` with the value of each event of this name that is for `host`, until the current owner is disposed of.
///
/// Of several elements of one kind only the first responds: it would not help if 2 lists moved at once.
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

/// Returns the response of the first element of another kind, which can be of another script. `None` if there is none.
#[must_use]
pub fn ask(name: &str, key: &str) -> Option<String> {
    js_sys::Reflect::get(&dispatch_value(name, key, &JsValue::NULL), &key.into()).ok()?.as_string()
}

/// Responds to each request of this name if `host` is the first element of its kind, until the current owner is
/// disposed of.
pub fn answer(name: &'static str, key: &'static str, host: HtmlElement, answer: impl Fn() -> String + 'static) {
    let listener = move |event: &Event| {
        if is_first(&host) {
            reply(event, key, &answer());
        }
    };
    add_listener(&document(), name, Box::new(listener));
}

/// Responds to one request.
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
