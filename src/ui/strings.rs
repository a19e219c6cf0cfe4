//! Text that people read in more than one element.

/// Between a number and how many there are.
pub const OF: &str = " of ";
/// Before a source.
pub const SOURCE: &str = "Source: ";
/// After a link was copied.
pub const LINK_COPIED: &str = "Link copied";
/// Over the field with a link that cannot be copied.
pub const COPY_THIS_LINK: &str = "Copy this link:";
/// If the page has no address that leads back to it.
pub const NO_LINK: &str =
    "There is no link to copy, because this part of the page has no web address. You can download or print instead.";
/// After a download.
pub const DOWNLOAD_STARTED: &str = "CSV download started";
/// If it is not known whether the page allows downloads.
pub const DOWNLOAD_UNKNOWN: &str =
    "If no download starts, this page does not allow downloads. Copy the link and open it in a new browser tab.";
/// If the page does not allow downloads.
pub const NO_DOWNLOADS: &str = "This page does not allow downloads. Copy the link and open it in a new browser tab.";
/// If the page does not allow printing.
pub const NO_PRINTING: &str = "This page does not allow printing. Copy the link and open it in a new browser tab.";
/// If it is not known whether it does.
pub const PRINTING_UNKNOWN: &str =
    "If nothing is printed, this page does not allow printing. Copy the link and open it in a new browser tab.";
