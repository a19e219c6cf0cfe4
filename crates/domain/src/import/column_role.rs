//! What a column of a file holds.

use super::column_aliases::KnownColumn;

/// What a column of the file holds.
#[derive(Clone, Copy)]
pub(super) enum ColumnRole {
    Known(KnownColumn),
    /// The number of its label.
    Extra(usize),
    Ignored,
}
