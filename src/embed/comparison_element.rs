//! The comparison as an element of a page: its options in, its events out.

use std::any::Any;

use gpf_core::comparison::{Catalogue, UnknownId};
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::events::{self, Compared, Ready};
use super::options::{self, told};
use super::start::{Element, catalogue, data};
use crate::comparison::state::{Asked, Look, State};
use crate::comparison::view::{Comparison, view};
use crate::comparison::{address, link};
use crate::ui::address::PREFIX;

/// A comparison in the page.
pub(super) struct ComparisonElement {
    state: RwSignal<State>,
    // Dropping these two takes the views out of the page and ends every signal, timer and listener of theirs.
    _mounted: Box<dyn Any>,
    _owner: Owner,
}

impl ComparisonElement {
    /// Shows a comparison in `parent` with the options of `host`.
    pub(super) fn mount(host: HtmlElement, parent: HtmlElement) -> Self {
        let owner = Owner::new();
        owner.with(|| {
            let attribute = |name: &str| host.get_attribute(name);
            let catalogue = catalogue();
            let asked = asked(&catalogue, &attribute);
            let id = host.id();
            let prefix = if id.is_empty() { PREFIX.to_owned() } else { id };
            let asked = address::read(&prefix, &catalogue, &asked).unwrap_or(asked);
            let state = RwSignal::new(State::new(catalogue, data(), look(&attribute), asked));
            // What stood in for the widget until now.
            parent.replace_children_with_node_0();
            events::dispatch(&host, "gpf-ready", &Ready { version: env!("CARGO_PKG_VERSION") });
            let comparison = Comparison {
                state,
                parent: StoredValue::new_local(parent.clone()),
                prefix: StoredValue::new(prefix),
                listener: StoredValue::new_local(tell),
                host: StoredValue::new_local(host),
            };
            let mounted = Box::new(mount_to(parent, move || view(comparison)));
            Self { state, _mounted: mounted, _owner: owner.clone() }
        })
    }
}

impl Element for ComparisonElement {
    fn set(&self, option: &str, value: Option<&str>) {
        self.state.update(|state| match option {
            "heading" => state.look.heading = options::heading(value, options::COMPARISON_HEADING),
            "heading-level" => state.look.heading_level = told(options::heading_level(value)),
            "url-sync" => state.look.url_sync = options::url_sync(value),
            _ => {
                let mut asked = state.asked.clone();
                warn(option, link::set(&state.catalogue, &mut asked, option, value));
                state.ask(asked);
            }
        });
    }
}

fn look(attribute: &impl Fn(&str) -> Option<String>) -> Look {
    Look {
        heading: options::heading(attribute("heading").as_deref(), options::COMPARISON_HEADING),
        heading_level: told(options::heading_level(attribute("heading-level").as_deref())),
        url_sync: options::url_sync(attribute("url-sync").as_deref()),
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
        let line = ["gp-federations: ", option, ": ", &error.to_string(), "; the comparison stays as it was"].concat();
        web_sys::console::warn_1(&line.into());
    }
}

/// Tells the page what is compared.
fn tell(host: &HtmlElement, state: &State) {
    let compared = Compared { kind: link::kind_id(state.asked.kind), forms: &state.asked.side().chosen };
    events::dispatch(host, "gpf-compare", &compared);
}
