//! The field with a link, for pages that do not allow copying.

use super::vdom::{VElement, el_class};

/// The link for the user to copy by hand, if the page cannot write to the clipboard.
#[must_use]
pub fn link_field(link: Option<&String>, label: &'static str) -> Option<VElement> {
    let link = link?.clone();
    let field = el_class("input", "gpf-input gpf-link-field").attr("type", "text").attr("readonly", "");
    Some(field.attr("aria-label", label).value(link))
}
