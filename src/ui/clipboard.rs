//! The clipboard. Without HTTPS there is none, whatever the types say.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, ClipboardItem, Element};

use super::focus::focus;
use super::strings;

/// Copies a text.
///
/// # Errors
///
/// Where the page may not write to the clipboard.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    JsFuture::from(clipboard()?.write_text(text)).await.map(drop)
}

/// Copies a link and tells `show` what to say of it. Where the page may not write to the clipboard, `show` also gets the
/// link, for the reader to copy from a field of the class `gpf-link-field`, which then has the focus.
pub fn copy_link(address: String, button: &Element, show: Box<dyn FnOnce(&'static str, Option<String>)>) {
    let button = button.clone();
    leptos::task::spawn_local(async move {
        if copy(&address).await.is_ok() {
            show(strings::LINK_COPIED, None);
        } else {
            show(strings::COPY_THIS_LINK, Some(address));
            focus(&button, ".gpf-link-field".to_owned());
        }
    });
}

/// Copies a table: as HTML for documents, as text for whatever takes only that.
///
/// # Errors
///
/// Where the page may not write to the clipboard.
pub async fn copy_table(html: &str, text: &str) -> Result<(), JsValue> {
    let kinds = js_sys::Object::new();
    for (kind, content) in [("text/html", html), ("text/plain", text)] {
        js_sys::Reflect::set(&kinds, &kind.into(), &super::download::blob(kind, content)?.into())?;
    }
    // Older Firefox has no ClipboardItem: calling it would throw, so it is looked for first.
    let rich = match js_sys::Reflect::has(&window(), &"ClipboardItem".into()) {
        Ok(true) => ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds),
        _ => Err(JsValue::UNDEFINED),
    };
    let Ok(item) = rich else { return copy(text).await };
    let written = JsFuture::from(clipboard()?.write(&js_sys::Array::of1(&item))).await;
    if written.is_ok() { Ok(()) } else { copy(text).await }
}

fn clipboard() -> Result<Clipboard, JsValue> {
    js_sys::Reflect::get(&window().navigator(), &"clipboard".into())?.dyn_into()
}
