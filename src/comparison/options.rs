//! What an editor chooses of a comparison.

use crate::ui::heading::child_level;

/// What the editor's options say about the comparison's looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonSettings {
    /// The heading; empty for none.
    pub heading: String,
    /// The level of the heading, 1 to 5, or of the sections' where there is none.
    pub heading_level: u8,
    /// Whether the page's address follows what is compared.
    pub url_sync: bool,
}

impl ComparisonSettings {
    /// The level of the headings under the comparison's own.
    #[must_use]
    pub fn child_heading_level(&self) -> u8 {
        child_level(self.heading_level, !self.heading.is_empty())
    }
}
