//! The comparison as an element of a page: its options in, its events out.

use std::any::Any;

use gpf_core::comparison::{Catalogue, UnknownId};
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::events::{self, Compared};
use super::options::{self, told};
use super::start::{Element, Made, Place, catalogue, data_of_finder};
use crate::comparison::state::{Asked, Look, State};
use crate::comparison::view::{Comparison, STAGES, view};
use crate::comparison::{address, after, link};
use crate::ui::stage::Stage;

/// A comparison in the page.
struct ComparisonElement(Comparison);

/// Makes a comparison with the options of its host.
pub(super) fn make(place: Place) -> Made {
    let attribute = |name: &str| place.option(name);
    let catalogue = catalogue();
    let asked = asked(&catalogue, &attribute);
    let from_address = address::read(&place.prefix, &catalogue, &asked);
    let mut state = State::new(catalogue, data_of_finder(), look(&attribute), asked);
    state.stage = Stage::Nothing;
    state.asked = from_address.unwrap_or_else(|| state.start.clone());
    state.at = state.asked.clone();
    let state = RwSignal::new(state);
    let Place { host, parent, prefix } = place;
    let comparison = Comparison {
        state,
        parent: StoredValue::new_local(parent.clone()),
        prefix: StoredValue::new(prefix),
        list: data_of_finder,
        listener: StoredValue::new_local(tell),
        host: StoredValue::new_local(host),
    };
    let views = move || -> Box<dyn Any> { Box::new(mount_to(parent, move || view(comparison))) };
    (Box::new(ComparisonElement(comparison)), Box::new(views))
}

impl Element for ComparisonElement {
    fn set(&self, option: &str, value: Option<&str>) {
        self.0.state.update(|state| match option {
            "heading" => state.look.heading = options::heading(value, options::COMPARISON_HEADING),
            "heading-level" => state.look.heading_level = told(options::heading_level(value)),
            "url-sync" => state.look.url_sync = options::switch(value),
            _ => {
                let mut asked = state.asked.clone();
                warn(option, link::set(&state.catalogue, &mut asked, option, value));
                _ = link::set(&state.catalogue, &mut state.start, option, value);
                state.ask(asked);
            }
        });
    }

    fn grow(&self) -> bool {
        // Between the first part and the table, which has to fit.
        if self.0.state.with_untracked(|state| state.stage == Stage::Question) {
            after::measure(self.0);
        }
        self.0.state.update(|state| state.stage = state.stage.next(&STAGES));
        self.0.state.with_untracked(|state| state.stage != Stage::Done)
    }
}

fn look(attribute: &impl Fn(&str) -> Option<String>) -> Look {
    Look {
        heading: options::heading(attribute("heading").as_deref(), options::COMPARISON_HEADING),
        heading_level: told(options::heading_level(attribute("heading-level").as_deref())),
        url_sync: options::switch(attribute("url-sync").as_deref()),
    }
}

fn asked(catalogue: &Catalogue, attribute: &impl Fn(&str) -> Option<String>) -> Asked {
    let mut asked = Asked::at_first(catalogue);
    for option in link::NAMES {
        if let Some(value) = attribute(option) {
            warn(option, link::set(catalogue, &mut asked, option, Some(&value)));
        }
    }
    asked
}

/// A wrong id changes nothing; what would be right goes to the console.
fn warn(option: &str, set: Result<(), UnknownId>) {
    if let Err(error) = set {
        let line = ["gp-federations: ", option, ": ", &error.to_string(), ". The comparison has not changed."].concat();
        web_sys::console::warn_1(&line.into());
    }
}

/// Tells the page what is compared.
fn tell(host: &HtmlElement, state: &State) {
    let compared = Compared { kind: link::kind_id(state.asked.kind), forms: &state.asked.side().chosen };
    events::dispatch(host, "gpf-compare", &compared);
}
