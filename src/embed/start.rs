//! What `assets/element/` calls: start once a page, mount once an element.

use std::any::Any;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use gpf_core::comparison::{Catalogue, text};
use gpf_core::directory::Directory;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::comparison_element::ComparisonElement;
use super::finder_element::FinderElement;
use crate::finder::state::Data;

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

/// Reads the bundled list, and keeps the text of the legal forms. `stopped` is called with a message when the widget has to stop for good.
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

/// What an element does with its options and how it lives.
pub(super) trait Element: Any {
    /// An attribute has changed; `None` is its removal.
    fn set(&self, option: &str, value: Option<&str>);
}

/// A mounted element. Freeing it takes the views out of the page and everything they hold with them.
#[wasm_bindgen]
pub struct Widget(Rc<dyn Element>);

#[wasm_bindgen]
impl Widget {
    /// Tells the element that an attribute has changed.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands out owned strings")]
    pub fn set(&self, option: &str, value: Option<String>) {
        self.0.set(option, value.as_deref());
    }
}

/// Shows an element of the given kind in `parent`, a plain `<div>` in the host's shadow root.
///
/// Never in the shadow root itself: Leptos looks for the parent of what it swaps as an element, and a shadow root
/// is none.
///
/// # Errors
///
/// Where there is no such kind of element.
#[wasm_bindgen]
pub fn mount(kind: &str, host: HtmlElement, parent: HtmlElement) -> Result<Widget, JsError> {
    match kind {
        "finder" => Ok(Widget(Rc::new(FinderElement::mount(host, parent)))),
        "comparison" => Ok(Widget(Rc::new(ComparisonElement::mount(host, parent)))),
        _ => Err(JsError::new(&["there is no element of the kind ", kind].concat())),
    }
}
