//! Links to other websites, and the field with a link for pages that do not allow copying.

use super::vdom::{VElement, el, el_class};

/// A link to another website.
///
/// It opens in the same window, as links do. `noreferrer` keeps an intranet's address private.
#[must_use]
pub fn external(url: String, text: String) -> VElement {
    el("a").attr("href", url).attr("rel", "noreferrer").text(text)
}

/// The link for the user to copy by hand, if the page cannot write to the clipboard.
#[must_use]
pub fn link_field(link: Option<&str>, label: &'static str) -> Option<VElement> {
    let link = link?.to_owned();
    let field = el_class("input", "gpf-input gpf-link-field").attr("type", "text").attr("readonly", "");
    Some(field.attr("aria-label", label).value(link))
}
