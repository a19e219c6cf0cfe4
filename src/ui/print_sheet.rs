//! Content for print only: the style sheet shows it on paper and not on the screen.

use leptos::prelude::*;
use web_sys::{Event, HtmlElement};

use super::event_target::add_listener;
use super::vdom::{VElement, div, fill};

/// The place of the sheet in a view. It is empty on the screen.
pub fn placeholder() -> VElement {
    div("gpf-print-sheet").unmanaged_children()
}

/// Fills the sheet in `parent` with `view` while the page is being printed, until the current owner is disposed of.
pub fn install(parent: StoredValue<HtmlElement, LocalStorage>, view: impl Fn() -> VElement + Copy + 'static) {
    // Built during the event, because the browser takes its snapshot of the page right after it.
    for name in ["beforeprint", "afterprint"] {
        add_listener(&window(), name, Box::new(move |event| fill_sheet(parent, event, &view)));
    }
}

fn fill_sheet(parent: StoredValue<HtmlElement, LocalStorage>, event: &Event, view: &dyn Fn() -> VElement) {
    let sheet = parent.with_value(|parent| parent.query_selector(".gpf-print-sheet"));
    let Ok(Some(sheet)) = sheet else { return };
    fill(&sheet, (event.type_() == "beforeprint").then(view));
}
