//! What `assets/loader/` calls: start once a page, make once an element.

use std::any::Any;
use std::cell::{Cell, OnceCell};

use js_sys::{Function, Uint8Array};
use leptos::prelude::Owner;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::element::{MountFn, MountPoint, NewElement, WidgetElement};
use super::events::{self, ReadyDetail};
#[cfg(feature = "guide")]
use super::guide_element;
use super::store::{PAYLOAD, Payload};
#[cfg(feature = "comparison")]
use super::{catalogue_store, comparison_element};
#[cfg(feature = "finder")]
use super::{custom_list::CustomList, element::ListUpdate, finder_element, list_store};
use crate::ui::url_params::DEFAULT_PREFIX;

/// Keeps the texts that come with the widget. `stopped` is called with a message when the widget has to stop for good.
#[wasm_bindgen]
pub fn start(
    federations: Uint8Array,
    sources: Uint8Array,
    legal_forms: Uint8Array,
    names: Uint8Array,
    districts: Uint8Array,
    stopped: Function,
) {
    std::panic::set_hook(Box::new(move |panic| {
        // Where even the call fails there is nobody left to tell.
        _ = stopped.call1(&JsValue::NULL, &panic.to_string().into());
    }));
    PAYLOAD.with(|texts| _ = texts.set(Payload { federations, sources, legal_forms, names, districts }));
    #[cfg(feature = "finder")]
    crate::finder::dataset::set_districts_source(|| super::store::payload_text(|texts| &texts.districts));
}

/// A mounted element. Freeing it takes the views out of the page and everything they hold with them.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    element: Box<dyn WidgetElement>,
    // Dropping these takes the views out of the page and ends every signal, timer and listener of theirs.
    pending_mount: Cell<Option<MountFn>>,
    mounted: OnceCell<Box<dyn Any>>,
    owner: Owner,
}

#[wasm_bindgen]
impl Widget {
    /// Puts the element's views in their place, with nothing in them as yet.
    pub fn mount(&self) {
        if let Some(views) = self.pending_mount.take() {
            _ = self.mounted.set(self.owner.with(views));
        }
    }

    /// Shows the next part of the element, and after the last one tells the page. Says whether there is more to come.
    pub fn render_next(&self) -> bool {
        let has_more = self.element.render_next();
        if !has_more {
            events::dispatch(&self.host, "gpf-ready", &ReadyDetail { version: env!("CARGO_PKG_VERSION") });
        }
        has_more
    }

    /// Tells the element that an attribute has changed.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned strings")]
    pub fn set(&self, option: &str, value: Option<String>) {
        self.element.set(option, value.as_deref());
    }
}

/// What a finder hears of its list.
#[cfg(feature = "finder")]
#[wasm_bindgen]
impl Widget {
    /// Shows that a list of its own is being read, and how much of it, out of 1000.
    pub fn list_progress(&self, file: &str, per_mille: Option<u32>) {
        self.element.list_changed(ListUpdate::Progress(file, per_mille));
    }

    /// Shows a list of its own or, if nothing in that can be used, the page's list and why.
    pub fn use_list(&self, list: &CustomList) {
        self.element.list_changed(ListUpdate::Custom(list));
    }

    /// Shows the page's list; `error` says why it is not one of its own, and may be empty.
    pub fn use_page_list(&self, error: &str) {
        self.element.list_changed(ListUpdate::PageDefault(error));
    }
}

/// Reads a part of what an element of the given kind needs, which would be read anyway, but all in one task. Says whether
/// there is another part.
#[wasm_bindgen]
pub fn prepare(kind: &str) -> bool {
    match kind {
        #[cfg(feature = "finder")]
        "finder" => list_store::prepare(),
        #[cfg(feature = "comparison")]
        "comparison" => {
            catalogue_store::catalogue();
            false
        }
        _ => false,
    }
}

/// Makes an element of the given kind that is to be shown in `parent`, a plain `<div>` in the host's shadow root.
///
/// # Errors
///
/// Where there is no such kind of element.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned values")]
pub fn create(kind: &str, host: HtmlElement, parent: HtmlElement) -> Result<Widget, JsError> {
    let make: fn(MountPoint) -> NewElement = match kind {
        #[cfg(feature = "finder")]
        "finder" => finder_element::create,
        #[cfg(feature = "comparison")]
        "comparison" => comparison_element::create,
        #[cfg(feature = "guide")]
        "guide" => guide_element::create,
        _ => return Err(JsError::new(&["there is no element of this kind: ", kind].concat())),
    };
    let id = host.id();
    let prefix = if id.is_empty() { DEFAULT_PREFIX.to_owned() } else { id };
    let owner = Owner::new();
    let (element, views) = owner.with(|| make(MountPoint { host: host.clone(), parent, prefix }));
    Ok(Widget { host, element, pending_mount: Cell::new(Some(views)), mounted: OnceCell::new(), owner })
}
