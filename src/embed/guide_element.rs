//! The guide as an element of a page: a prerendered text that comes to life.

use gpf_domain::guide::readiness::Replies;
use leptos::prelude::*;

use super::element::{MountPoint, NewElement, WidgetElement};
use super::options::{self, log_warning};
use crate::guide::guide_dom::GuideDom;
use crate::guide::hydrate;
use crate::guide::state::State;

/// A guide in the page.
struct GuideElement(StoredValue<GuideDom, LocalStorage>);

/// Makes what brings the guide that the loader has put in its place to life, with the options of its host.
pub(super) fn create(place: MountPoint) -> NewElement {
    let document = GuideDom::new(place.parent);
    document.show_first_screen();
    let element = GuideElement(StoredValue::new_local(document.clone()));
    for option in options::GUIDE {
        element.set(option, place.host.get_attribute(option).as_deref());
    }
    let state = RwSignal::new(State::new(Replies::new(document.questions())));
    (Box::new(element), Box::new(move || hydrate::hydrate(&document, state)))
}

impl WidgetElement for GuideElement {
    fn set(&self, option: &str, value: Option<&str>) {
        self.0.with_value(|document| match option {
            "section" => document.show_only(&log_warning(options::sections(value, &document.sections()))),
            "heading" => document.set_heading(&options::heading(value, options::GUIDE_HEADING)),
            "heading-level" => document.set_level(log_warning(options::heading_level(value))),
            _ => {}
        });
    }

    fn render_next(&self) -> bool {
        self.0.with_value(GuideDom::show_rest)
    }
}
