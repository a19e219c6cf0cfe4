//! The actions of the guide, which its views and events share.

use crate::ui::action_id::actions;

actions! {
    /// Copies the result of the readiness check.
    CopyResult => "copy-result";
    /// Prints the guide.
    Print => "print";
    /// Clears all replies.
    Clear => "clear";
}
