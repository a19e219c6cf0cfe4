//! The options that an editor can set for a finder.

use gpf_domain::named_enum;

use super::strings::HEADING;
use crate::ui::heading::{DEFAULT_LEVEL, child_level};

named_enum! {
    /// The place of the map.
    #[derive(Debug, Default)]
    pub enum MapLayout (any case) {
        /// Beside the results in wide layouts, folded under them in narrow ones.
        #[default]
        Auto => "auto";
        /// Beside the results in wide layouts, hidden in narrow ones.
        Wide => "wide";
        /// No map.
        None => "none";
    }
}

/// The editor's options, apart from the list and the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinderSettings {
    /// The heading, if there is one.
    pub heading: Option<String>,
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
    /// Where users report a problem with an entry, if they can.
    pub feedback: Option<String>,
}

/// The number of federations that are shown at first, unless the editor has set one.
pub const PAGE_SIZE: u32 = 20;

impl Default for FinderSettings {
    fn default() -> Self {
        Self {
            heading: Some(HEADING.to_owned()),
            heading_level: DEFAULT_LEVEL,
            page_size: PAGE_SIZE,
            url_sync: false,
            map: MapLayout::default(),
            show_report: false,
            feedback: None,
        }
    }
}

impl FinderSettings {
    /// The level of the headings under the finder's own.
    #[must_use]
    pub fn child_heading_level(&self) -> u8 {
        child_level(self.heading_level, self.heading.is_some())
    }
}
