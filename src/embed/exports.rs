//! The functions that `assets/loader/` calls: `start` once per page, and `create` once per element.

use std::any::Any;
use std::cell::{Cell, OnceCell};

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[cfg(any(feature = "finder", feature = "comparison"))]
use super::element::with_owner;
use super::element::{MountFn, MountPoint, WidgetElement};
use super::events::{self, ReadyDetail};
#[cfg(feature = "guide")]
use super::guide_element;
use super::store::{PAYLOAD, Payload};
#[cfg(feature = "comparison")]
use super::{catalogue_store, comparison_element};
#[cfg(feature = "finder")]
use super::{custom_list::CustomList, element::ListUpdate, finder_element, list_store};
use crate::ui::url_params::DEFAULT_PREFIX;

/// Stores the widget's data files. `stopped` is called with a message when the widget has to stop for good.
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
        // If even this call fails, there is no other way to report it.
        _ = stopped.call1(&JsValue::NULL, &panic.to_string().into());
    }));
    PAYLOAD.with(|texts| _ = texts.set(Payload { federations, sources, legal_forms, names, districts }));
    #[cfg(feature = "finder")]
    crate::finder::dataset::set_districts_source(|| super::store::payload_text(|texts| &texts.districts));
}

/// A mounted element. Freeing it ends its views, and everything that they own.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    element: Box<dyn WidgetElement>,
    // Dropping these ends the views, with all their signals, timers and listeners.
    pending_mount: Cell<Option<MountFn>>,
    mounted: OnceCell<Box<dyn Any>>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts the element's views, which are still empty.
    pub fn mount(&self) {
        if let Some(views) = self.pending_mount.take() {
            _ = self.mounted.set(views());
        }
    }

    /// Renders the next phase of the element, and notifies the page after the last one. Returns whether there is
    /// another one.
    pub fn render_next(&self) -> bool {
        let has_more = self.element.render_next();
        if !has_more {
            events::dispatch(&self.host, "gpf-ready", &ReadyDetail { version: env!("CARGO_PKG_VERSION") });
        }
        has_more
    }

    /// Notifies the element that an attribute has changed.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned strings")]
    pub fn set(&self, option: &str, value: Option<String>) {
        self.element.set(option, value.as_deref());
    }
}

/// Changes of a finder's list.
#[cfg(feature = "finder")]
#[wasm_bindgen]
impl Widget {
    /// Shows that its custom list is being read, and the progress out of 1000.
    pub fn list_progress(&self, file: &str, per_mille: Option<u32>) {
        self.element.list_changed(ListUpdate::Progress(file, per_mille));
    }

    /// Shows its custom list or, if none of it can be used, the page's list and the reason.
    pub fn use_list(&self, list: &CustomList) {
        self.element.list_changed(ListUpdate::Custom(list));
    }

    /// Shows the page's list. `error` is why the finder's custom list is not shown, if it has one.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned strings")]
    pub fn use_page_list(&self, error: Option<String>) {
        self.element.list_changed(ListUpdate::PageDefault(error.as_deref()));
    }
}

/// Prepares a part of the data that an element of this kind needs. Without this call everything is prepared in one
/// task. Returns whether there is another part.
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

/// Creates an element of this kind to show in `parent`, a plain `<div>` in the host's shadow root.
///
/// # Errors
///
/// If there is no such kind of element.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned values")]
pub fn create(kind: &str, host: HtmlElement, parent: HtmlElement) -> Result<Widget, JsError> {
    let id = host.id();
    let prefix = if id.is_empty() { DEFAULT_PREFIX.to_owned() } else { id };
    let place = MountPoint { host: host.clone(), parent, prefix };
    let (element, views) = match kind {
        #[cfg(feature = "finder")]
        "finder" => with_owner(place, finder_element::create),
        #[cfg(feature = "comparison")]
        "comparison" => with_owner(place, comparison_element::create),
        #[cfg(feature = "guide")]
        "guide" => guide_element::create(place),
        _ => return Err(JsError::new(&["there is no element of this kind: ", kind].concat())),
    };
    Ok(Widget { host, element, pending_mount: Cell::new(Some(views)), mounted: OnceCell::new() })
}
