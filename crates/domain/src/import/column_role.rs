//! The roles of a file's columns.

use super::column_aliases::KnownColumn;

/// The role of a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnRole {
    Known(KnownColumn),
    /// The number of its label.
    Extra(usize),
    Ignored,
}
