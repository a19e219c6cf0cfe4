//! Communication between the elements of a page, with events on the document. Every element of the other kind listens,
//! and the first one responds.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Event, HtmlElement};

use super::event_target::add_listener;

/// An event with one value in its detail.
#[derive(Clone, Copy)]
pub struct WidgetEvent {
    /// Its type.
    pub name: &'static str,
    /// The property of the detail that has the value.
    key: &'static str,
}

/// Asks the comparison to show a legal form.
pub const SHOW_FORM: WidgetEvent = WidgetEvent { name: "gpf-show-form", key: "form" };
/// Asks the finder to show the federations that have a legal form.
pub const SHOW_FEDERATIONS: WidgetEvent = WidgetEvent { name: "gpf-show-federations", key: "legalForm" };

/// Notifies the elements of a page that one of them has been added or removed, which the loader does, or that a finder or
/// the page has another list. The value is empty.
pub const ELEMENTS: WidgetEvent = WidgetEvent { name: "gpf-elements", key: "elements" };
/// Asks for the names of the federations by legal form. The finder responds synchronously or, if there is none, the
/// page's list.
pub const NAMES: WidgetEvent = WidgetEvent { name: "gpf-names", key: "names" };

/// The comparison's tag.
pub const COMPARISON: &str = "gp-legal-form-comparison";
/// The finder's tag.
pub const FINDER: &str = "gp-federation-finder";

/// Whether the page has an element with this tag.
#[must_use]
pub fn exists(tag: &str) -> bool {
    first(tag).is_some()
}

/// Dispatches the event with this value.
pub fn dispatch(event: WidgetEvent, value: &str) {
    _ = dispatch_value(event, &value.into());
}

/// Dispatches the event, and returns its detail as the listeners have left it.
fn dispatch_value(WidgetEvent { name, key }: WidgetEvent, value: &JsValue) -> JsValue {
    let detail = js_sys::Object::new();
    _ = js_sys::Reflect::set(&detail, &key.into(), value);
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        _ = document().dispatch_event(&event);
    }
    detail.into()
}

/// Calls `heard` with the value of each such event that is for `host`, until the current owner is disposed of.
///
/// Of several elements of one kind only the first responds: it would not help if 2 lists moved at once.
pub fn listen(event: WidgetEvent, host: HtmlElement, heard: impl Fn(String) + 'static) {
    let WidgetEvent { name, key } = event;
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
pub fn ask(event: WidgetEvent) -> Option<String> {
    js_sys::Reflect::get(&dispatch_value(event, &JsValue::NULL), &event.key.into()).ok()?.as_string()
}

/// Responds to each such request if `host` is the first element of its kind, until the current owner is disposed of.
pub fn answer(request: WidgetEvent, host: HtmlElement, answer: impl Fn() -> String + 'static) {
    let listener = move |event: &Event| {
        if is_first(&host) {
            reply(event, request, &answer());
        }
    };
    add_listener(&document(), request.name, Box::new(listener));
}

/// Responds to one request.
pub fn reply(event: &Event, request: WidgetEvent, answer: &str) {
    if let Some(event) = event.dyn_ref::<CustomEvent>() {
        _ = js_sys::Reflect::set(&event.detail(), &request.key.into(), &answer.into());
    }
}

fn is_first(host: &HtmlElement) -> bool {
    first(&host.local_name()).is_some_and(|it| it.is_same_node(Some(host)))
}

/// The first element of the page with this tag.
pub fn first(tag: &str) -> Option<web_sys::Element> {
    document().query_selector(tag).ok().flatten()
}
