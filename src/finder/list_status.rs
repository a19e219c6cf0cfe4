//! The status of an editor's own list: its progress, why it could not be used, and its report.

use std::sync::Arc;

use gpf_domain::import::ImportReport;

use super::strings;

/// The status of an editor's own list. Empty for the built-in one.
#[derive(Debug, Default)]
pub struct ListStatus {
    /// The list that is being read. Until it is read, no list is shown.
    pub progress: Option<ListProgress>,
    /// Why the list could not be used.
    pub error: Option<String>,
    /// The report on how it was read.
    pub report: Option<Arc<ImportReport>>,
    /// The text that still has to be announced to screen readers.
    pub pending_announcement: String,
}

/// A list that is being read.
#[derive(Debug)]
pub struct ListProgress {
    /// The name of its file.
    pub file: String,
    /// How much of it has been read. `None` if that is not known.
    pub per_mille: Option<u32>,
}

impl ListStatus {
    /// A list that has been read.
    #[must_use]
    pub fn loaded(report: Option<Arc<ImportReport>>) -> Self {
        Self { report, ..Self::default() }
    }

    /// A list that could not be used, and why.
    #[must_use]
    pub fn rejected(error: &str, report: Option<Arc<ImportReport>>) -> Self {
        let error = [error, strings::BUILT_IN_INSTEAD].concat();
        let pending_announcement = [&*error, " "].concat();
        Self { report, error: Some(error), pending_announcement, progress: None }
    }
}

impl ListProgress {
    /// The progress, as text.
    #[must_use]
    pub fn label(&self) -> String {
        [strings::LOADING, &self.file].concat()
    }
}
