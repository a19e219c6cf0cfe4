//! Showing a widget part by part: one that is made all at once would keep a slow phone from answering for too long.

/// How much of a widget is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RenderPhase {
    /// Nothing yet: what stood in for it is still there.
    Empty,
    /// What readers begin with: what they ask for.
    Controls,
    /// Also what they get, or the beginning of it.
    FirstRows,
    /// Also more of that.
    MoreRows,
    /// Also much of that.
    ManyRows,
    /// Also most of that.
    MostRows,
    /// Also the rest of that.
    AllRows,
    /// Also what stands behind it.
    Findings,
    /// All there is.
    Complete,
    /// The same, and the page has been told.
    Ready,
}

impl RenderPhase {
    /// The one after this in a widget that has these.
    #[must_use]
    pub fn next(self, phases: &[Self]) -> Self {
        phases.iter().copied().find(|it| *it > self).unwrap_or(Self::Ready)
    }
}
