//! The actions and fields of the comparison, which its views and events share.

use gpf_domain::named_enum;

use crate::ui::action_id::actions;

actions! {
    /// Compares all legal forms, or all ways of working together.
    CompareAll => "compare-all";
    /// Compares the companies only.
    CompareCompanies => "compare-companies";
    /// Compares the page's selection.
    Reset => "reset";
    /// Moves the focus to the boxes for legal forms or ways of working together.
    ChangeForms => "change-forms";
    /// Moves the focus to the results of the requirements.
    ShowReasons => "show-reasons";
    /// Removes all requirements.
    Clear => "clear";
    /// Removes one requirement. Its id is in `data-id`.
    RemoveRequirement => "remove-requirement";
    /// Shows or hides the evidence for the answers to one question. Its id is in `data-id`.
    ToggleEvidence => "toggle-evidence";
    /// Shows the federations with a legal form in the finder. Its id is in `data-id`.
    ShowInFinder => "show-in-finder";
    /// Copies a link to this comparison.
    CopyLink => "copy-link";
    /// Copies the table.
    CopyTable => "copy-table";
    /// Downloads the table as a CSV file.
    Download => "download";
    /// Prints the comparison.
    Print => "print";
}

/// The attribute with the [`Field`] of a tick box or radio button.
pub(super) const DATA_FIELD: &str = "data-field";

named_enum! {
    /// The setting that a tick box or radio button changes.
    pub(crate) enum Field {
        /// Whether its value, a legal form or way of working, is compared.
        Form => "form";
        /// The kind that is compared.
        Kind => "kind";
        /// Whether only differences are shown.
        Differences => "differences";
        /// The required answer. The question's id is in `data-id`.
        Requirement => "requirement";
    }
}
