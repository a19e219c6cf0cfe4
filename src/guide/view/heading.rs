//! The headings of the guide, whose level an editor chooses.

use crate::ui::heading::heading;
use crate::ui::vdom::VElement;

/// The level of the headings until somebody says otherwise.
pub(super) const DEFAULT_LEVEL: u8 = 2;

/// A heading that follows `heading-level`: `beneath` says how many levels it is under the guide's own.
pub(super) fn title(beneath: u8, class: &'static str, text: &str) -> VElement {
    heading(DEFAULT_LEVEL + beneath, class, text, "").attr("data-level", beneath.to_string())
}
