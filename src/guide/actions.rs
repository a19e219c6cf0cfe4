//! Actions on the result of the readiness check: copy and print it.

use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::state::State;
use crate::ui::focus::focus;
use crate::ui::vdom::Live;
use crate::ui::{clipboard, download};

/// Copies the result as text. If the page cannot write to the clipboard, shows it for the user to copy.
pub(super) fn copy_result(state: &Live<State>, button: &Element) {
    let text = state.with(State::report);
    let (state, button) = (state.clone(), button.clone());
    spawn_local(async move {
        let is_copied = clipboard::copy(&text).await.is_ok();
        state.update(|state| state.copied(is_copied));
        if !is_copied {
            focus(&button, ".gpf-to-copy".to_owned());
        }
    });
}

/// Prints the page, or shows that printing is not allowed.
pub(super) fn print(state: &Live<State>) {
    let done = download::print();
    state.update(|state| state.status_message = done);
}
