//! Paper: every match with all that is known about it, not just the page of results on the screen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gpf_core::wording::{federations, number};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::results::{Medium, rows};
use super::state::State;
use super::view::Finder;
use crate::ui::node::{Element, Node, classed, el};

/// Fills the sheet that the style sheet shows in print only, for as long as the page is being printed.
pub(super) fn fill_on_paper(finder: Finder) {
    let list = Rc::new(RefCell::new(None));
    let emptied = Rc::clone(&list);
    // Built in the event itself: the browser takes its picture of the page right after it.
    let fill = EventListener::new(&window(), "beforeprint", move |_| {
        let sheet = finder.parent.with_value(|parent| parent.query_selector(".gpf-print-sheet"));
        let Ok(Some(sheet)) = sheet else { return };
        let all = move || Node::from(finder.state.with_untracked(on_paper));
        list.replace(Some(mount_to(sheet.unchecked_into(), all)));
    });
    let empty = EventListener::new(&window(), "afterprint", move |_| drop(emptied.take()));
    let listeners = StoredValue::new_local((fill, empty));
    on_cleanup(move || listeners.dispose());
}

/// As many federations as are printed: with all of a long list the browser would not answer for minutes.
const MOST: u32 = 2000;

/// What the button says.
pub(super) fn label(matching: u32) -> String {
    let first = if matching > MOST { "first " } else { "" };
    ["Print ", first, &federations(matching.min(MOST))].concat()
}

/// What is printed, and the way to the rest; `None` where it is everything.
pub(super) fn part_on_paper(state: &State) -> Option<String> {
    let all = state.matching();
    let parts = ["Printing the first ", &number(MOST), " of ", &federations(all)];
    (all > MOST).then(|| [&*parts.concat(), ". For the full list, download the CSV file."].concat())
}

fn on_paper(state: &State) -> Element {
    let shown = &state.found.rows[..state.matching().min(MOST) as usize];
    let part = part_on_paper(state).map(|text| classed("p", "gpf-notice").text(text));
    rows(el("div").child_if(part), state, shown, Medium::Paper)
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn the_button_says_how_many_are_printed() {
        assert_eq!(label(75), "Print 75 federations");
        assert_eq!(label(2000), "Print 2,000 federations");
        assert_eq!(label(2001), "Print first 2,000 federations");
    }
}
