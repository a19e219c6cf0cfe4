//! What `assets/element/` calls: start once a page, mount once an element.

use std::any::Any;
use std::cell::OnceCell;
use std::sync::Arc;

use gpf_core::comparison::{Catalogue, text};
use gpf_core::directory::Directory;
use leptos::prelude::Owner;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::events::{self, Ready};
use super::{comparison_element, finder_element, guide_element};
use crate::finder::state::Data;
use crate::ui::address::PREFIX;

thread_local! {
    static DATA: OnceCell<Arc<Data>> = const { OnceCell::new() };
    /// As the loader has it: a text that no comparison needs stays out of the wasm.
    static LEGAL_FORMS: OnceCell<js_sys::JsString> = const { OnceCell::new() };
    static CATALOGUE: OnceCell<Arc<Catalogue>> = const { OnceCell::new() };
}

/// What the comparisons of this page share, read when the first of them needs it.
pub(super) fn catalogue() -> Arc<Catalogue> {
    let read = || {
        let written = LEGAL_FORMS.with(|text| text.get().map(String::from));
        Arc::new(text::read(&written.unwrap_or_default()))
    };
    CATALOGUE.with(|catalogue| Arc::clone(catalogue.get_or_init(read)))
}

/// The list that the widgets of this page share.
///
/// # Panics
///
/// Where [`start`] has not run.
pub(super) fn data() -> Arc<Data> {
    DATA.with(|data| Arc::clone(data.get().expect("`start` runs before anything else")))
}

/// Reads the bundled list, and keeps the text of the legal forms. `stopped` is called with a message when the widget has
/// to stop for good.
#[wasm_bindgen]
pub fn start(federations: &str, sources: &str, legal_forms: js_sys::JsString, stopped: js_sys::Function) {
    std::panic::set_hook(Box::new(move |panic| {
        // Where even the call fails there is nobody left to tell.
        _ = stopped.call1(&JsValue::NULL, &panic.to_string().into());
    }));
    // The build has checked these files.
    let directory = Directory::from_checked_csv(federations, sources);
    DATA.with(|data| _ = data.set(Data::new(directory)));
    LEGAL_FORMS.with(|text| _ = text.set(legal_forms));
}

/// What an element does with its options.
pub(super) trait Element {
    /// An attribute has changed; `None` is its removal.
    fn set(&self, option: &str, value: Option<&str>);
}

/// Where an element is to be shown.
pub(super) struct Place {
    /// The custom element: options are read from it, events leave from it.
    pub(super) host: HtmlElement,
    /// A plain `<div>` in its shadow root.
    ///
    /// Never the shadow root itself: Leptos looks for the parent of what it swaps as an element, and a shadow root is
    /// none.
    pub(super) parent: HtmlElement,
    /// What this element's parameters in the page's address begin with.
    pub(super) prefix: String,
}

impl Place {
    /// The value of an option, where the editor has set it.
    pub(super) fn option(&self, name: &str) -> Option<String> {
        self.host.get_attribute(name)
    }

    /// Takes away what stood in for the widget until now.
    pub(super) fn clear(&self) {
        self.parent.replace_children_with_node_0();
    }
}

/// An element that is shown: what hears of its options, and its views, which go when they are dropped.
pub(super) type Shown = (Box<dyn Element>, Box<dyn Any>);

/// A mounted element. Freeing it takes the views out of the page and everything they hold with them.
#[wasm_bindgen]
pub struct Widget {
    element: Box<dyn Element>,
    // Dropping these two takes the views out of the page and ends every signal, timer and listener of theirs.
    _views: Box<dyn Any>,
    _owner: Owner,
}

#[wasm_bindgen]
impl Widget {
    /// Tells the element that an attribute has changed.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned strings")]
    pub fn set(&self, option: &str, value: Option<String>) {
        self.element.set(option, value.as_deref());
    }
}

/// Shows an element of the given kind in `parent`, a plain `<div>` in the host's shadow root.
///
/// # Errors
///
/// Where there is no such kind of element.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned values")]
pub fn mount(kind: &str, host: HtmlElement, parent: HtmlElement) -> Result<Widget, JsError> {
    let show: fn(Place) -> Shown = match kind {
        "finder" => finder_element::show,
        "comparison" => comparison_element::show,
        "guide" => guide_element::show,
        _ => return Err(JsError::new(&["there is no element of the kind ", kind].concat())),
    };
    let id = host.id();
    let prefix = if id.is_empty() { PREFIX.to_owned() } else { id };
    let owner = Owner::new();
    let (element, views) = owner.with(|| show(Place { host: host.clone(), parent, prefix }));
    events::dispatch(&host, "gpf-ready", &Ready { version: env!("CARGO_PKG_VERSION") });
    Ok(Widget { element, _views: views, _owner: owner })
}
