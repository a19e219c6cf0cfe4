//! The listeners on the comparison's container, which turn user actions into changes of the state.
//!
//! The `data-action` of an element specifies what a click on it does, and `data-field` what its value sets.

use gloo::events::{EventListener, EventListenerOptions};
use gpf_domain::comparison::{RequiredAnswer, Requirement};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDetailsElement, HtmlInputElement};

use super::context::ComparisonContext;
use super::controls::{Action, DATA_FIELD, Field};
use super::state::State;
use super::{actions, effects, url_state};
use crate::ui::action_id::{DATA_ID, attribute_selector};
use crate::ui::event_target::{action, target};
use crate::ui::focus::focus;
use crate::ui::timer::run_soon;

/// Listens until the comparison is removed.
pub(super) fn attach_listeners(comparison: ComparisonContext) {
    let attach = |name: &'static str, options| {
        comparison.parent.with_value(|parent| {
            EventListener::new_with_options(parent, name, options, move |event| on_event(comparison, name, event))
        })
    };
    // A toggle event does not bubble, so it is caught in the capture phase.
    let listeners = StoredValue::new_local([
        attach("change", EventListenerOptions::default()),
        attach("click", EventListenerOptions::default()),
        attach("focusin", EventListenerOptions::default()),
        attach("toggle", EventListenerOptions::run_in_capture_phase()),
    ]);
    on_cleanup(move || listeners.dispose());
}

fn on_event(comparison: ComparisonContext, name: &str, event: &Event) {
    match name {
        "change" => on_select(comparison.state, event),
        "click" => on_click(comparison, event),
        "focusin" => uncover(comparison, event),
        _ => on_toggle(comparison, event),
    }
}

/// A tick box or radio button changes.
fn on_select(state: RwSignal<State>, event: &Event) {
    let Some(target) = target(event) else { return };
    let field = target.get_attribute(DATA_FIELD).and_then(|it| Field::parse(&it));
    let (Some(field), value) = (field, event_target_value(event)) else { return };
    let is_ticked = target.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
    _ = state.try_update(|state| match field {
        // If the change is refused, the view corrects the tick.
        Field::Form => _ = state.set_compared(&value, is_ticked),
        Field::Kind => {
            if let Ok(kind) = url_state::parse_kind(Some(&value)) {
                state.update_selection(|selection| selection.kind = kind);
            }
        }
        Field::Differences => state.update_selection(|selection| selection.only_differences = is_ticked),
        Field::Requirement => {
            let criterion = target.get_attribute(DATA_ID).unwrap_or_default();
            let requirement = RequiredAnswer::parse(&value)
                .filter(|_| is_ticked)
                .map(|wanted| Requirement { criterion: criterion.clone(), wanted });
            state.set_requirement(&criterion, requirement);
        }
    });
}

/// A click on an element with an action.
fn on_click(comparison: ComparisonContext, event: &Event) {
    let state = comparison.state;
    let Some((button, action)) = action(event, Action::parse) else { return };
    let id = button.get_attribute(DATA_ID).unwrap_or_default();
    match action {
        Action::CompareAll => state.update(State::compare_all),
        Action::CompareCompanies => state.update(State::compare_companies),
        Action::Reset => state.update(State::compare_default),
        Action::ChangeForms => focus(&button, attribute_selector(DATA_FIELD, Field::Form.id())),
        Action::ShowReasons => focus(&button, ".gpf-shortlist > .gpf-group".to_owned()),
        Action::Clear => {
            state.update(State::clear);
            focus(&button, ".gpf-requirements > summary".to_owned());
        }
        Action::RemoveRequirement => {
            state.update(|state| state.set_requirement(&id, None));
            focus(&button, ".gpf-requirements > summary".to_owned());
        }
        Action::ToggleEvidence => state.update(|state| state.toggle_evidence(&id)),
        Action::ShowInFinder => actions::show_in_finder(&id),
        Action::CopyLink => actions::copy_link(comparison, &button),
        Action::CopyTable => actions::copy_table(state),
        Action::Download => actions::download_csv(state),
        Action::Print => actions::print(state),
    }
}

/// Scrolls the focused element out from under the sticky line. Other engines use `scroll-margin` for this, but WebKit
/// treats a covered element as visible.
fn uncover(comparison: ComparisonContext, event: &Event) {
    let Some(target) = target(event) else { return };
    // After the browser has scrolled to it.
    let scroll_clear = move || {
        let place = target.get_bounding_client_rect();
        for (css, is_at_foot) in [(".gpf-outcome", true), (".gpf-compared thead th", false), (".gpf-comparing", false)]
        {
            let Some(line) = effects::query(comparison, css).filter(|it| !it.contains(Some(&target))) else { continue };
            let over = line.get_bounding_client_rect();
            if place.top() < over.bottom() && over.top() < place.bottom() {
                target.scroll_into_view_with_bool(!is_at_foot);
            }
        }
    };
    run_soon(Box::new(scroll_clear));
}

/// Details have been opened or closed, by the user or by the widget.
fn on_toggle(comparison: ComparisonContext, event: &Event) {
    let Some(details) = target(event).and_then(|it| it.dyn_into::<HtmlDetailsElement>().ok()) else { return };
    let Some(id) = details.get_attribute(DATA_ID) else { return };
    let is_open = details.open();
    comparison.change_if(&mut |state| state.set_open(&id, is_open));
}
