//! The status of an editor's own list: its progress, why it could not be used, and its report.

use std::sync::Arc;

use gpf_domain::import::ImportReport;

use super::strings;

/// The status of an editor's own list.
#[derive(Debug)]
pub enum ListStatus {
    /// There is no such list, so the built-in one is shown.
    BuiltIn,
    /// The list is being read. Until then, no list is shown.
    Reading(ListProgress),
    /// The list has been read.
    Loaded(Arc<ImportReport>),
    /// The list could not be used, so another one is shown.
    Rejected {
        /// Why it could not be used.
        error: String,
        /// The report on how it was read or, if it could not be loaded, on the page's list, which is shown.
        report: Option<Arc<ImportReport>>,
    },
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
    /// The status with the `report` on a list, if one was read. `error` is why a list cannot be used, so that another one
    /// is shown: the built-in one or, if `has_page_list`, the one that the page has loaded.
    #[must_use]
    pub fn new(error: Option<&str>, report: Option<Arc<ImportReport>>, has_page_list: bool) -> Self {
        match (error, report) {
            (Some(error), report) => {
                let instead = if has_page_list { strings::PAGE_LIST_INSTEAD } else { strings::BUILT_IN_INSTEAD };
                Self::Rejected { error: [error, instead].concat(), report }
            }
            (None, Some(report)) => Self::Loaded(report),
            (None, None) => Self::BuiltIn,
        }
    }

    /// Whether a list is being read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        matches!(self, Self::Reading(_))
    }

    /// The report on how a list was read.
    #[must_use]
    pub fn report(&self) -> Option<&Arc<ImportReport>> {
        match self {
            Self::BuiltIn | Self::Reading(_) => None,
            Self::Loaded(report) => Some(report),
            Self::Rejected { report, .. } => report.as_ref(),
        }
    }
}

impl ListProgress {
    /// The progress, as text.
    #[must_use]
    pub fn label(&self) -> String {
        [strings::LOADING, &self.file].concat()
    }
}
