//! The lists that the finders of a page share: the built-in list, and one that the page has loaded.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use gloo::events::EventListener;
use gpf_domain::directory::{Directory, NamesByForm, Packed};
use gpf_domain::import::ImportReport;
use leptos::prelude::document;
use web_sys::Event;

use super::store::payload_text;
use crate::finder::dataset::Dataset;
use crate::ui::widget_events;

thread_local! {
    /// The built-in list between 2 steps.
    static PARSED: RefCell<Option<BuiltInList>> = const { RefCell::new(None) };
    static BUILT_IN: OnceCell<Arc<Dataset>> = const { OnceCell::new() };
    /// The list that the page has loaded in place of the built-in one.
    static PAGE_LIST: RefCell<Option<LoadedList>> = const { RefCell::new(None) };
}

/// How much of the built-in list has been parsed.
enum BuiltInList {
    /// Some of its federations.
    Begun(Packed),
    /// All of its federations, but they are not indexed.
    Parsed(Directory),
}

/// The number of federations that are parsed in one task.
const ROWS_PER_TASK: usize = 64;

/// A list that has been read and can be used.
#[derive(Clone)]
pub(super) struct LoadedList {
    /// The list.
    pub(super) data: Arc<Dataset>,
    /// How it was read.
    pub(super) report: Arc<ImportReport>,
}

/// Prepares a part of the built-in list. Returns whether there is another part.
pub(super) fn prepare() -> bool {
    if BUILT_IN.with(|data| data.get().is_some()) {
        return false;
    }
    PARSED.set(Some(match PARSED.take() {
        None => begin_built_in_list(),
        Some(BuiltInList::Begun(mut packed)) => {
            if packed.step(ROWS_PER_TASK) {
                BuiltInList::Parsed(packed.finish())
            } else {
                BuiltInList::Begun(packed)
            }
        }
        Some(read) => {
            PARSED.set(Some(read));
            built_in_dataset();
            return false;
        }
    }));
    true
}

/// The built-in list, which is parsed when it is first needed. The build has checked it.
pub(super) fn built_in_dataset() -> Arc<Dataset> {
    let read = || {
        Dataset::new(match PARSED.take().unwrap_or_else(begin_built_in_list) {
            BuiltInList::Begun(packed) => packed.finish(),
            BuiltInList::Parsed(directory) => directory,
        })
    };
    BUILT_IN.with(|data| Arc::clone(data.get_or_init(read)))
}

fn begin_built_in_list() -> BuiltInList {
    BuiltInList::Begun(Packed::new(payload_text(|texts| &texts.federations), &payload_text(|texts| &texts.sources)))
}

/// The list that the page has loaded, if any.
pub(super) fn page_list() -> Option<LoadedList> {
    PAGE_LIST.with(|loaded| loaded.borrow().clone())
}

/// The page's list: the one that the page has loaded, or else the built-in one.
pub(super) fn current_dataset() -> Arc<Dataset> {
    page_list().map_or_else(built_in_dataset, |read| read.data)
}

/// Replaces the built-in list or, with `None`, goes back to it.
pub(super) fn set_page_list(read: Option<LoadedList>) {
    thread_local! {
        static ANSWERING: EventListener = EventListener::new(&document(), widget_events::NAMES.name, answer_names);
    }
    ANSWERING.with(|_| ());
    PAGE_LIST.with(|loaded| *loaded.borrow_mut() = read);
    widget_events::dispatch(widget_events::ELEMENTS, "");
}

/// Responds to a comparison with the names of the federations in the page's list, unless a finder does. The comparison
/// can be of another script.
fn answer_names(request: &Event) {
    if let Some(read) = page_list().filter(|_| !widget_events::exists(widget_events::FINDER)) {
        widget_events::reply(request, widget_events::NAMES, &NamesByForm::of(&read.data.directory).encode());
    }
}
