//! The listeners on the guide's element, which turn user actions into changes of the state.

use gloo::events::{EventListener, EventListenerOptions};
use gpf_domain::guide::readiness::Reply;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::context::GuideContext;
use super::controls::Action;
use super::state::State;
use super::{actions, chart_keyboard};
use crate::ui::event_target::{action, target};
use crate::ui::focus::focus;

/// The events to listen to. Their propagation is never stopped, so the page receives them too.
const EVENTS: [&str; 5] = ["change", "click", "focusin", "pointerover", "keydown"];

/// Listens until the returned listeners are dropped.
pub(super) fn attach_listeners(guide: &GuideContext) -> [EventListener; EVENTS.len()] {
    EVENTS.map(|name| {
        let guide_of_listener = guide.clone();
        let on_event = move |event: &Event| on_event(&guide_of_listener, name, event);
        // Arrow keys would scroll the page.
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&guide.dom.root, name, options, on_event)
    })
}

fn on_event(guide: &GuideContext, name: &str, event: &Event) {
    match name {
        "change" => on_reply(guide, event),
        "click" => on_click(guide, event),
        "keydown" => chart_keyboard::on_key(event),
        _ => chart_keyboard::show(event),
    }
}

/// A reply to a question changes.
fn on_reply(guide: &GuideContext, event: &Event) {
    let Some(input) = target(event).and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(question) = input.closest(QUESTION).ok().flatten() else { return };
    if let Some(at) = guide.dom.all(QUESTION).iter().position(|it| *it == question) {
        guide.state.update(|state| state.reply(at, Reply::parse(&input.value())));
    }
}

const QUESTION: &str = ".gpf-question";

/// A click on an element with an action.
fn on_click(guide: &GuideContext, event: &Event) {
    let Some((button, action)) = action(event, Action::parse) else { return };
    match action {
        Action::CopyResult => actions::copy_result(&guide.state, &button),
        Action::Print => actions::print(&guide.state),
        Action::Clear => {
            for ticked in guide.dom.all("input:checked") {
                ticked.unchecked_ref::<HtmlInputElement>().set_checked(false);
            }
            guide.state.update(State::clear);
            focus(&button, ".gpf-question input".to_owned());
        }
    }
}
