//! The headings of the guide, whose level an editor chooses.

use crate::guide::controls::DATA_LEVEL;
use crate::ui::heading::heading;
use crate::ui::vdom::VElement;

/// The default level of the guide's heading.
pub(super) const DEFAULT_LEVEL: u8 = 2;

/// A heading that follows `heading-level`. `beneath` is the number of levels under the guide's own heading.
pub(super) fn title(beneath: u8, class: &'static str, text: &str) -> VElement {
    heading(DEFAULT_LEVEL + beneath, class, text, "").attr(DATA_LEVEL, beneath.to_string())
}
