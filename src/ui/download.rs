//! Downloads of files made in the page, and printing.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, Url};

use super::strings;
use super::timer::{run_after, run_soon};

/// Downloads a CSV file if the page can, and returns the message to show. No event reports whether a download succeeds,
/// so the message only covers what is known.
pub fn csv(name: &str, text: &str) -> &'static str {
    match allowed("[sandbox]:not([sandbox~=allow-downloads i])") {
        Some(true) if make(name, text).is_ok() => strings::DOWNLOAD_STARTED,
        None if make(name, text).is_ok() => strings::DOWNLOAD_UNKNOWN,
        _ => strings::NO_DOWNLOADS,
    }
}

/// Prints the page after the click that asks for it. Returns the message to show, which can be empty.
pub fn print() -> &'static str {
    let allowed = allowed("[sandbox]:not([sandbox~=allow-modals i])");
    if allowed == Some(false) {
        return strings::NO_PRINTING;
    }
    run_soon(Box::new(|| _ = window().print()));
    if allowed.is_some() {
        return "";
    }
    strings::PRINTING_UNKNOWN
}

/// Whether `forbids` matches no frame around the page. `None` if a frame is of another origin, which hides it.
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
        // Not `dyn_into`: the frame belongs to another page, which has its own `Element` class.
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
    // Later, because the browser reads the file after the click.
    run_after(Duration::from_secs(60), Box::new(move || _ = Url::revoke_object_url(&url)));
    Ok(())
}

pub(super) fn blob(kind: &str, text: &str) -> Result<Blob, JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &bag)
}
