//! The actions of the finder, which its views and events share.

use crate::ui::action_id::actions;

/// The id of the search box.
pub(super) const SEARCH_ID: &str = "gpf-search";

/// The attribute with the id of a region whose details open.
pub(super) const DATA_REGION: &str = "data-region";
/// The attribute with the id of a federation whose sources open.
pub(super) const DATA_SOURCES: &str = "data-sources";

actions! {
    /// Clears the search and all filters.
    Clear => "clear";
    /// Clears the search.
    RemoveText => "remove-text";
    /// Removes the filter by region.
    RemoveRegion => "remove-region";
    /// Removes the filter by status.
    RemoveStatus => "remove-status";
    /// Removes the filter by legal form.
    RemoveLegalForm => "remove-legal-form";
    /// Shows more federations.
    ShowMore => "show-more";
    /// Shows more federations of a region. Its id is in `data-id`.
    ShowMoreOfRegion => "show-more-of-region";
    /// Shows all federations from A to Z.
    ShowAll => "show-all";
    /// Filters by a region, or removes that filter. The region's id is in `data-id`.
    ToggleRegion => "toggle-region";
    /// Opens the federation of a numbered dot, which is in `data-id`.
    OpenDot => "open-dot";
    /// Shows another federation. Its id is in `data-id`.
    ShowFederation => "show-federation";
    /// Shows a legal form in the comparison. Its id is in `data-id`.
    Compare => "compare";
    /// Copies a link to these results.
    CopyLink => "copy-link";
    /// Copies a link to one federation. Its id is in `data-id`.
    CopyFederationLink => "copy-federation-link";
    /// Copies the report on a custom list.
    CopyReport => "copy-report";
    /// Downloads the results as a CSV file.
    Download => "download";
    /// Prints the results.
    Print => "print";
}
