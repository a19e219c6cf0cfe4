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
use super::list_store::{built_in_dataset, page_list};
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

/// A finder in the page.
struct FinderElement(FinderContext);

/// Creates a finder with the options of its host.
pub(super) fn create(place: MountPoint) -> NewElement {
    let (mut settings, mut default_query) = (FinderSettings::default(), Query::default());
    for option in options::FINDER {
        apply(option, place.option(option).as_deref(), &mut settings, &mut [&mut default_query]);
    }
    let query = url_state::from_url(&place.prefix, &default_query).unwrap_or_else(|| default_query.clone());
    let (data, report) = page_default();
    let mut state = State::new(data, settings, query);
    let number = InstanceNumber::acquire();
    (state.list_status, state.instance, state.phase, state.default_query) =
        (ListStatus::new(None, report, false), number.get(), RenderPhase::Empty, default_query);
    state.last_url_query = state.query.clone();
    state.linked_federation = url_state::federation_id(&place.prefix);
    state.last_url_federation = state.linked_federation.clone();
    let state = RwSignal::new(state);
    let MountPoint { host, parent, prefix } = place;
    let finder = FinderContext {
        state,
        parent: StoredValue::new_local(parent.clone()),
        prefix: StoredValue::new(prefix),
        listener: StoredValue::new_local(dispatch_event),
        host: StoredValue::new_local(host),
    };
    let views = move || -> Box<dyn Any> { Box::new((mount_to(parent, move || mount(finder)), number)) };
    (Box::new(FinderElement(finder)), Box::new(views))
}

impl WidgetElement for FinderElement {
    fn set(&self, option: &str, value: Option<&str>) {
        self.0.state.update(|state| {
            state.options_generation += 1;
            let (mut query, page_size) = (state.query.clone(), state.settings.page_size);
            apply(option, value, &mut state.settings, &mut [&mut state.default_query, &mut query]);
            if state.settings.page_size != page_size {
                state.set_page_size(state.settings.page_size);
            }
            state.set_query(query);
        });
    }

    fn list_changed(&self, news: ListUpdate<'_>) {
        self.0.state.update(|state| match news {
            ListUpdate::Progress(file, per_mille) => {
                state.set_list_status(ListStatus::Reading(ListProgress { file: file.to_owned(), per_mille }));
            }
            ListUpdate::Custom(list) => {
                if let Some(read) = list.loaded() {
                    state.use_list(Arc::clone(&read.data), ListStatus::Loaded(Arc::clone(&read.report)));
                } else {
                    let (data, of_page) = page_default();
                    let error = list.error();
                    let status = ListStatus::new(error.as_deref(), list.rejection_report(), of_page.is_some());
                    state.use_list(data, status);
                }
            }
            ListUpdate::PageDefault(error) => {
                let (data, report) = page_default();
                let has_page_list = report.is_some();
                state.use_list(data, ListStatus::new(error, report, has_page_list));
            }
        });
    }

    fn render_next(&self) -> bool {
        self.0.state.update(|state| {
            // A prerendered view is adopted at once. Only the drawing of the map follows.
            let is_adopted =
                state.phase == RenderPhase::Empty && self.0.parent.with_value(|parent| is_prerendered(parent));
            state.phase = if is_adopted { RenderPhase::AllRows } else { state.phase.next(&PHASES) };
            if state.phase == RenderPhase::FirstRows {
                state.show_linked();
            }
            // The user might have typed in the meantime.
            state.settle();
        });
        self.0.state.with_untracked(|state| state.phase != RenderPhase::Ready)
    }
}

/// Sets an option: of the settings, or of these queries.
fn apply(option: &str, value: Option<&str>, settings: &mut FinderSettings, queries: &mut [&mut Query]) {
    let mut each = |change: &dyn Fn(&mut Query)| queries.iter_mut().for_each(|query| change(query));
    match option {
        "region" => {
            let region = log_warning(options::region(value));
            each(&|query| query.region = region);
        }
        "status" => {
            let status = log_warning(options::status(value));
            each(&|query| query.status = status);
        }
        "legal-form" => {
            let legal_form = log_warning(options::legal_form(value));
            each(&|query| query.legal_form = legal_form);
        }
        "search" => {
            let text = options::search(value);
            each(&|query| query.text.clone_from(&text));
        }
        "sort" => {
            let sort = log_warning(options::sort(value));
            each(&|query| query.sort = sort);
        }
        "page-size" => settings.page_size = log_warning(options::page_size(value)),
        "map" => settings.map = log_warning(options::map(value)),
        "heading" => settings.heading = options::heading(value, options::HEADING),
        "heading-level" => settings.heading_level = log_warning(options::heading_level(value)),
        "url-sync" => settings.url_sync = options::boolean(value),
        "show-import-report" => settings.show_report = options::boolean(value),
        "feedback" => settings.feedback = log_warning(options::feedback(value)),
        _ => {}
    }
}

/// The page's list and, if the page has loaded it, its report.
fn page_default() -> (Arc<Dataset>, Option<Arc<ImportReport>>) {
    page_list().map_or_else(|| (built_in_dataset(), None), |read| (read.data, Some(read.report)))
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
            if let Some(report) = state.list_status.report() {
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
