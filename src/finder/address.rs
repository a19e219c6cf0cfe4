//! The page's address: read once when the finder starts, followed where the editor's `url-sync` says so.

use gpf_core::search::Query;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Url;

use super::link;
use super::view::Finder;

/// What the page's address asks a finder for, on top of `start`.
pub(crate) fn read(prefix: &str, start: &Query) -> Option<Query> {
    let parameters = here()?.search_params();
    link::read(start, |name| parameters.get(&key(prefix, name)))
}

/// The page's address with what the finder shows in it.
pub(super) fn of_view(finder: Finder) -> Option<String> {
    let url = here()?;
    let address = url.search_params();
    let parameters = finder.state.with_untracked(|state| link::parameters(&state.query));
    for (name, value) in parameters {
        let key = finder.prefix.with_value(|prefix| key(prefix, name));
        match value {
            Some(value) => address.set(&key, &value),
            None => address.delete(&key),
        }
    }
    Some(url.href())
}

/// Writes what the finder shows into the page's address, where the editor's `url-sync` says so.
pub(super) fn write(finder: Finder) {
    if finder.state.try_with_untracked(|state| state.look.url_sync) != Some(true) {
        return;
    }
    let Some(address) = of_view(finder) else { return };
    // A page whose address can't be changed (`about:srcdoc`, a sandboxed frame) keeps the one it has.
    _ = window().history().and_then(|history| {
        history.replace_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", Some(&address))
    });
}

fn here() -> Option<Url> {
    Url::new(&window().location().href().ok()?).ok()
}

fn key(prefix: &str, name: &str) -> String {
    [prefix, "-", name].concat()
}
