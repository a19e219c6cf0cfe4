//! What `assets/element/` calls: start once a page, make once an element.

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::sync::Arc;

use gpf_core::comparison::{Catalogue, text};
use gpf_core::directory::{Directory, Packed};
use js_sys::{Function, Uint8Array};
use leptos::prelude::Owner;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::events::{self, Ready};
use super::own_list::{OwnList, Read};
use super::{comparison_element, finder_element, guide_element};
use crate::finder::districts::come_from;
use crate::finder::shown;
use crate::finder::state::Data;
use crate::ui::address::PREFIX;

thread_local! {
    static TEXTS: OnceCell<Texts> = const { OnceCell::new() };
    /// The bundled list between two steps.
    static READ: RefCell<Option<Bundled>> = const { RefCell::new(None) };
    static BUNDLED: OnceCell<Arc<Data>> = const { OnceCell::new() };
    /// What the page has loaded in place of the bundled list.
    static LOADED: RefCell<Option<Read>> = const { RefCell::new(None) };
    static CATALOGUE: OnceCell<Arc<Catalogue>> = const { OnceCell::new() };
}

/// The bundled list, as far as it is read.
enum Bundled {
    /// Some of its federations are.
    Begun(Packed),
    /// All of them are, but it is not indexed.
    Read(Directory),
}

/// As many federations are read in one task.
const IN_A_TASK: usize = 64;

/// The texts that come with the widget, as the loader has them, in bytes of UTF-8: one that no element needs stays out of
/// the wasm. As strings their letters would go into it one by one.
struct Texts {
    federations: Uint8Array,
    sources: Uint8Array,
    legal_forms: Uint8Array,
    districts: Uint8Array,
}

/// One of the texts.
///
/// # Panics
///
/// Where [`start`] has not run.
fn text_of(which: fn(&Texts) -> &Uint8Array) -> String {
    let bytes = TEXTS.with(|texts| which(texts.get().expect("`start` runs before anything else")).to_vec());
    String::from_utf8(bytes).unwrap_or_default()
}

/// What the comparisons of this page share, read when the first of them needs it.
pub(super) fn catalogue() -> Arc<Catalogue> {
    let read = || Arc::new(text::read(&text_of(|texts| &texts.legal_forms)));
    CATALOGUE.with(|catalogue| Arc::clone(catalogue.get_or_init(read)))
}

/// The list that comes with the widget, read when it is first needed. The build has checked it.
pub(super) fn bundled() -> Arc<Data> {
    let read = || {
        Data::new(match READ.take().unwrap_or_else(begin_bundled) {
            Bundled::Begun(packed) => packed.finish(),
            Bundled::Read(directory) => directory,
        })
    };
    BUNDLED.with(|data| Arc::clone(data.get_or_init(read)))
}

fn begin_bundled() -> Bundled {
    Bundled::Begun(Packed::new(text_of(|texts| &texts.federations), &text_of(|texts| &texts.sources)))
}

/// The list that the page has loaded, where it has.
pub(super) fn loaded() -> Option<Read> {
    LOADED.with(|loaded| loaded.borrow().clone())
}

/// The list of the page: the one that it has loaded, or else the bundled one.
pub(super) fn data() -> Arc<Data> {
    loaded().map_or_else(bundled, |read| read.data)
}

/// The list that a comparison is about: that of the finder which it leads to, or else the list of the page.
pub(super) fn data_of_finder() -> Arc<Data> {
    shown::first_list().unwrap_or_else(data)
}

/// Puts a list in the place of the bundled one, or that back in its own.
pub(super) fn set_loaded(read: Option<Read>) {
    LOADED.with(|loaded| *loaded.borrow_mut() = read);
    shown::tell();
}

