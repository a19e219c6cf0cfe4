//! What `assets/element/` calls: start once a page, mount once an element.

use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use gpf_core::comparison::{Catalogue, text};
use gpf_core::directory::Directory;
use leptos::prelude::Owner;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::events::{self, Ready};
use super::own_list::{OwnList, Read};
use super::{comparison_element, finder_element, guide_element};
use crate::finder::state::Data;
use crate::ui::address::PREFIX;

thread_local! {
    static BUNDLED: OnceCell<Arc<Data>> = const { OnceCell::new() };
    /// What the page has loaded in place of the bundled list.
    static LOADED: RefCell<Option<Read>> = const { RefCell::new(None) };
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

/// The list that comes with the widget.
///
/// # Panics
///
/// Where [`start`] has not run.
pub(super) fn bundled() -> Arc<Data> {
    BUNDLED.with(|data| Arc::clone(data.get().expect("`start` runs before anything else")))
}

/// The list that the page has loaded, where it has.
pub(super) fn loaded() -> Option<Read> {
    LOADED.with(|loaded| loaded.borrow().clone())
}

/// The list of the page: the one that it has loaded, or else the bundled one.
pub(super) fn data() -> Arc<Data> {
    loaded().map_or_else(bundled, |read| read.data)
}

/// Puts a list in the place of the bundled one, or that back in its own.
pub(super) fn set_loaded(read: Option<Read>) {
    LOADED.with(|loaded| *loaded.borrow_mut() = read);
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
    BUNDLED.with(|data| _ = data.set(Data::new(directory)));
    LEGAL_FORMS.with(|text| _ = text.set(legal_forms));
}

/// What an element does with its options.
pub(super) trait Element {
    /// An attribute has changed; `None` is its removal.
    fn set(&self, option: &str, value: Option<&str>);

    /// There is news of the list that it shows. Only a finder shows one.
    fn hear(&self, _news: List<'_>) {}
}

/// What an element hears of the list that it shows.
pub(super) enum List<'a> {
    /// One of its own is being read: the file's name and how far that is.
    Reading(&'a str, Option<u32>),
    /// It has one of its own.
    Own(&'a OwnList),
    /// It has none of its own, and perhaps there is a reason why.
    OfPage(&'a str),
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

    /// Shows that a list of its own is being read, and how much of it, out of 1000.
    pub fn reading(&self, file: &str, per_mille: Option<u32>) {
        self.element.hear(List::Reading(file, per_mille));
    }

    /// Shows a list of its own or, if nothing in that can be used, the page's list and why.
    pub fn use_list(&self, list: &OwnList) {
        self.element.hear(List::Own(list));
    }

    /// Shows the page's list; `trouble` says why it isn't one of its own, and may be empty.
    pub fn use_page_list(&self, trouble: &str) {
        self.element.hear(List::OfPage(trouble));
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
