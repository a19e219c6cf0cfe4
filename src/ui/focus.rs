//! Moving the focus when the element that had it is removed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::timer::run_soon;

/// Focuses the element that `selector` finds in the widget around `beside`, once the views have caught up with the
/// state.
pub fn focus(beside: &Element, selector: String) {
    let Some(widget) = beside.closest(".gpf").ok().flatten() else { return };
    let find_and_focus = move || {
        let found = widget.query_selector(&selector).ok().flatten();
        let Some(found) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
        _ = found.focus();
        if let Some(field) = found.dyn_ref::<HtmlInputElement>().filter(|it| it.read_only()) {
            field.select();
        }
    };
    run_soon(Box::new(find_and_focus));
}
