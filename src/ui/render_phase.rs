//! Rendering a widget in phases. In one task it would block a slow phone for too long.

/// How much of a widget is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RenderPhase {
    /// Nothing. The placeholder is still there.
    Empty,
    /// The search box and filters, or the choice of what to compare.
    Controls,
    /// Also the first results, or rows of the table.
    FirstRows,
    /// Also more of the rows.
    MoreRows,
    /// Also many of the rows.
    ManyRows,
    /// Also most of the rows.
    MostRows,
    /// Also the rest of the rows.
    AllRows,
    /// Also the evidence for them.
    Findings,
    /// Everything.
    Complete,
    /// Everything, and the page has been notified.
    Ready,
}

impl RenderPhase {
    /// The phase after this one in a widget that has these phases.
    #[must_use]
    pub fn next(self, phases: &[Self]) -> Self {
        phases.iter().copied().find(|it| *it > self).unwrap_or(Self::Ready)
    }
}
