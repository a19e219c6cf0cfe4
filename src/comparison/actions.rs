//! Actions on the comparison: share it, download it, copy it into a document, and move to the finder.

use leptos::prelude::*;
use web_sys::Element;

use super::context::ComparisonContext;
use super::state::State;
use super::strings;
use super::url_state;
use crate::ui::{clipboard, download, widget_events};

/// The name of the CSV file.
const FILE_NAME: &str = "legal-form-comparison.csv";

/// Copies a link to the comparison. If the page cannot write to the clipboard, shows the link for the user to copy.
pub(super) fn copy_link(comparison: ComparisonContext, button: &Element) {
    let address = url_state::url_of_state(comparison);
    // The widget can be removed while the browser asks for permission.
    let show = move |done, link| {
        _ = comparison.state.try_update(|state| (state.status_message, state.manual_copy_link) = (done, link));
    };
    clipboard::copy_link(address, button, Box::new(show));
}

/// Copies the table as HTML and as text.
pub(super) fn copy_table(state: RwSignal<State>) {
    let sheet = state.with_untracked(State::export);
    leptos::task::spawn_local(async move {
        let is_copied = clipboard::copy_table(&sheet.html(), &sheet.plain()).await.is_ok();
        let done = if is_copied { strings::TABLE_COPIED } else { strings::CANNOT_COPY };
        _ = state.try_update(|state| state.status_message = done);
    });
}

/// Downloads the table.
pub(super) fn download_csv(state: RwSignal<State>) {
    let text = state.with_untracked(|state| state.export().csv());
    let done = download::csv(FILE_NAME, &text);
    state.update(|state| state.status_message = done);
}

/// Prints the page, or shows that printing is not allowed.
pub(super) fn print(state: RwSignal<State>) {
    let done = download::print();
    state.update(|state| state.status_message = done);
}

/// Asks the finder on the page to show the federations that have a form.
pub(super) fn show_in_finder(form: &str) {
    widget_events::dispatch(widget_events::SHOW_FEDERATIONS, form);
}
