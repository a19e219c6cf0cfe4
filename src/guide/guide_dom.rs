//! The guide's text as it stands in the page.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::ui::heading::{child_level, tag};

/// The style sheet hides the rest while it is there.
const FIRST_SCREEN_ONLY: &str = "data-begins";

/// The prerendered guide in its place. Copies are of the same place.
#[derive(Debug, Clone)]
pub struct GuideDom {
    pub(super) root: HtmlElement,
    /// The level that the editor gives the heading; where there is none, the sections' headings get it.
    level: Rc<Cell<u8>>,
}

impl GuideDom {
    /// The guide that stands in `parent`.
    #[must_use]
    pub fn new(parent: HtmlElement) -> Self {
        Self { root: parent, level: Rc::new(Cell::new(2)) }
    }

    /// Has the browser lay out the beginning alone, until it [grows](Self::show_rest).
    pub fn show_first_screen(&self) {
        _ = self.root.set_attribute(FIRST_SCREEN_ONLY, "");
    }

    /// Has it lay out the rest too. Says whether there was any.
    #[must_use]
    pub fn show_rest(&self) -> bool {
        let begins = self.root.has_attribute(FIRST_SCREEN_ONLY);
        _ = self.root.remove_attribute(FIRST_SCREEN_ONLY);
        begins
    }

    /// The ids of all its sections.
    #[must_use]
    pub fn sections(&self) -> Vec<String> {
        self.all(SECTIONS).iter().filter_map(|it| it.get_attribute(SECTION)).collect()
    }

    /// Shows the sections of these ids alone, open; all of them are closed, as a list of contents.
    pub fn show_only(&self, ids: &[String]) {
        let sections = self.all(SECTIONS);
        let is_all = ids.len() == sections.len();
        for section in &sections {
            let is_asked = section.get_attribute(SECTION).is_some_and(|id| ids.contains(&id));
            set_hidden(section, !is_asked);
            _ = section.toggle_attribute_with_force("open", !is_all && is_asked);
        }
    }

    /// Says the heading; an empty one is not there.
    pub fn set_heading(&self, heading: &str) {
        for element in self.all(".gpf-heading") {
            element.set_text_content(Some(heading));
            set_hidden(&element, heading.is_empty());
        }
        self.level_headings();
    }

    /// Gives the heading this level in the page's outline; those under it follow.
    pub fn set_level(&self, level: u8) {
        self.level.set(level);
        self.level_headings();
    }

    fn level_headings(&self) {
        // Of the sections, which are the first ones beneath the guide's own.
        let sections = child_level(self.level.get(), self.all(".gpf-heading[hidden]").is_empty());
        for old in self.all("[data-level]") {
            let depth: u8 = old.get_attribute("data-level").and_then(|it| it.parse().ok()).unwrap_or_default();
            // Levels count from 1, so this cannot be less than 0.
            let tag = tag(sections + depth - 1);
            if old.local_name() == tag {
                continue;
            }
            let Ok(new) = document().create_element(tag) else { continue };
            for name in old.get_attribute_names().iter().filter_map(|it| it.as_string()) {
                _ = new.set_attribute(&name, &old.get_attribute(&name).unwrap_or_default());
            }
            while let Some(child) = old.first_child() {
                _ = new.append_child(&child);
            }
            _ = old.replace_with_with_node_1(&new);
        }
    }

    /// What the readiness check asks, in order.
    #[must_use]
    pub fn questions(&self) -> Vec<String> {
        self.all(".gpf-question > legend > :last-child").iter().filter_map(|it| it.text_content()).collect()
    }

    /// The elements that `css` finds.
    pub(super) fn all(&self, css: &str) -> Vec<Element> {
        let Ok(found) = self.root.query_selector_all(css) else { return Vec::new() };
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
    }
}

const SECTION: &str = "data-section";
const SECTIONS: &str = ".gpf-section";

pub(super) fn set_hidden(element: &Element, is_hidden: bool) {
    _ = element.toggle_attribute_with_force("hidden", is_hidden);
}
