//! The rules of the geometry check.

use serde::Deserialize;

/// A rule of the check, named as in its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Rule {
    /// An element is narrower than the room that it has, or too narrow to read.
    Collapsed,
    /// Something reaches out of its element, its container or its box.
    Outside,
    /// Text is cut off.
    Clipped,
    /// Text lies over other text.
    Overlap,
    /// Text is hard to tell from what is behind it.
    Contrast,
    /// An arrow, bullet or number stands on a line of its own.
    Marker,
    /// Something has to be scrolled sideways that nobody should have to.
    Scrolls,
}
