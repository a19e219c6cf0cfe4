//! What the elements of a page share: the texts that come with the widget, and what was made of them.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use gpf_domain::comparison::{Catalogue, wire};
use gpf_domain::directory::{Directory, Packed};
use gpf_domain::import::ImportReport;
use js_sys::Uint8Array;

use crate::finder::registry;
use crate::finder::state::Dataset;

thread_local! {
    pub(super) static PAYLOAD: OnceCell<Payload> = const { OnceCell::new() };
    /// The bundled list between two steps.
    pub(super) static PARSED: RefCell<Option<Bundled>> = const { RefCell::new(None) };
    pub(super) static BUNDLED: OnceCell<Arc<Dataset>> = const { OnceCell::new() };
    /// What the page has loaded in place of the bundled list.
    pub(super) static PAGE_LIST: RefCell<Option<LoadedList>> = const { RefCell::new(None) };
    pub(super) static CATALOGUE: OnceCell<Arc<Catalogue>> = const { OnceCell::new() };
}

/// The bundled list, as far as it is read.
pub(super) enum Bundled {
    /// Some of its federations are.
    Begun(Packed),
    /// All of them are, but it is not indexed.
    Read(Directory),
}

/// As many federations are read in one task.
pub(super) const ROWS_PER_TASK: usize = 64;

/// The texts that come with the widget, as the loader has them, in bytes of UTF-8: one that no element needs stays out of
/// the wasm. As strings their letters would go into it one by one.
pub(super) struct Payload {
    pub(super) federations: Uint8Array,
    pub(super) sources: Uint8Array,
    pub(super) legal_forms: Uint8Array,
    pub(super) districts: Uint8Array,
}

/// One of the texts.
///
/// # Panics
///
/// Where [`start`](super::exports::start) has not run.
pub(super) fn payload_text(which: fn(&Payload) -> &Uint8Array) -> String {
    let bytes = PAYLOAD.with(|texts| which(texts.get().expect("`start` runs before anything else")).to_vec());
    String::from_utf8(bytes).unwrap_or_default()
}

/// What the comparisons of this page share, read when the first of them needs it.
pub(super) fn catalogue() -> Arc<Catalogue> {
    let read = || Arc::new(wire::decode(&payload_text(|texts| &texts.legal_forms)));
    CATALOGUE.with(|catalogue| Arc::clone(catalogue.get_or_init(read)))
}

/// The list that comes with the widget, read when it is first needed. The build has checked it.
pub(super) fn bundled_dataset() -> Arc<Dataset> {
    let read = || {
        Dataset::new(match PARSED.take().unwrap_or_else(begin_bundled_import) {
            Bundled::Begun(packed) => packed.finish(),
            Bundled::Read(directory) => directory,
        })
    };
    BUNDLED.with(|data| Arc::clone(data.get_or_init(read)))
}

pub(super) fn begin_bundled_import() -> Bundled {
    Bundled::Begun(Packed::new(payload_text(|texts| &texts.federations), &payload_text(|texts| &texts.sources)))
}

/// The list that the page has loaded, where it has.
pub(super) fn page_list() -> Option<LoadedList> {
    PAGE_LIST.with(|loaded| loaded.borrow().clone())
}

/// The list of the page: the one that it has loaded, or else the bundled one.
pub(super) fn current_dataset() -> Arc<Dataset> {
    page_list().map_or_else(bundled_dataset, |read| read.data)
}

/// The list that a comparison is about: that of the finder which it leads to, or else the list of the page.
pub(super) fn finder_dataset() -> Arc<Dataset> {
    registry::first_list().unwrap_or_else(current_dataset)
}

/// Puts a list in the place of the bundled one, or that back in its own.
pub(super) fn set_page_list(read: Option<LoadedList>) {
    PAGE_LIST.with(|loaded| *loaded.borrow_mut() = read);
    registry::notify_comparisons();
}

/// A list that has been read and can be used.
#[derive(Clone)]
pub(super) struct LoadedList {
    /// The list.
    pub(super) data: Arc<Dataset>,
    /// How it was read.
    pub(super) report: Arc<ImportReport>,
}
