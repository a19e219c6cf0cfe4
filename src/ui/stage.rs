//! Showing a widget part by part: one that is made all at once would keep a slow phone from answering for too long.

/// How much of a widget is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing yet: what stood in for it is still there.
    Nothing,
    /// What readers begin with: what they ask for.
    Question,
    /// Also what they get.
    Answer,
    /// Also what stands beside and behind it: all there is.
    All,
    /// The same, and the page has been told.
    Done,
}

impl Stage {
    /// The one after this.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Nothing => Self::Question,
            Self::Question => Self::Answer,
            Self::Answer => Self::All,
            Self::All | Self::Done => Self::Done,
        }
    }
}
