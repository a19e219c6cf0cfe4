//! What the reader does, heard at the element that the comparison is shown in and turned into changes of the state.
//!
//! An element says in `data-do` what a click on it does, and in `data-ask` what its value is the answer to.

use gloo::events::{EventListener, EventListenerOptions};
use gpf_core::comparison::{Requirement, Wanted};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement, HtmlInputElement};

use super::state::State;
use super::view::Comparison;
use super::{after, deeds, link};
use crate::ui::focus::focus;
use crate::ui::target::{deed, target};
use crate::ui::timer::later;

/// Listens from now on until the comparison goes.
pub(super) fn listen(comparison: Comparison) {
    let hear = |name: &'static str, options| {
        comparison.parent.with_value(|parent| {
            EventListener::new_with_options(parent, name, options, move |event| heard(comparison, name, event))
        })
    };
    // A toggle doesn't bubble, so it is heard on its way down.
    let listeners = StoredValue::new_local([
        hear("change", EventListenerOptions::default()),
        hear("click", EventListenerOptions::default()),
        hear("focusin", EventListenerOptions::default()),
        hear("toggle", EventListenerOptions::run_in_capture_phase()),
    ]);
    on_cleanup(move || listeners.dispose());
}

fn heard(comparison: Comparison, name: &str, event: &Event) {
    match name {
        "change" => choice(comparison.state, event),
        "click" => click(comparison, event),
        "focusin" => uncover(comparison, event),
        _ => toggle(comparison, event),
    }
}

/// Somebody ticks a box.
fn choice(state: RwSignal<State>, event: &Event) {
    let Some(target) = target(event) else { return };
    let (ask, value) = (target.get_attribute("data-ask").unwrap_or_default(), event_target_value(event));
    let is_ticked = target.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
    let is_refused = state.try_update(|state| match &*ask {
        "form" => !state.choose(&value, is_ticked),
        "kind" => {
            if let Ok(kind) = link::kind(Some(&value)) {
                state.change(|asked| asked.kind = kind);
            }
            false
        }
        "differences" => {
            state.change(|asked| asked.only_differences = is_ticked);
            false
        }
        "want" => {
            let criterion = target.get_attribute("data-id").unwrap_or_default();
            let wanted = Wanted::parse(&value)
                .filter(|_| is_ticked)
                .map(|wanted| Requirement { criterion: criterion.clone(), wanted });
            state.require(&criterion, wanted);
            false
        }
        _ => false,
    });
    // For the state nothing has changed, so the views won't take the tick back.
    if is_refused == Some(true)
        && let Some(tick) = target.dyn_ref::<HtmlInputElement>()
    {
        tick.set_checked(!is_ticked);
    }
}

/// Somebody clicks on something that does something.
fn click(comparison: Comparison, event: &Event) {
    let state = comparison.state;
    let Some((button, deed)) = deed(event) else { return };
    let id = button.get_attribute("data-id").unwrap_or_default();
    match &*deed {
        "all" => state.update(State::choose_all),
        "companies" => state.update(State::choose_companies),
        "reset" => state.update(State::choose_as_at_start),
        "pick" => focus(&button, "[data-ask=form]".to_owned()),
        "see" => focus(&button, ".gpf-shortlist > .gpf-group".to_owned()),
        "clear" => {
            state.update(State::clear);
            focus(&button, ".gpf-requirements > summary".to_owned());
        }
        "drop" => {
            state.update(|state| state.require(&id, None));
            focus(&button, ".gpf-requirements > summary".to_owned());
        }
        "grounds" => state.update(|state| state.toggle_grounds(&id)),
        "find" => deeds::show_in_finder(&id),
        "copy" => deeds::copy_link(comparison, &button),
        "copy-table" => deeds::copy_table(state),
        "save" => deeds::save(state),
        "print" => deeds::print(state),
        _ => {}
    }
}

/// Something has the focus: it is not to be under a line that sticks to the window. Other engines see to that by its
/// `scroll-margin`; WebKit takes what is covered for visible.
fn uncover(comparison: Comparison, event: &Event) {
    let Some(target) = target(event) else { return };
    // Once the browser has scrolled to it.
    let look = move || {
        let place = target.get_bounding_client_rect();
        for (css, is_at_foot) in [(".gpf-outcome", true), (".gpf-compared thead th", false), (".gpf-comparing", false)]
        {
            let Some(line) = after::find(comparison, css).filter(|it| !it.contains(Some(&target))) else { continue };
            let over = line.get_bounding_client_rect();
            if place.top() < over.bottom() && over.top() < place.bottom() {
                target.scroll_into_view_with_bool(!is_at_foot);
            }
        }
    };
    later(0, Box::new(look));
}

/// Details have been opened or closed, by the reader or by us.
fn toggle(comparison: Comparison, event: &Event) {
    let Some(details) = target(event).and_then(|it| it.dyn_into::<HtmlDetailsElement>().ok()) else { return };
    let Some(id) = details.get_attribute("data-id") else { return };
    let is_open = details.open();
    comparison.change_if(&mut |state| {
        let is_news = is_open != state.open.contains(&id);
        if is_news {
            state.note_open(&id, is_open);
        }
        is_news
    });
}
