//! The finder as an element of a page: its options in, its events out.

use std::any::Any;

use gpf_core::directory::RegionChoice;
use gpf_core::search::Query;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::events::{self, Ready, Results, Selected};
use super::options::{self, Parsed};
use super::start::{Element, data};
use crate::finder::state::Finder;
use crate::finder::view::{FinderView, Look};
use crate::finder::{address, link};

/// A finder in the page.
pub(super) struct FinderElement {
    finder: Finder,
    look: Look,
    url_sync: RwSignal<bool>,
    // Dropping these two takes the views out of the page and ends every signal, timer and listener of theirs.
    _mounted: Box<dyn Any>,
    _owner: Owner,
}

impl FinderElement {
    /// Shows a finder in `parent` with the options of `host`.
    pub(super) fn mount(host: HtmlElement, parent: HtmlElement) -> Self {
        let owner = Owner::new();
        owner.with(|| {
            let attribute = |name: &str| host.get_attribute(name);
            let asked = asked(&attribute);
            let id = host.id();
            let prefix = if id.is_empty() { link::PREFIX.to_owned() } else { id };
            let query = address::read(&prefix, &asked).unwrap_or(asked);
            let finder = Finder::new(data(), query, told(options::page_size(attribute("page-size").as_deref())));
            let look = Look {
                heading: RwSignal::new(options::heading(attribute("heading").as_deref())),
                heading_level: RwSignal::new(told(options::heading_level(attribute("heading-level").as_deref()))),
            };
            let url_sync = RwSignal::new(options::url_sync(attribute("url-sync").as_deref()));
            let prefix = StoredValue::new(prefix);
            address::follow(finder, prefix, url_sync);

            // What stood in for the widget until now.
            parent.replace_children_with_node_0();
            let mounted = Box::new(mount_to(parent, move || view! { <FinderView finder look prefix/> }));
            tell(finder, host);
            Self { finder, look, url_sync, _mounted: mounted, _owner: owner.clone() }
        })
    }
}

impl Element for FinderElement {
    fn set(&self, option: &str, value: Option<&str>) {
        let change = |edit: &dyn Fn(&mut Query)| self.finder.change(edit);
        match option {
            "region" => {
                let region = told(options::region(value));
                change(&|query| query.region = region);
            }
            "status" => {
                let status = told(options::status(value));
                change(&|query| query.status = status);
            }
            "legal-form" => {
                let form = told(options::legal_form(value));
                change(&|query| query.legal_form = form);
            }
            "search" => change(&|query| query.text = options::search(value)),
            "sort" => {
                let sort = told(options::sort(value));
                change(&|query| query.sort = sort);
            }
            "page-size" => self.finder.set_page_size(told(options::page_size(value))),
            "heading" => self.look.heading.set(options::heading(value)),
            "heading-level" => self.look.heading_level.set(told(options::heading_level(value))),
            "url-sync" => self.url_sync.set(options::url_sync(value)),
            _ => {}
        }
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

/// The value of an option; what there is to say about it goes to the console.
fn told<T>((value, warning): Parsed<T>) -> T {
    if let Some(warning) = warning {
        web_sys::console::warn_1(&warning.for_console().into());
    }
    value
}

/// Tells the page what happens in the finder.
fn tell(finder: Finder, host: HtmlElement) {
    let host = StoredValue::new_local(host);
    Effect::new(move |before: Option<()>| {
        let found = finder.found().get();
        let query = finder.query().get_untracked();
        let results = Results {
            total: found.total,
            matching: found.rows.len() as u32,
            region: query.region.map_or("", RegionChoice::id),
            text: &query.text,
        };
        host.with_value(|host| {
            if before.is_none() {
                events::dispatch(host, "gpf-ready", &Ready { version: env!("CARGO_PKG_VERSION") });
            }
            events::dispatch(host, "gpf-results", &results);
        });
    });
    Effect::new(move |_| {
        let Some(row) = finder.selected().get() else { return };
        let data = finder.data();
        let federation = data.directory.federation(row);
        let selected = Selected { id: federation.id(), name: federation.name() };
        host.with_value(|host| events::dispatch(host, "gpf-select", &selected));
    });
}
