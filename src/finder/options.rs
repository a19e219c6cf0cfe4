//! The options that an editor can set for a finder.

use crate::ui::heading::child_level;

/// The place of the map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MapLayout {
    /// Beside the results in wide layouts, folded under them in narrow ones.
    #[default]
    Auto,
    /// Beside the results in wide layouts, hidden in narrow ones.
    Wide,
    /// No map.
    None,
}

impl MapLayout {
    /// Every layout.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Wide, Self::None];

    /// The word in attributes.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Wide => "wide",
            Self::None => "none",
        }
    }

    /// Parses an [`id`](Self::id), ignoring case and the spaces around it. `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.id().eq_ignore_ascii_case(text.trim()))
    }
}

/// The editor's options for the finder's looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinderSettings {
    /// The heading. Empty for none.
    pub heading: String,
    /// The level of the heading, 1 to 5. If there is no heading, the level of the groups.
    pub heading_level: u8,
    /// How many federations are shown before "Show more".
    pub page_size: u32,
    /// Whether the page's address follows the query.
    pub url_sync: bool,
    /// The place of the map.
    pub map: MapLayout,
    /// Whether the report on an editor's own list is shown.
    pub show_report: bool,
    /// Where users report a problem with an entry. Empty if they cannot.
    pub feedback: String,
}

impl FinderSettings {
    /// The level of the headings under the finder's own.
    #[must_use]
    pub fn child_heading_level(&self) -> u8 {
        child_level(self.heading_level, !self.heading.is_empty())
    }
}
