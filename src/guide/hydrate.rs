//! The listeners at the guide's element, which give the prerendered text its behaviour.

use std::any::Any;

use gloo::events::{EventListener, EventListenerOptions};
use gpf_domain::guide::readiness::Reply;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use super::controls::Action;
use super::guide_dom::{GuideDom, set_hidden};
use super::state::State;
use super::{chart_keyboard, readiness_result};
use crate::ui::clipboard::copy;
use crate::ui::download::print;
use crate::ui::event_target::{action, target};
use crate::ui::focus::focus;

/// What is heard. None of it is stopped, so the page hears it too.
const EVENTS: [&str; 5] = ["change", "click", "focusin", "pointerover", "keydown"];

/// Brings the guide to life, until what this gives is dropped.
#[must_use]
pub fn hydrate(guide: &GuideDom, state: RwSignal<State>) -> Box<dyn Any> {
    for live in guide.all(".gpf-live") {
        set_hidden(&live, false);
    }
    for root in guide.all(".gpf-fallback") {
        _ = root.class_list().remove_1("gpf-fallback");
    }
    chart_keyboard::prepare(guide);
    let listeners = EVENTS.map(|name| {
        let guide_of_listener = guide.clone();
        let hear = move |event: &Event| on_event(name, event, &guide_of_listener, state);
        // Arrow keys would scroll the page.
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&guide.root, name, options, hear)
    });
    let results = guide.all(".gpf-result").into_iter().filter_map(|it| it.dyn_into::<HtmlElement>().ok());
    let results: Vec<_> = results.map(|place| mount_to(place, move || readiness_result::view(state))).collect();
    Box::new((listeners, results))
}

fn on_event(name: &str, event: &Event, guide: &GuideDom, state: RwSignal<State>) {
    match name {
        "change" => on_reply(event, guide, state),
        "click" => on_click(event, guide, state),
        "keydown" => chart_keyboard::on_key(event),
        _ => chart_keyboard::show(event),
    }
}

/// Somebody replies to a question.
fn on_reply(event: &Event, guide: &GuideDom, state: RwSignal<State>) {
    let Some(input) = target(event).and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(question) = input.closest(QUESTION).ok().flatten() else { return };
    if let Some(at) = guide.all(QUESTION).iter().position(|it| *it == question) {
        state.update(|state| state.reply(at, Reply::parse(&input.value())));
    }
}

const QUESTION: &str = ".gpf-question";

fn on_click(event: &Event, guide: &GuideDom, state: RwSignal<State>) {
    let Some((button, action)) = action(event, Action::parse) else { return };
    match action {
        Action::CopyResult => copy_result(&button, state),
        Action::Print => {
            let done = print();
            state.update(|state| state.status_message = done);
        }
        Action::Clear => {
            for ticked in guide.all("input:checked") {
                ticked.unchecked_ref::<HtmlInputElement>().set_checked(false);
            }
            state.update(State::clear);
            focus(&button, ".gpf-question input".to_owned());
        }
    }
}

/// Copies the result as text; where the page may not write to the clipboard, shows it for the reader to copy.
fn copy_result(button: &Element, state: RwSignal<State>) {
    let text = state.with_untracked(State::report);
    let button = button.clone();
    leptos::task::spawn_local(async move {
        let is_copied = copy(&text).await.is_ok();
        // The widget may have gone while the browser asked for permission.
        _ = state.try_update(|state| state.copied(is_copied));
        if !is_copied {
            focus(&button, ".gpf-to-copy".to_owned());
        }
    });
}
