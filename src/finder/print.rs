//! Paper: every match with its facts, not just the page of results on the screen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::state::Finder;
use crate::ui::plain_list::PlainList;

/// The sheet that the style sheet shows in print only. It is filled when printing begins and emptied afterwards.
#[component]
pub(super) fn PrintSheet(
    /// The finder's state.
    finder: Finder,
) -> impl IntoView {
    let sheet = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let Some(sheet) = sheet.get() else { return };
        let list = Rc::new(RefCell::new(None));
        let fill = {
            let list = Rc::clone(&list);
            // Built in the event itself: the browser takes its picture of the page right after it.
            move |_: &web_sys::Event| {
                let sheet = sheet.clone().unchecked_into();
                let (data, rows) = (finder.data(), finder.found().with_untracked(|found| found.rows.clone()));
                let mounted = mount_to(sheet, move || view! { <PlainList directory=&data.directory rows=&rows level=3/> });
                list.replace(Some(mounted));
            }
        };
        let before = EventListener::new(&window(), "beforeprint", fill);
        let after = EventListener::new(&window(), "afterprint", move |_| drop(list.take()));
        let listeners = StoredValue::new_local((before, after));
        on_cleanup(move || listeners.dispose());
    });
    view! { <div class="gpf-print-sheet" node_ref=sheet></div> }
}
