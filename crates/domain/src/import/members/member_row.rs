//! A row of a list of members.

use std::borrow::Cow;

use crate::directory::column::COLUMNS;
use crate::directory::details;
use crate::import::normalise::sanitise;
use crate::import::row_check::Cells;

/// A row about a member.
pub(super) struct MemberRow<'r> {
    pub(super) number: u32,
    pub(super) cells: &'r Cells<'r>,
    /// The details.
    pub(super) packed: &'r str,
}

impl<'r> MemberRow<'r> {
    /// The text in the column with this key. Empty if there is no such column.
    pub(super) fn text(&self, key: Option<usize>) -> Cow<'r, str> {
        match key {
            Some(column) if column < COLUMNS => sanitise(&self.cells[column]),
            Some(key) => {
                let mut details = details::numbered(self.packed);
                Cow::Borrowed(details.find(|(label, _)| label + COLUMNS == key).map_or("", |(_, text)| text))
            }
            None => Cow::Borrowed(""),
        }
    }
}
