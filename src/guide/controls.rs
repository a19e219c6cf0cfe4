//! The actions of the guide, which its views and events share.

use crate::ui::action_id::actions;

/// The attribute with the id of a section.
pub(super) const DATA_SECTION: &str = "data-section";
/// The attribute with the number of levels that a heading is under the guide's own.
pub(super) const DATA_LEVEL: &str = "data-level";

actions! {
    /// Copies the result of the readiness check.
    CopyResult => "copy-result";
    /// Prints the guide.
    Print => "print";
    /// Clears all replies.
    Clear => "clear";
}
