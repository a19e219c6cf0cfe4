//! The page's address, and an element's parameters in it.
//!
//! The address belongs to the page, so every name starts with a prefix: `gpf`, or the element's own id if a page has
//! more than one element of a kind.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{Event, Url};

use super::event_target::add_listener;

/// The prefix of an element without an id.
pub const DEFAULT_PREFIX: &str = "gpf";

/// A parameter's name without its prefix, and its value. `None` is the default.
pub type Parameter = (&'static str, Option<String>);

/// Calls `read` with a function that looks up parameters in the page's address.
pub fn read_params<T>(prefix: &str, read: impl FnOnce(&dyn Fn(&str) -> Option<String>) -> Option<T>) -> Option<T> {
    let parameters = current_url()?.search_params();
    read(&|name| parameters.get(&key(prefix, name)))
}

/// The page's address with these parameters. `None` if it has none.
pub fn with_params(prefix: &str, parameters: &[Parameter]) -> Option<String> {
    let url = current_url()?;
    let address = url.search_params();
    for (name, value) in parameters {
        let key = key(prefix, name);
        match value {
            Some(value) => address.set(&key, value),
            None => address.delete(&key),
        }
    }
    Some(url.href())
}

/// Calls `travelled` each time the user goes back or forward within the page, or to another part of it, until the
/// current owner is disposed of.
pub fn on_popstate(travelled: Box<dyn FnMut(&Event)>) {
    add_listener(&window(), "popstate", travelled);
}

/// Writes an element's view into the page's address, and calls `follow` to read it back. Does nothing if the editor has
/// not set `url-sync`, or if the element does not exist any more.
pub fn sync(is_synced: Option<bool>, address: impl FnOnce() -> Option<String>, follow: impl FnOnce()) {
    if is_synced == Some(true)
        && let Some(address) = address()
    {
        replace_url(&address);
        follow();
    }
}

/// Replaces the page's address with this one, without loading anything.
fn replace_url(address: &str) {
    if window().location().href().is_ok_and(|here| here == address) {
        return;
    }
    // A page whose address cannot be changed (`about:srcdoc`, a sandboxed frame) keeps its own.
    _ = window().history().and_then(|history| {
        history.replace_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", Some(address))
    });
}

/// `None` if the address leads nowhere: a frame with its content in an attribute has `about:srcdoc`, and one
/// that a script has filled has `blob:`.
fn current_url() -> Option<Url> {
    let url = Url::new(&window().location().href().ok()?).ok()?;
    matches!(&*url.protocol(), "https:" | "http:" | "file:").then_some(url)
}

fn key(prefix: &str, name: &str) -> String {
    [prefix, "-", name].concat()
}
