//! What can be done with the results: share them, keep them, print them.

use gpf_core::export;
use gpf_core::wording;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::print::PrintSheet;
use super::state::Finder;
use super::{address, results};

/// The name of the file that "Download as CSV" makes.
const FILE_NAME: &str = "gp-federations.csv";

/// Copy link, download and print, and the line that says how fresh the list is.
#[component]
pub(super) fn Actions(
    /// The finder's state.
    finder: Finder,
    /// The prefix of the view's parameters in the page's address.
    prefix: StoredValue<String>,
) -> impl IntoView {
    let done = RwSignal::new("");
    let link = RwSignal::new(None::<String>);
    // What was said about an earlier view is not about this one.
    Effect::new(move |_| {
        finder.query().track();
        done.set("");
        link.set(None);
    });

    let copy = move |event: web_sys::MouseEvent| {
        let query = finder.query().get_untracked();
        let Some(address) = prefix.with_value(|prefix| address::of_view(prefix, &query)) else { return };
        leptos::task::spawn_local(async move {
            if copy_text(&address).await.is_ok() {
                done.set("Link copied");
            } else {
                // Without HTTPS a page may not write to the clipboard; the reader can.
                done.set("Copy this link:");
                link.set(Some(address));
                results::focus_beside(&event, ".gpf-link-field");
            }
        });
    };
    let save = move |_| {
        let data = finder.data();
        let text = finder.found().with_untracked(|found| export::csv(&data.directory, &found.rows));
        done.set(if download(&text).is_ok() { "CSV file made" } else { "This page doesn't allow downloads" });
    };
    // After this click's own work, so that the sheet of matches can be filled first.
    let print = move |_| set_timeout(|| _ = window().print(), std::time::Duration::ZERO);

    let matching = move || finder.found().with(|found| wording::number(found.rows.len() as u32));
    let none = move || finder.found().with(|found| found.rows.is_empty());
    view! {
        <div class="gpf-buttons gpf-actions">
            <button class="gpf-button gpf-copy-link" type="button" part="button" on:click=copy>"Copy link to this view"</button>
            <button class="gpf-button gpf-download" type="button" part="button" prop:hidden=none on:click=save>
                {move || ["Download as CSV (", &matching(), ")"].concat()}
            </button>
            <button class="gpf-button gpf-print" type="button" part="button" prop:hidden=none on:click=print>
                {move || ["Print (", &matching(), ")"].concat()}
            </button>
            <span class="gpf-done" role="status">{done}</span>
            {move || link.get().map(|link| view! {
                <input class="gpf-input gpf-link-field" type="text" readonly aria-label="Link to this view" prop:value=link
                    on:focus=|event| select_all(&event)/>
            })}
        </div>
        <PrintSheet finder/>
        <p class="gpf-footer gpf-small">{freshness(finder)}</p>
    }
}

/// The line under the list: where it comes from and when it was last checked.
fn freshness(finder: Finder) -> String {
    let data = finder.data();
    let last = (0..data.directory.len() as u32).map(|row| data.directory.federation(row).checked_on()).max();
    let last = last.map(wording::date).unwrap_or_default();
    ["The list comes from public sources, named with each federation. Last checked on ", &last, "."].concat()
}

fn select_all(event: &web_sys::FocusEvent) {
    if let Some(field) = event.target().and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.select();
    }
}

async fn copy_text(text: &str) -> Result<(), JsValue> {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into())?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await.map(drop)
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
    set_timeout(move || _ = Url::revoke_object_url(&url), std::time::Duration::from_secs(60));
    Ok(())
}
