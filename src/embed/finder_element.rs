//! The finder as an element of a page: its options in, its events out.

use std::any::Any;
use std::sync::Arc;

use gpf_core::directory::RegionChoice;
use gpf_core::search::Query;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::events::{self, DataRead, Results, Selected};
use super::number::Number;
use super::options::{self, told};
use super::start::{Element, List, Made, Place, bundled, loaded};
use crate::finder::address;
use crate::finder::own::{Own, Reading};
use crate::finder::state::{Data, Look, State};
use crate::finder::view::{Finder, Happened, STAGES, view};
use crate::ui::stage::Stage;

/// A finder in the page.
struct FinderElement(RwSignal<State>);

/// Makes a finder with the options of its host.
pub(super) fn make(place: Place) -> Made {
    let attribute = |name: &str| place.option(name);
    let asked = asked(&attribute);
    let query = address::read(&place.prefix, &asked).unwrap_or_else(|| asked.clone());
    let (data, own) = of_page("");
    let mut state = State::new(data, look(&attribute), query);
    let number = Number::take();
    (state.own, state.number, state.stage, state.start) = (own, number.get(), Stage::Nothing, asked);
    state.at = state.query.clone();
    state.wanted = address::federation(&place.prefix);
    let state = RwSignal::new(state);
    let Place { host, parent, prefix } = place;
    let finder = Finder {
        state,
        parent: StoredValue::new_local(parent.clone()),
        prefix: StoredValue::new(prefix),
        listener: StoredValue::new_local(tell),
        host: StoredValue::new_local(host),
    };
    let views = move || -> Box<dyn Any> { Box::new((mount_to(parent, move || view(finder)), number)) };
    (Box::new(FinderElement(state)), Box::new(views))
}

impl Element for FinderElement {
    fn set(&self, option: &str, value: Option<&str>) {
        self.0.update(|state| {
            let (mut query, start) = (state.query.clone(), &mut state.start);
            match option {
                "region" => (start.region, query.region) = twice(told(options::region(value))),
                "status" => (start.status, query.status) = twice(told(options::status(value))),
                "legal-form" => (start.legal_form, query.legal_form) = twice(told(options::legal_form(value))),
                "search" => (start.text, query.text) = twice(options::search(value)),
                "sort" => (start.sort, query.sort) = twice(told(options::sort(value))),
                "page-size" => state.set_page_size(told(options::page_size(value))),
                "map" => state.look.map = told(options::map(value)),
                "heading" => state.look.heading = options::heading(value, options::HEADING),
                "heading-level" => state.look.heading_level = told(options::heading_level(value)),
                "url-sync" => state.look.url_sync = options::switch(value),
                "show-data-report" => state.look.show_report = options::switch(value),
                "feedback" => state.look.feedback = told(options::feedback(value)),
                _ => {}
            }
            state.ask(query);
        });
    }

    fn hear(&self, news: List<'_>) {
        self.0.update(|state| match news {
            List::Reading(file, per_mille) => {
                let reading = Some(Reading { file: file.to_owned(), per_mille });
                state.own = Own { reading, ..Own::default() };
            }
            List::Own(list) => {
                if let Some(read) = list.read() {
                    state.use_list(Arc::clone(&read.data), Own::read(Some(Arc::clone(&read.report))));
                } else {
                    let (data, _) = of_page("");
                    state.use_list(data, Own::unused(&list.trouble(), list.unused_report()));
                }
            }
            List::OfPage(trouble) => {
                let (data, own) = of_page(trouble);
                state.use_list(data, own);
            }
        });
    }

    fn grow(&self) -> bool {
        self.0.update(|state| {
            state.stage = state.stage.next(&STAGES);
            if state.stage == Stage::Answer {
                state.show_wanted();
            }
            // Somebody may have typed meanwhile.
            state.count();
        });
        self.0.with_untracked(|state| state.stage != Stage::Done)
    }
}

fn twice<T: Clone>(value: T) -> (T, T) {
    (value.clone(), value)
}

/// The page's list and, where the page has loaded it, how it was read; or why a finder shows that.
fn of_page(trouble: &str) -> (Arc<Data>, Own) {
    let (data, report) = loaded().map_or_else(|| (bundled(), None), |read| (read.data, Some(read.report)));
    (data, Own::unused(trouble, report))
}

fn look(attribute: &impl Fn(&str) -> Option<String>) -> Look {
    Look {
        heading: options::heading(attribute("heading").as_deref(), options::HEADING),
        heading_level: told(options::heading_level(attribute("heading-level").as_deref())),
        page_size: told(options::page_size(attribute("page-size").as_deref())),
        url_sync: options::switch(attribute("url-sync").as_deref()),
        map: told(options::map(attribute("map").as_deref())),
        show_report: options::switch(attribute("show-data-report").as_deref()),
        feedback: told(options::feedback(attribute("feedback").as_deref())),
    }
}

fn asked(attribute: &impl Fn(&str) -> Option<String>) -> Query {
    Query {
        text: options::search(attribute("search").as_deref()),
        region: told(options::region(attribute("region").as_deref())),
        status: told(options::status(attribute("status").as_deref())),
        legal_form: told(options::legal_form(attribute("legal-form").as_deref())),
        sort: told(options::sort(attribute("sort").as_deref())),
    }
}

/// Tells the page what has happened in the finder.
fn tell(host: &HtmlElement, state: &State, happened: Happened) {
    match happened {
        Happened::Found => {
            let results = Results {
                total: state.found.total,
                matching: state.matching(),
                region: state.query.region.map_or("", RegionChoice::id),
                text: &state.query.text,
            };
            events::dispatch(host, "gpf-results", &results);
        }
        Happened::Listed => {
            if let Some(report) = &state.own.report {
                events::dispatch(host, "gpf-data", &DataRead::of(report));
            }
        }
        Happened::Opened(row) => {
            let federation = state.data.directory.federation(row);
            let selected = Selected { id: federation.id(), name: federation.name() };
            events::dispatch(host, "gpf-select", &selected);
        }
    }
}
