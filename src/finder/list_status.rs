//! What a finder says about an editor's own list: while it is read, where it could not be, and where it comes from.

use std::sync::Arc;

use gpf_domain::import::ImportReport;

use super::strings;

/// What there is to say about an editor's own list; nothing about the bundled one.
#[derive(Debug, Default)]
pub struct ListStatus {
    /// The list that is being read: until then, none is shown.
    pub progress: Option<ListProgress>,
    /// Why the list could not be used; empty where it could.
    pub error: String,
    /// How it was read.
    pub report: Option<Arc<ImportReport>>,
    /// What has yet to be said to people who do not see it.
    pub pending_announcement: String,
}

/// A list that is being read.
#[derive(Debug)]
pub struct ListProgress {
    /// The name of its file.
    pub file: String,
    /// How much of it has been read; `None` where that cannot be known.
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
        if error.is_empty() {
            return Self::loaded(report);
        }
        let error = [error, strings::BUILT_IN_INSTEAD].concat();
        let pending_announcement = [&*error, " "].concat();
        Self { report, error, pending_announcement, progress: None }
    }
}

impl ListProgress {
    /// What the reader waits for.
    #[must_use]
    pub fn label(&self) -> String {
        [strings::LOADING, &self.file].concat()
    }
}
