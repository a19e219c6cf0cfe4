//! The options that an editor can set for a comparison.

use crate::ui::heading::child_level;

/// The editor's options for the comparison's looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonSettings {
    /// The heading, if there is one.
    pub heading: Option<String>,
    /// The level of the heading, 1 to 5. If there is no heading, the level of the sections.
    pub heading_level: u8,
    /// Whether the page's address follows the comparison.
    pub url_sync: bool,
}

impl ComparisonSettings {
    /// The level of the headings under the comparison's own.
    #[must_use]
    pub fn child_heading_level(&self) -> u8 {
        child_level(self.heading_level, self.heading.is_some())
    }
}
