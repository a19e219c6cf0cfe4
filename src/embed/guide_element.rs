//! The guide as an element of a page: a prerendered text that comes to life.

use gpf_core::guide::readiness::Replies;
use leptos::prelude::*;

use super::options::{self, told};
use super::start::{Element, Made, Place};
use crate::guide::alive;
use crate::guide::document::Document;
use crate::guide::state::State;

/// A guide in the page.
struct GuideElement(StoredValue<Document, LocalStorage>);

/// Makes what brings the guide that the loader has put in its place to life, with the options of its host.
pub(super) fn make(place: Place) -> Made {
    let document = Document::new(place.parent);
    document.begin();
    let element = GuideElement(StoredValue::new_local(document.clone()));
    for option in options::GUIDE {
        element.set(option, place.host.get_attribute(option).as_deref());
    }
    let state = RwSignal::new(State::new(Replies::new(document.questions())));
    (Box::new(element), Box::new(move || alive::bring(&document, state)))
}

impl Element for GuideElement {
    fn set(&self, option: &str, value: Option<&str>) {
        self.0.with_value(|document| match option {
            "section" => document.show_only(&told(options::sections(value, &document.sections()))),
            "heading" => document.set_heading(&options::heading(value, options::GUIDE_HEADING)),
            "heading-level" => document.set_level(told(options::heading_level(value))),
            _ => {}
        });
    }

    fn grow(&self) -> bool {
        self.0.with_value(Document::grow)
    }
}
