//! The rules of the geometry check.

use serde::Deserialize;

/// A rule of the check, named as in its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Rule {
    /// An element is narrower than the available width, or too narrow to read.
    Collapsed,
    /// Content overflows its element, its container or its box.
    Outside,
    /// Text is cut off.
    Clipped,
    /// Text overlaps other text.
    Overlap,
    /// Text has too little contrast with its background.
    Contrast,
    /// An arrow, bullet or number is alone on its line.
    Marker,
    /// Something scrolls sideways that should fit.
    Scrolls,
}
