//! Actions on the result of the readiness check: copy and print it.

use leptos::prelude::*;
use web_sys::Element;

use super::state::State;
use crate::ui::focus::focus;
use crate::ui::{clipboard, download};

/// Copies the result as text. If the page cannot write to the clipboard, shows it for the user to copy.
pub(super) fn copy_result(state: RwSignal<State>, button: &Element) {
    let text = state.with_untracked(State::report);
    let button = button.clone();
    leptos::task::spawn_local(async move {
        let is_copied = clipboard::copy(&text).await.is_ok();
        // The widget can be removed while the browser asks for permission.
        _ = state.try_update(|state| state.copied(is_copied));
        if !is_copied {
            focus(&button, ".gpf-to-copy".to_owned());
        }
    });
}

/// Prints the page, or shows that printing is not allowed.
pub(super) fn print(state: RwSignal<State>) {
    let done = download::print();
    state.update(|state| state.status_message = done);
}
