//! The whole guide as it is rendered when the widget is built.

use gpf_core::comparison::NOT_LEGAL_ADVICE;
use gpf_core::guide::{Guide, Section};

use super::blocks::blocks;
use super::strings;
use crate::ui::heading::heading;
use crate::ui::node::{Element, Node, classed, div};

/// The level of the headings until somebody says otherwise.
pub(super) const LEVEL: u8 = 2;

/// The guide.
#[must_use]
pub fn text(guide: &Guide) -> Element {
    div("gpf gpf-guide gpf-fallback")
        .child(title(0, "gpf-heading", strings::HEADING))
        .child(classed("p", "gpf-notice").text(strings::NOTICE))
        .child(div("gpf-sections").all(guide.sections.iter().enumerate().map(|(at, it)| section(guide, it, at == 0))))
        .child(classed("p", "gpf-footer gpf-small gpf-not-advice").say(NOT_LEGAL_ADVICE))
}

/// A heading that follows `heading-level`: `beneath` says how many levels it is under the guide's own.
pub(super) fn title(beneath: u8, class: &'static str, text: &str) -> Element {
    heading(LEVEL + beneath, class, text, "").set("data-level", beneath.to_string())
}

/// Details, which open and close without us: nobody wants to scroll past all of it.
fn section(guide: &Guide, section: &Section, is_open: bool) -> Element {
    let lead: Vec<Node> = section.lead.iter().map(|it| classed("p", "gpf-lead").say(it).into()).collect();
    let line = classed("summary", "gpf-summary").child(title(1, "gpf-group gpf-name", &section.title));
    classed("details", "gpf-section gpf-more-about")
        .set("data-section", section.id.clone())
        .is("open", is_open)
        .child(line)
        .child(div("gpf-inside").children(lead).children(blocks(guide, section)))
}
