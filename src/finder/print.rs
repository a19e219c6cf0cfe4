//! Paper: every match with all that is known about it, not just the page of results on the screen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::results::{Medium, rows};
use super::view::Finder;
use crate::ui::node::{Node, el};

/// Fills the sheet that the style sheet shows in print only, for as long as the page is being printed.
pub(super) fn fill_on_paper(finder: Finder) {
    let list = Rc::new(RefCell::new(None));
    let emptied = Rc::clone(&list);
    // Built in the event itself: the browser takes its picture of the page right after it.
    let fill = EventListener::new(&window(), "beforeprint", move |_| {
        let sheet = finder.parent.with_value(|parent| parent.query_selector(".gpf-print-sheet"));
        let Ok(Some(sheet)) = sheet else { return };
        let all = move || {
            let list = finder.state.with_untracked(|state| rows(el("div"), state, &state.found.rows, Medium::Paper));
            Node::from(list)
        };
        list.replace(Some(mount_to(sheet.unchecked_into(), all)));
    });
    let empty = EventListener::new(&window(), "afterprint", move |_| drop(emptied.take()));
    let listeners = StoredValue::new_local((fill, empty));
    on_cleanup(move || listeners.dispose());
}
