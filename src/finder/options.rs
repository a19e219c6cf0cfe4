//! What an editor chooses of a finder.

use crate::ui::heading::child_level;

/// Where a finder has its map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MapLayout {
    /// Beside the results in wide layouts, folded under them in narrow ones.
    #[default]
    Auto,
    /// Beside the results in wide layouts, not there in narrow ones.
    Wide,
    /// Nowhere.
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

    /// Reads an [`id`](Self::id), whatever its case and the spaces around it; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.id().eq_ignore_ascii_case(text.trim()))
    }
}

/// What the editor's options say about the finder's looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinderSettings {
    /// The heading; empty for none.
    pub heading: String,
    /// The level of the heading, 1 to 5, or of the groups' where there is none.
    pub heading_level: u8,
    /// How many federations to show before "Show more".
    pub page_size: u32,
    /// Whether the page's address follows what is asked for.
    pub url_sync: bool,
    /// Where the map is.
    pub map: MapLayout,
    /// Whether the report about an editor's own list is shown.
    pub show_report: bool,
    /// Where readers report a problem with an entry; empty where they cannot.
    pub feedback: String,
}

impl FinderSettings {
    /// The level of the headings under the finder's own.
    #[must_use]
    pub fn child_heading_level(&self) -> u8 {
        child_level(self.heading_level, !self.heading.is_empty())
    }
}
