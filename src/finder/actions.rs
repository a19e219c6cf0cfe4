//! Actions on the results: share, download and print them.

use std::borrow::Cow;
use std::sync::Arc;

use gpf_domain::export;
use leptos::prelude::*;
use web_sys::Element;

use super::context::FinderContext;
use super::state::State;
use super::strings;
use super::url_state;
use super::view::import_report::report_text;
use super::view::print::partial_notice;
use crate::ui::{clipboard, download};

/// The name of the CSV file.
const FILE_NAME: &str = "gp-federations.csv";

/// Copies a link to the results, or to the federation with this `id`. If the page cannot write to the clipboard, shows
/// the link for the user to copy.
pub(super) fn copy_link(finder: FinderContext, button: &Element, id: Option<String>) {
    let address = match &id {
        Some(id) => url_state::url_of_federation(finder, id),
        None => url_state::url_of_state(finder, true),
    };
    let row = id.and_then(|id| finder.state.with_untracked(|state| Some(state.data.directory.find(&id)?.row())));
    // The widget can be removed while the browser asks for permission.
    let show = move |done: &'static str, link| {
        _ = finder.state.try_update(|state| {
            (state.status_message, state.done_with, state.manual_copy_link) = (done.into(), row, link);
        });
    };
    clipboard::copy_link(address, button, Box::new(show));
}

/// Downloads the results.
pub(super) fn download_csv(state: RwSignal<State>) {
    let text = state.with_untracked(|state| {
        export::csv_with_miles(&state.data.directory, &state.found.rows, state.found.near().map(|near| &*near.nearby))
    });
    let done = download::csv(FILE_NAME, &text);
    state.update(|state| state.set_status_message(done.into()));
}

/// Prints the page, and shows how much of the list that is, or that printing is not allowed.
pub(super) fn print(state: RwSignal<State>) {
    let done = download::print();
    state.update(|state| {
        let part = partial_notice(state).filter(|_| done.is_empty());
        state.set_status_message(part.map_or(Cow::Borrowed(done), Cow::Owned));
    });
}

/// Copies the report on an editor's own list as text.
pub(super) fn copy_report(finder: FinderContext) {
    let Some(report) = finder.state.with_untracked(|state| state.list_status.report().map(Arc::clone)) else {
        return;
    };
    leptos::task::spawn_local(async move {
        let is_copied = clipboard::copy(&report_text(&report)).await.is_ok();
        let done = if is_copied { strings::REPORT_COPIED } else { strings::CANNOT_COPY_REPORT };
        // The widget can be removed while the browser asks for permission.
        _ = finder.state.try_update(|state| state.set_status_message(done.into()));
    });
}
