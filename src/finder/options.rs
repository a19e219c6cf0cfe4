//! What an editor chooses of a finder.

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
