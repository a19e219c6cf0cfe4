//! What can be done with the results: share them, keep them, print them.

use std::time::Duration;

use gpf_core::export;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Clipboard, Element, HtmlAnchorElement, HtmlElement, HtmlInputElement, Url};

use super::address;
use super::state::State;
use super::view::Finder;

/// The name of the file that "Download as CSV" makes.
const FILE_NAME: &str = "gp-federations.csv";

/// Copies a link to what is shown; where the page may not write to the clipboard, shows it for the reader to copy.
pub(super) fn copy_link(finder: Finder, button: &Element) {
    let Some(address) = address::of_view(finder) else { return };
    let state = finder.state;
    let button = button.clone();
    leptos::task::spawn_local(async move {
        let is_copied = copy(&address).await.is_ok();
        // The widget may have gone while the browser asked for permission.
        _ = state.try_update(|state| {
            state.done = if is_copied { "Link copied" } else { "Copy this link:" };
            state.link = (!is_copied).then_some(address);
        });
        if !is_copied {
            focus(&button, ".gpf-link-field".to_owned());
        }
    });
}

async fn copy(text: &str) -> Result<(), JsValue> {
    // Without HTTPS there is no clipboard, whatever the types say.
    let clipboard: Clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into())?.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await.map(drop)
}

/// Downloads what was found.
pub(super) fn save(state: RwSignal<State>) {
    let text = state.with_untracked(|state| export::csv(&state.data.directory, &state.found.rows));
    let done = if download(&text).is_ok() { "CSV file made" } else { "This page doesn't allow downloads" };
    state.update(|state| state.done = done);
}

fn download(text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/csv;charset=utf-8");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(FILE_NAME);
    anchor.click();
    // Not at once: the browser reads the file after the click.
    later(60, Box::new(move || _ = Url::revoke_object_url(&url)));
    Ok(())
}

/// Prints the page; [`super::print`] fills in all that was found.
pub(super) fn print() {
    later(0, Box::new(|| _ = window().print()));
}

/// Focuses what `selector` finds in the finder, once the views have caught up with the state.
pub(super) fn focus(beside: &Element, selector: String) {
    let Some(finder) = beside.closest(".gpf").ok().flatten() else { return };
    let find_and_focus = move || {
        let found = finder.query_selector(&selector).ok().flatten();
        let Some(found) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
        _ = found.focus();
        if let Some(field) = found.dyn_ref::<HtmlInputElement>().filter(|it| it.read_only()) {
            field.select();
        }
    };
    later(0, Box::new(find_and_focus));
}

/// Does something in so many seconds.
fn later(seconds: u64, act: Box<dyn FnOnce()>) {
    set_timeout(act, Duration::from_secs(seconds));
}
