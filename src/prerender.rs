//! The views as text, for the places where wasm can't run. Only `xtask` calls this, when it packs the widget.
#![cfg(feature = "ssr")]

use gpf_core::comparison::Catalogue;
use gpf_core::directory::Directory;
use leptos::prelude::*;

use crate::comparison::plain::plain;
use crate::ui::plain_list::plain_list;

/// What the finder's element shows where wasm can't run: one plain sentence and every federation.
#[must_use]
pub fn finder(directory: &Directory) -> String {
    to_text(|| {
        view! {
            <div class="gpf gpf-fallback">
                <h2 class="gpf-heading" part="heading">"GP federations"</h2>
                <p class="gpf-notice">
                    "The search does not work in this browser or on this page, so here is the whole list. \
                     Your browser's own search (Ctrl and F) finds a name or a place in it."
                </p>
                {plain_list(directory, 3)}
            </div>
        }
    })
}

/// What the comparison's element shows where wasm can't run: one plain sentence, and everything in tables and lists.
#[must_use]
pub fn comparison(catalogue: &Catalogue) -> String {
    to_text(|| {
        view! {
            <div class="gpf gpf-fallback">
                <h2 class="gpf-heading" part="heading">"Legal forms for a GP federation"</h2>
                <p class="gpf-notice">
                    "Choosing what to compare does not work in this browser or on this page, so here is all of it."
                </p>
                {plain(catalogue, 3)}
            </div>
        }
    })
}

/// Rendered text holds comments that tell a hydrating browser where a node ends; nothing hydrates the fallback.
fn to_text<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view().to_html());
    html.replace("<!>", "").replace("<!--hk-->", "")
}
