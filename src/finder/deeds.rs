//! What can be done with the results: share them, keep them, print them.

use gpf_core::export;
use leptos::prelude::*;
use web_sys::Element;

use super::address;
use super::state::State;
use super::view::Finder;
use crate::ui::{clipboard, download, focus::focus};

/// The name of the file that "Download as CSV" makes.
const FILE_NAME: &str = "gp-federations.csv";

/// Copies a link to what is shown; where the page may not write to the clipboard, shows it for the reader to copy.
pub(super) fn copy_link(finder: Finder, button: &Element) {
    let Some(address) = address::of_view(finder) else { return };
    let state = finder.state;
    let button = button.clone();
    leptos::task::spawn_local(async move {
        let is_copied = clipboard::copy(&address).await.is_ok();
        // The widget may have gone while the browser asked for permission.
        _ = state.try_update(|state| {
            state.done = if is_copied { "Link copied" } else { "Copy this link:" };
            state.link = (!is_copied).then_some(address);
        });
        if !is_copied {
            focus(&button, ".gpf-link-field".to_owned());
        }
    });
}

/// Downloads what was found.
pub(super) fn save(state: RwSignal<State>) {
    let text = state.with_untracked(|state| export::csv(&state.data.directory, &state.found.rows));
    let is_made = download::csv(FILE_NAME, &text).is_ok();
    let done = if is_made { "CSV file made" } else { "This page doesn't allow downloads" };
    state.update(|state| state.done = done);
}
