//! Files made in the page.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::timer::later;

/// Downloads a CSV file.
///
/// # Errors
///
/// Where the page doesn't allow it.
pub fn csv(name: &str, text: &str) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob("text/csv;charset=utf-8", text)?)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // Not at once: the browser reads the file after the click.
    later(60, Box::new(move || _ = Url::revoke_object_url(&url)));
    Ok(())
}

/// Prints the page, once the click that asks for it is over.
pub fn print() {
    later(0, Box::new(|| _ = window().print()));
}

pub(super) fn blob(kind: &str, text: &str) -> Result<Blob, JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &bag)
}
