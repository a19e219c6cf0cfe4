//! Ids that views and events share.

/// The id of the search box.
pub(super) const SEARCH_ID: &str = "gpf-search";
