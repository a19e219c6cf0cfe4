//! The actions of the finder, which its views and events share.

use crate::ui::action_id::actions;

/// The id of the search box.
pub(super) const SEARCH_ID: &str = "gpf-search";

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
    /// Shows more federations of a region; `data-id` says which.
    ShowMoreOfRegion => "show-more-of-region";
    /// Shows all federations from A to Z.
    ShowAll => "show-all";
    /// Filters by a region, or removes that filter; `data-id` says which.
    ToggleRegion => "toggle-region";
    /// Opens the federation of a numbered dot; `data-id` says which.
    OpenDot => "open-dot";
    /// Shows another federation; `data-id` says which.
    ShowFederation => "show-federation";
    /// Shows a legal form in the comparison; `data-id` says which.
    Compare => "compare";
    /// Copies a link to these results.
    CopyLink => "copy-link";
    /// Copies a link to one federation; `data-id` says to which.
    CopyFederationLink => "copy-federation-link";
    /// Copies how a custom list was read.
    CopyReport => "copy-report";
    /// Downloads the results as a CSV file.
    Download => "download";
    /// Prints the results.
    Print => "print";
}
