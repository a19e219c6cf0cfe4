//! The guide as an element of a page: prerendered HTML that is hydrated.

use gpf_domain::guide::readiness::Replies;

use super::element::{MountPoint, NewElement, WidgetElement};
use super::options::{self, log_warning};
use crate::guide::context::GuideContext;
use crate::guide::guide_dom::GuideDom;
use crate::guide::mount;
use crate::guide::state::State;
use crate::guide::view::readiness_result;
use crate::ui::vdom::Live;

/// A guide in the page.
struct GuideElement(GuideDom);

/// Prepares to hydrate the guide that the loader has put in the page, with the options of its host.
pub(super) fn create(place: MountPoint) -> NewElement {
    let dom = GuideDom::new(place.parent);
    dom.show_first_screen();
    let element = GuideElement(dom.clone());
    for option in options::GUIDE {
        element.set(option, place.host.get_attribute(option).as_deref());
    }
    let state = Live::new(State::new(Replies::new(dom.questions())), readiness_result::render);
    let guide = GuideContext { state, dom };
    (Box::new(element), Box::new(move || mount(&guide)))
}

impl WidgetElement for GuideElement {
    fn set(&self, option: &str, value: Option<&str>) {
        let dom = &self.0;
        match option {
            "section" => dom.show_only(&log_warning(options::sections(value, &dom.sections()))),
            "heading" => dom.set_heading(options::heading(value, options::GUIDE_HEADING).as_deref()),
            "heading-level" => dom.set_level(log_warning(options::heading_level(value))),
            _ => {}
        }
    }

    fn render_next(&self) -> bool {
        self.0.show_rest()
    }
}
