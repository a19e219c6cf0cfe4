//! The views as text, for the places where wasm can't run. Only `xtask` calls this, when it packs the widget.

#[cfg(feature = "ssr")]
use gpf_core::directory::Directory;
#[cfg(feature = "ssr")]
use leptos::prelude::*;

/// What the finder's element shows where wasm can't run: one plain sentence and every federation.
#[cfg(feature = "ssr")]
#[must_use]
pub fn finder(directory: &Directory) -> String {
    use crate::ui::plain_list::plain_list;

    let owner = Owner::new();
    let html = owner.with(|| {
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
        .to_html()
    });
    without_markers(&html)
}

/// Rendered text holds comments that tell a hydrating browser where a node ends; nothing hydrates the fallback.
#[cfg(feature = "ssr")]
fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!--hk-->", "")
}
