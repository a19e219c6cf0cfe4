//! The finder as an element of a page: reads its options and dispatches its events.

use std::any::Any;
use std::sync::Arc;

use gpf_domain::directory::RegionChoice;
use gpf_domain::import::ImportReport;
use gpf_domain::search::Query;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::element::{ListUpdate, MountPoint, NewElement, WidgetElement};
use super::events::{self, ListLoadedDetail, ResultsDetail, SelectDetail};
use super::instance_number::InstanceNumber;
use super::list_store::{bundled_dataset, page_list};
use super::options::{self, log_warning};
use crate::finder::context::{FinderContext, FinderEvent};
use crate::finder::dataset::Dataset;
use crate::finder::list_status::{ListProgress, ListStatus};
use crate::finder::mount;
use crate::finder::options::FinderSettings;
use crate::finder::state::State;
use crate::finder::url_state;
use crate::finder::view::PHASES;
use crate::ui::render_phase::RenderPhase;
use crate::ui::vdom::is_prerendered;

/// A finder in the page, and the parent of its view.
struct FinderElement(RwSignal<State>, HtmlElement);

/// Creates a finder with the options of its host.
pub(super) fn create(place: MountPoint) -> NewElement {
    let attribute = |name: &str| place.option(name);
    let asked = default_query(&attribute);
    let query = url_state::from_url(&place.prefix, &asked).unwrap_or_else(|| asked.clone());
    let (data, report) = page_default();
    let mut state = State::new(data, settings(&attribute), query);
    let number = InstanceNumber::acquire();
    (state.list_status, state.instance, state.phase, state.default_query) =
        (ListStatus::loaded(report), number.get(), RenderPhase::Empty, asked);
    state.last_url_query = state.query.clone();
    state.wanted = url_state::federation_id(&place.prefix);
    let state = RwSignal::new(state);
    let MountPoint { host, parent, prefix } = place;
    let element = Box::new(FinderElement(state, parent.clone()));
    let finder = FinderContext {
        state,
        parent: StoredValue::new_local(parent.clone()),
        prefix: StoredValue::new(prefix),
        listener: StoredValue::new_local(dispatch_event),
        host: StoredValue::new_local(host),
    };
    let views = move || -> Box<dyn Any> { Box::new((mount_to(parent, move || mount(finder)), number)) };
    (element, Box::new(views))
}

impl WidgetElement for FinderElement {
    fn set(&self, option: &str, value: Option<&str>) {
        self.0.update(|state| {
            state.options_generation += 1;
            let (mut query, start) = (state.query.clone(), &mut state.default_query);
            match option {
                "region" => (start.region, query.region) = twice(log_warning(options::region(value))),
                "status" => (start.status, query.status) = twice(log_warning(options::status(value))),
                "legal-form" => (start.legal_form, query.legal_form) = twice(log_warning(options::legal_form(value))),
                "search" => (start.text, query.text) = twice(options::search(value)),
                "sort" => (start.sort, query.sort) = twice(log_warning(options::sort(value))),
                "page-size" => state.set_page_size(log_warning(options::page_size(value))),
                "map" => state.settings.map = log_warning(options::map(value)),
                "heading" => state.settings.heading = options::heading(value, options::HEADING),
                "heading-level" => state.settings.heading_level = log_warning(options::heading_level(value)),
                "url-sync" => state.settings.url_sync = options::boolean(value),
                "show-import-report" => state.settings.show_report = options::boolean(value),
                "feedback" => state.settings.feedback = log_warning(options::feedback(value)),
                _ => {}
            }
            state.set_query(query);
        });
    }

    fn list_changed(&self, news: ListUpdate<'_>) {
        self.0.update(|state| match news {
            ListUpdate::Progress(file, per_mille) => {
                let reading = Some(ListProgress { file: file.to_owned(), per_mille });
                state.list_status = ListStatus { progress: reading, ..ListStatus::default() };
            }
            ListUpdate::Custom(list) => {
                if let Some(read) = list.loaded() {
                    state.use_list(Arc::clone(&read.data), ListStatus::loaded(Some(Arc::clone(&read.report))));
                } else {
                    let (data, _) = page_default();
                    state.use_list(data, status(list.error().as_deref(), list.rejection_report()));
                }
            }
            ListUpdate::PageDefault(error) => {
                let (data, report) = page_default();
                state.use_list(data, status(error, report));
            }
        });
    }

    fn render_next(&self) -> bool {
        self.0.update(|state| {
            // A prerendered view is adopted at once. Only the drawing of the map follows.
            let is_adopted = state.phase == RenderPhase::Empty && is_prerendered(&self.1);
            state.phase = if is_adopted { RenderPhase::AllRows } else { state.phase.next(&PHASES) };
            if state.phase == RenderPhase::FirstRows {
                state.show_wanted();
            }
            // The user might have typed in the meantime.
            state.settle();
        });
        self.0.with_untracked(|state| state.phase != RenderPhase::Ready)
    }
}

fn twice<T: Clone>(value: T) -> (T, T) {
    (value.clone(), value)
}

/// The page's list and, if the page has loaded it, its report.
fn page_default() -> (Arc<Dataset>, Option<Arc<ImportReport>>) {
    page_list().map_or_else(|| (bundled_dataset(), None), |read| (read.data, Some(read.report)))
}

/// The status of a list with this report. `error` is why it is shown in place of another list.
fn status(error: Option<&str>, report: Option<Arc<ImportReport>>) -> ListStatus {
    match error {
        Some(error) => ListStatus::rejected(error, report),
        None => ListStatus::loaded(report),
    }
}

fn settings(attribute: &impl Fn(&str) -> Option<String>) -> FinderSettings {
    FinderSettings {
        heading: options::heading(attribute("heading").as_deref(), options::HEADING),
        heading_level: log_warning(options::heading_level(attribute("heading-level").as_deref())),
        page_size: log_warning(options::page_size(attribute("page-size").as_deref())),
        url_sync: options::boolean(attribute("url-sync").as_deref()),
        map: log_warning(options::map(attribute("map").as_deref())),
        show_report: options::boolean(attribute("show-import-report").as_deref()),
        feedback: log_warning(options::feedback(attribute("feedback").as_deref())),
    }
}

fn default_query(attribute: &impl Fn(&str) -> Option<String>) -> Query {
    Query {
        text: options::search(attribute("search").as_deref()),
        region: log_warning(options::region(attribute("region").as_deref())),
        status: log_warning(options::status(attribute("status").as_deref())),
        legal_form: log_warning(options::legal_form(attribute("legal-form").as_deref())),
        sort: log_warning(options::sort(attribute("sort").as_deref())),
    }
}

/// Notifies the page of an event in the finder.
fn dispatch_event(host: &HtmlElement, state: &State, happened: FinderEvent) {
    match happened {
        FinderEvent::ResultsChanged => {
            let results = ResultsDetail {
                total: state.found.total,
                matching: state.match_count(),
                region: state.query.region.map(RegionChoice::id),
                text: &state.query.text,
            };
            events::dispatch(host, "gpf-results", &results);
        }
        FinderEvent::ListLoaded => {
            if let Some(report) = &state.list_status.report {
                events::dispatch(host, "gpf-data", &ListLoadedDetail::of(report));
            }
        }
        FinderEvent::DetailsOpened(row) => {
            let federation = state.data.directory.federation(row);
            let selected = SelectDetail { id: federation.id(), name: federation.name() };
            events::dispatch(host, "gpf-select", &selected);
        }
    }
}
