//! The guide's prerendered content in the page.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::controls::{DATA_LEVEL, DATA_SECTION};
use crate::ui::heading::{child_level, tag};

/// While this attribute is set, the style sheet hides everything after the first screen.
const FIRST_SCREEN_ONLY: &str = "data-begins";

/// The prerendered guide in its place. Copies refer to the same nodes.
#[derive(Debug, Clone)]
pub struct GuideDom {
    pub(super) root: HtmlElement,
    /// The level that the editor sets for the heading. If there is no heading, the sections' headings get it.
    level: Rc<Cell<u8>>,
}

impl GuideDom {
    /// The guide in `parent`.
    #[must_use]
    pub fn new(parent: HtmlElement) -> Self {
        Self { root: parent, level: Rc::new(Cell::new(2)) }
    }

    /// Limits the layout to the first screen, until [`show_rest`](Self::show_rest).
    pub fn show_first_screen(&self) {
        _ = self.root.set_attribute(FIRST_SCREEN_ONLY, "");
    }

    /// Lays out the rest too. Returns whether there was any.
    #[must_use]
    pub fn show_rest(&self) -> bool {
        let begins = self.root.has_attribute(FIRST_SCREEN_ONLY);
        _ = self.root.remove_attribute(FIRST_SCREEN_ONLY);
        begins
    }

    /// The ids of all its sections.
    #[must_use]
    pub fn sections(&self) -> Vec<String> {
        self.all(SECTIONS).iter().filter_map(|it| it.get_attribute(DATA_SECTION)).collect()
    }

    /// Shows only the sections with these ids, open. If these are all sections, they are closed, as a list of contents.
    pub fn show_only(&self, ids: &[String]) {
        let sections = self.all(SECTIONS);
        let is_all = ids.len() == sections.len();
        for section in &sections {
            let is_shown = section.get_attribute(DATA_SECTION).is_some_and(|id| ids.contains(&id));
            set_hidden(section, !is_shown);
            _ = section.toggle_attribute_with_force("open", !is_all && is_shown);
        }
    }

    /// Sets the heading, or hides it if there is none.
    pub fn set_heading(&self, heading: Option<&str>) {
        for element in self.all(".gpf-heading") {
            element.set_text_content(heading);
            set_hidden(&element, heading.is_none());
        }
        self.level_headings();
    }

    /// Sets the level of the heading in the page's outline. The headings under it follow.
    pub fn set_level(&self, level: u8) {
        self.level.set(level);
        self.level_headings();
    }

    fn level_headings(&self) {
        // The level of the section headings, which are the first ones under the guide's own.
        let sections = child_level(self.level.get(), self.all(".gpf-heading[hidden]").is_empty());
        for old in self.all(&["[", DATA_LEVEL, "]"].concat()) {
            let depth: u8 = old.get_attribute(DATA_LEVEL).and_then(|it| it.parse().ok()).unwrap_or_default();
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

    /// The questions of the readiness check, in order.
    #[must_use]
    pub fn questions(&self) -> Vec<String> {
        self.all(".gpf-question > legend > :last-child").iter().filter_map(|it| it.text_content()).collect()
    }

    /// The elements that `css` matches.
    pub(super) fn all(&self, css: &str) -> Vec<Element> {
        let Ok(found) = self.root.query_selector_all(css) else { return Vec::new() };
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
    }
}

const SECTIONS: &str = ".gpf-section";

pub(super) fn set_hidden(element: &Element, is_hidden: bool) {
    _ = element.toggle_attribute_with_force("hidden", is_hidden);
}
