//! The whole guide as it is rendered when the widget is built.

use gpf_domain::comparison::NOT_LEGAL_ADVICE;
use gpf_domain::guide::{Guide, Section};

use super::blocks::blocks;
use super::glossary::TermLinks;
use super::heading::title;
use crate::guide::controls::DATA_SECTION;
use crate::guide::strings;
use crate::ui::vdom::{VElement, VNode, div, el, el_class};

/// The guide.
#[must_use]
pub fn render(guide: &Guide) -> VElement {
    div("gpf gpf-guide gpf-fallback")
        .child(title(0, "gpf-heading", strings::HEADING))
        .child(el_class("p", "gpf-notice").text(strings::NOTICE))
        .child(div("gpf-sections").extend(guide.sections.iter().map(|it| section(guide, it))))
        .child(el_class("p", "gpf-footer gpf-small gpf-not-advice").text(NOT_LEGAL_ADVICE))
}

/// A section as `<details>`, which works without the wasm. Without details the page would be very long.
fn section(guide: &Guide, section: &Section) -> VElement {
    let links = TermLinks::new(guide);
    let lead: Vec<VNode> = section.lead.iter().map(|it| el("p").children(links.linked_text(it)).into()).collect();
    let line = el_class("summary", "gpf-summary").child(title(1, "gpf-group gpf-name", &section.title));
    el_class("details", "gpf-section gpf-more-about")
        .attr(DATA_SECTION, section.id.clone())
        .child(line)
        .child(div("gpf-inside").children(lead).children(blocks(guide, section, &links)))
}
