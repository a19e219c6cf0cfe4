//! The clipboard. Without HTTPS it does not exist, although its type is not optional.

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
/// If the page cannot write to the clipboard.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    JsFuture::from(clipboard()?.write_text(text)).await.map(drop)
}

/// Copies a link, and calls `show` with the message to show. If the page cannot write to the clipboard, `show` also
/// gets the link, for the user to copy from a field with the class `gpf-link-field`. That field then gets the focus.
/// `None` is shown as a page without an address.
pub fn copy_link(address: Option<String>, button: &Element, show: Box<dyn FnOnce(&'static str, Option<String>)>) {
    let Some(address) = address else { return show(strings::NO_LINK, None) };
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

/// Copies a table: as HTML for documents, and as text for programs that accept only text.
///
/// # Errors
///
/// If the page cannot write to the clipboard.
pub async fn copy_table(html: &str, text: &str) -> Result<(), JsValue> {
    let kinds = js_sys::Object::new();
    for (kind, content) in [("text/html", html), ("text/plain", text)] {
        js_sys::Reflect::set(&kinds, &kind.into(), &super::download::blob(kind, content)?.into())?;
    }
    // Older versions of Firefox have no ClipboardItem, and calling it would throw. So check that it exists.
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
