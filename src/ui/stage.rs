//! Showing a widget part by part: one that is made all at once would keep a slow phone from answering for too long.

/// How much of a widget is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing yet: what stood in for it is still there.
    Nothing,
    /// What readers begin with: what they ask for.
    Question,
    /// Also what they get, or the beginning of it.
    Answer,
    /// Also more of that.
    More,
    /// Also much of that.
    Much,
    /// Also most of that.
    Most,
    /// Also the rest of that.
    Rest,
    /// Also what stands behind it.
    Behind,
    /// All there is.
    All,
    /// The same, and the page has been told.
    Done,
}

impl Stage {
    /// The one after this in a widget that has these.
    #[must_use]
    pub fn next(self, stages: &[Self]) -> Self {
        stages.iter().copied().find(|it| *it > self).unwrap_or(Self::Done)
    }
}
