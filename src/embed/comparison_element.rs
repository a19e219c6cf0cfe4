//! The comparison as an element of a page: reads its options and dispatches its events.

use std::any::Any;

use gpf_domain::comparison::{Catalogue, UnknownId};
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::catalogue_store::{catalogue, names_by_form};
use super::console;
use super::element::{MountPoint, NewElement, WidgetElement};
use super::events::{self, CompareDetail};
use super::options::{self, log_warning};
use crate::comparison::context::ComparisonContext;
use crate::comparison::mount;
use crate::comparison::options::ComparisonSettings;
use crate::comparison::state::{Selection, State};
use crate::comparison::view::PHASES;
use crate::comparison::{effects, url_state};
use crate::ui::render_phase::RenderPhase;

/// A comparison in the page.
struct ComparisonElement(ComparisonContext);

/// Creates a comparison with the options of its host.
pub(super) fn create(place: MountPoint) -> NewElement {
    let attribute = |name: &str| place.option(name);
    let catalogue = catalogue();
    let selection = default_selection(&catalogue, &attribute);
    let from_address = url_state::from_url(&place.prefix, &catalogue, &selection);
    let mut state = State::new(catalogue, names_by_form(), settings(&attribute), selection);
    state.phase = RenderPhase::Empty;
    state.selection = from_address.unwrap_or_else(|| state.default_selection.clone());
    state.last_url_selection = state.selection.clone();
    let state = RwSignal::new(state);
    let MountPoint { host, parent, prefix } = place;
    let comparison = ComparisonContext {
        state,
        parent: StoredValue::new_local(parent.clone()),
        prefix: StoredValue::new(prefix),
        names: names_by_form,
        listener: StoredValue::new_local(dispatch_event),
        host: StoredValue::new_local(host),
    };
    let views = move || -> Box<dyn Any> { Box::new(mount_to(parent, move || mount(comparison))) };
    (Box::new(ComparisonElement(comparison)), Box::new(views))
}

impl WidgetElement for ComparisonElement {
    fn set(&self, option: &str, value: Option<&str>) {
        self.0.state.update(|state| match option {
            "heading" => state.settings.heading = options::heading(value, options::COMPARISON_HEADING),
            "heading-level" => state.settings.heading_level = log_warning(options::heading_level(value)),
            "url-sync" => state.settings.url_sync = options::boolean(value),
            _ => {
                let mut selection = state.selection.clone();
                warn(option, url_state::set_option(&state.catalogue, &mut selection, option, value));
                _ = url_state::set_option(&state.catalogue, &mut state.default_selection, option, value);
                state.set_selection(selection);
            }
        });
    }

    fn render_next(&self) -> bool {
        // After the first part is shown and before the table, which has to fit.
        if self.0.state.with_untracked(|state| state.phase == RenderPhase::Controls) {
            effects::measure(self.0);
        }
        self.0.state.update(|state| state.phase = state.phase.next(&PHASES));
        self.0.state.with_untracked(|state| state.phase != RenderPhase::Ready)
    }
}

fn settings(attribute: &impl Fn(&str) -> Option<String>) -> ComparisonSettings {
    ComparisonSettings {
        heading: options::heading(attribute("heading").as_deref(), options::COMPARISON_HEADING),
        heading_level: log_warning(options::heading_level(attribute("heading-level").as_deref())),
        url_sync: options::boolean(attribute("url-sync").as_deref()),
    }
}

fn default_selection(catalogue: &Catalogue, attribute: &impl Fn(&str) -> Option<String>) -> Selection {
    let mut selection = Selection::default_for(catalogue);
    for option in url_state::NAMES {
        if let Some(value) = attribute(option) {
            warn(option, url_state::set_option(catalogue, &mut selection, option, Some(&value)));
        }
    }
    selection
}

/// An unknown id changes nothing. The console shows which ids are accepted.
fn warn(option: &str, set: Result<(), UnknownId>) {
    if let Err(error) = set {
        console::warn(&[option, ": ", &error.to_string(), ". The comparison has not changed."].concat());
    }
}

/// Notifies the page of the compared forms or models.
fn dispatch_event(host: &HtmlElement, state: &State) {
    let compared =
        CompareDetail { kind: url_state::kind_id(state.selection.kind), forms: &state.selection.current().chosen };
    events::dispatch(host, "gpf-compare", &compared);
}
