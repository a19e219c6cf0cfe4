//! Files made in the page, and paper.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, Url};

use super::strings;
use super::timer::run_later;

/// Downloads a CSV file, where the page may. Says what became of it, as far as that can be known: no event tells.
pub fn csv(name: &str, text: &str) -> &'static str {
    match allowed("[sandbox]:not([sandbox~=allow-downloads i])") {
        Some(true) if make(name, text).is_ok() => strings::DOWNLOAD_STARTED,
        None if make(name, text).is_ok() => strings::DOWNLOAD_UNKNOWN,
        _ => strings::NO_DOWNLOADS,
    }
}

/// Prints the page, once the click that asks for it is over. Says what there is to know about that.
pub fn print() -> &'static str {
    let allowed = allowed("[sandbox]:not([sandbox~=allow-modals i])");
    if allowed == Some(false) {
        return strings::NO_PRINTING;
    }
    run_later(0, Box::new(|| _ = window().print()));
    if allowed.is_some() {
        return "";
    }
    strings::PRINTING_UNKNOWN
}

/// Whether no frame around the page is what `forbids` finds; `None` where a frame cannot be looked at, as it is of another
/// origin.
fn allowed(forbids: &str) -> Option<bool> {
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).unwrap_or(JsValue::NULL);
    let mut page: JsValue = window().into();
    loop {
        let parent = get(&page, "parent");
        if parent == page {
            return Some(true);
        }
        let frame = get(&page, "frameElement");
        if !frame.is_object() {
            return None;
        }
        // Not `dyn_into`: it belongs to another page, whose `WidgetElement` is another one.
        if frame.unchecked_into::<Element>().matches(forbids) == Ok(true) {
            return Some(false);
        }
        page = parent;
    }
}

fn make(name: &str, text: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob("text/csv;charset=utf-8", text)?)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // Not at once: the browser reads the file after the click.
    run_later(60, Box::new(move || _ = Url::revoke_object_url(&url)));
    Ok(())
}

pub(super) fn blob(kind: &str, text: &str) -> Result<Blob, JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &bag)
}