/// Keeps the texts that come with the widget. `stopped` is called with a message when the widget has to stop for good.
#[wasm_bindgen]
pub fn start(
    federations: Uint8Array,
    sources: Uint8Array,
    legal_forms: Uint8Array,
    districts: Uint8Array,
    stopped: Function,
) {
    std::panic::set_hook(Box::new(move |panic| {
        // Where even the call fails there is nobody left to tell.
        _ = stopped.call1(&JsValue::NULL, &panic.to_string().into());
    }));
    TEXTS.with(|texts| _ = texts.set(Texts { federations, sources, legal_forms, districts }));
    come_from(|| text_of(|texts| &texts.districts));
}

/// What an element does with its options.
pub(super) trait Element {
    /// An attribute has changed; `None` is its removal.
    fn set(&self, option: &str, value: Option<&str>);

    /// There is news of the list that it shows. Only a finder shows one.
    fn hear(&self, _news: List<'_>) {}

    /// Shows the next part of it. Says whether there is another one after that. Most show all they have at once.
    fn grow(&self) -> bool {
        false
    }
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
}

/// An element that is to be shown: what hears of its options, and what puts its views in their place.
pub(super) type Made = (Box<dyn Element>, Views);

/// Puts views in their place, where they stay until what this gives is dropped.
pub(super) type Views = Box<dyn FnOnce() -> Box<dyn Any>>;

/// A mounted element. Freeing it takes the views out of the page and everything they hold with them.
#[wasm_bindgen]
pub struct Widget {
    host: HtmlElement,
    element: Box<dyn Element>,
    // Dropping these takes the views out of the page and ends every signal, timer and listener of theirs.
    made: Cell<Option<Views>>,
    shown: OnceCell<Box<dyn Any>>,
    owner: Owner,
}

#[wasm_bindgen]
impl Widget {
    /// Puts the element's views in their place, with nothing in them as yet.
    pub fn show(&self) {
        if let Some(views) = self.made.take() {
            _ = self.shown.set(self.owner.with(views));
        }
    }

    /// Shows the next part of the element, and after the last one tells the page. Says whether there is more to come.
    pub fn grow(&self) -> bool {
        let has_more = self.element.grow();
        if !has_more {
            events::dispatch(&self.host, "gpf-ready", &Ready { version: env!("CARGO_PKG_VERSION") });
        }
        has_more
    }

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

/// Reads a part of what an element of the given kind needs, which would be read anyway, but all in one task. Says whether
/// there is another part.
#[wasm_bindgen]
pub fn prepare(kind: &str) -> bool {
    if kind == "guide" {
        return false;
    }
    if BUNDLED.with(|data| data.get().is_some()) {
        if kind == "comparison" {
            catalogue();
        }
        return false;
    }
    READ.set(Some(match READ.take() {
        None => begin_bundled(),
        Some(Bundled::Begun(mut packed)) => {
            if packed.step(IN_A_TASK) {
                Bundled::Read(packed.finish())
            } else {
                Bundled::Begun(packed)
            }
        }
        Some(read) => {
            READ.set(Some(read));
            bundled();
            return kind == "comparison";
        }
    }));
    true
}

/// Makes an element of the given kind that is to be shown in `parent`, a plain `<div>` in the host's shadow root.
///
/// # Errors
///
/// Where there is no such kind of element.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned values")]
pub fn make(kind: &str, host: HtmlElement, parent: HtmlElement) -> Result<Widget, JsError> {
    let make: fn(Place) -> Made = match kind {
        "finder" => finder_element::make,
        "comparison" => comparison_element::make,
        "guide" => guide_element::make,
        _ => return Err(JsError::new(&["there is no element of this kind: ", kind].concat())),
    };
    let id = host.id();
    let prefix = if id.is_empty() { PREFIX.to_owned() } else { id };
    let owner = Owner::new();
    let (element, views) = owner.with(|| make(Place { host: host.clone(), parent, prefix }));
    Ok(Widget { host, element, made: Cell::new(Some(views)), shown: OnceCell::new(), owner })
}
