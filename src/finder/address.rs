//! The page's address: read once when the finder starts, followed where the editor's `url-sync` says so.

use std::time::Duration;

use gpf_core::search::Query;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Url;

use super::link;
use super::state::Finder;

/// Browsers refuse a page that changes its address many times a second.
const PAUSE: Duration = Duration::from_millis(300);

/// What the page's address asks this finder for, on top of `start`.
pub(crate) fn read(prefix: &str, start: &Query) -> Option<Query> {
    let parameters = here()?.search_params();
    link::read(start, |name| parameters.get(&key(prefix, name)))
}

/// The page's address with this view in it.
pub(super) fn of_view(prefix: &str, query: &Query) -> Option<String> {
    let url = here()?;
    let parameters = url.search_params();
    for (name, value) in link::parameters(query) {
        let key = key(prefix, name);
        match value {
            Some(value) => parameters.set(&key, &value),
            None => parameters.delete(&key),
        }
    }
    Some(url.href())
}

/// Keeps the page's address in step with the finder while `is_on`.
pub(crate) fn follow(finder: Finder, prefix: StoredValue<String>, is_on: RwSignal<bool>) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = waiting.try_update_value(Option::take) {
            timer.clear();
        }
    };
    Effect::new(move |before: Option<()>| {
        let query = finder.query().get();
        stop();
        if !is_on.get() || before.is_none() {
            return;
        }
        let write = move || {
            if let Some(address) = prefix.with_value(|prefix| of_view(prefix, &query)) {
                // A page whose address can't be changed (`about:srcdoc`, a sandboxed frame) keeps the one it has.
                _ = window().history().and_then(|history| {
                    history.replace_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", Some(&address))
                });
            }
        };
        waiting.set_value(set_timeout_with_handle(write, PAUSE).ok());
    });
    on_cleanup(stop);
}

fn here() -> Option<Url> {
    Url::new(&window().location().href().ok()?).ok()
}

fn key(prefix: &str, name: &str) -> String {
    [prefix, "-", name].concat()
}
