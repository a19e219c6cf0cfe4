//! The text of the finder and of the report on an editor's list.
//!
//! Parts that are joined to a sentence include their spaces. The sentence on how many federations match is in
//! `crates/domain/src/search/summary.rs`, the labels of facts are in `crates/domain/src/facts.rs`, and problems of a
//! file are in `crates/domain/src/directory/messages.rs`.

/// The finder's heading, unless the page gives another.
pub const HEADING: &str = "Find a GP federation";
/// Its heading where WebAssembly does not run.
pub const FALLBACK_HEADING: &str = "GP federations";
/// Over the list where WebAssembly does not run.
pub const FALLBACK_NOTICE: &str = "Search is not available in this browser or on this page, so here is the full list. To find a name or place, press Ctrl and F (Command and F on a Mac).";
/// Beside the search box.
pub const SEARCH: &str = "Search by name, place or postcode";
/// Under it.
pub const SEARCH_HINT: &str = "For example, Halton, Camden or WA7";
/// A button.
pub const CLEAR: &str = "Clear search and filters";
/// Opens the filters on a narrow page.
pub const FILTER_AND_SORT: &str = "Filter and sort";
/// A filter.
pub const REGION: &str = "NHS region";
/// Its first option.
pub const ALL_REGIONS: &str = "All regions";
/// A filter.
pub const STATUS: &str = "Status";
/// Its first option.
pub const ALL_STATUSES: &str = "All statuses";
/// A filter.
pub const LEGAL_FORM: &str = "Legal form";
/// Its first option.
pub const ALL_LEGAL_FORMS: &str = "All legal forms";
/// The order of the results.
pub const SORT_BY: &str = "Sort by";
/// The order of the list by its regions.
pub const BY_REGION: &str = "Region";
/// The order of the results of a search.
pub const BEST_MATCH: &str = "Best match";
/// A button, before the number that it would show.
pub const SHOW: &str = "Show ";
/// After that number.
pub const MORE: &str = " more";
/// A button in a region, before a number.
pub const SHOW_MORE: &str = "Show more (";
/// After that number.
pub const LEFT: &str = " left)";
/// A button, before the number of all federations.
pub const SHOW_ALL: &str = "Show all ";
/// After that number.
pub const A_TO_Z: &str = ", A to Z";
/// Before how many of the results are shown.
pub const SHOWING: &str = "Showing ";
/// Before the count, if the list does not have the federation that the page's address asks for.
pub const LINKED_IS_MISSING: &str = "The federation in this link is not in this list. ";
/// If nothing matches and there is nothing to remove.
pub const TRY_SPELLING: &str = "Try a different spelling, a shorter word or a nearby town.";
/// If nothing matches, and the spelling is not the reason, before buttons.
pub const TRY_THESE: &str = "Try one of these:";
/// If nothing matches a text, before buttons.
pub const TRY_SPELLING_OR_THESE: &str = "Try a different spelling, a town or a postcode, or one of these:";
/// A button, before a number of federations.
pub const DROP_TEXT: &str = "Clear search (";
/// A button, before a number of federations.
pub const DROP_REGION: &str = "Show all regions (";
/// A button, before a number of federations.
pub const DROP_STATUS: &str = "Show all statuses (";
/// A button, before a number of federations.
pub const DROP_LEGAL_FORM: &str = "Show all legal forms (";
/// Before a date.
pub const LAST_KNOWN_ACTIVE: &str = "Last known active ";
/// Before another name that the search found.
pub const ALSO_KNOWN_AS: &str = "Also known as ";
/// Before a former name that the search found.
pub const FORMERLY: &str = "Formerly ";
/// Before a member practice that the search found.
pub const MEMBER: &str = "Member: ";
/// Before the address of a website.
pub const WEBSITE: &str = "Website: ";
/// A link.
pub const REPORT_PROBLEM: &str = "Report a problem with this entry";
/// A button of one federation.
pub const COPY_ONE: &str = "Copy link to this federation";
/// The field with that link, if it cannot be copied.
pub const LINK_ONE: &str = "Link to this federation";
/// Opens the sources, before their number.
pub const SOURCES: &str = "Sources (";
/// Between that number and a date.
pub const CHECKED: &str = ", checked ";
/// Before a date, if there are no sources.
pub const LAST_CHECKED: &str = "Last checked ";
/// A button.
pub const COMPARE: &str = "Compare this legal form with others";
/// A button.
pub const COPY_LINK: &str = "Copy link to these results";
/// The field with that link, if it cannot be copied.
pub const LINK: &str = "Link to these results";
/// A button, before a number of federations.
pub const DOWNLOAD: &str = "Download ";
/// After it.
pub const CSV: &str = " (CSV)";
/// A button, before a number of federations.
pub const PRINT: &str = "Print ";
/// Between them, if it is not all federations.
pub const PRINT_FIRST: &str = "first ";
/// On paper, before a number, if it is not all federations.
pub const PRINTING_FIRST: &str = "Printing the first ";
/// After the number of all federations.
pub const REST_IS_IN_CSV: &str = ". For the full list, download the CSV file.";
/// The headings of the printed table.
pub const PRINTED_COLUMNS: [&str; 6] = ["Name", "Place", DISTANCE, "Practices", "Last known active", "Website"];
/// The one that is only there near a place.
pub const DISTANCE: &str = "Distance";
/// Opens the map in a narrow layout.
pub const MAP: &str = "Map of federations by region";
/// Over the map and the list of regions.
pub const BY_REGION_ON_MAP: &str = "Federations by region";
/// The same near a place, where each region has its nearest federations, at least 3, and not all that match.
pub const NEAREST_ON_MAP: &str = "Nearest federations in each region";
/// The description of the map of England, before its note.
pub const MAP_OF_ENGLAND: &str = "Map of England showing the 7 NHS regions. ";
/// After that note.
pub const NUMBERS_IN_LIST: &str = "The numbers are also in the list of regions next to the map. ";
/// The note if the map has numbers only. It says what they are, so that a number in a region is not taken for that of a
/// federation, as in the close-up.
pub const COUNTS_NOTE: &str = "Each number shows how many federations there are in a region. ";
/// The note if the map also has dots.
pub const DOTS_NOTE: &str = "Each number shows how many federations there are in a region. Each dot shows the place or postcode district of one or more federations. ";
/// The note of the close-up, which is also its description.
pub const CLOSE_UP_NOTE: &str = "Map of your results. Each number marks the place or postcode district of the federation with the same number in the list. ";
/// In the note, before the name of the place in the search.
pub const CENTRE_NOTE: &str = "A cross in a circle marks the centre of ";
/// In the note, after 1 of the federations.
pub const UNPLACED_ONE: &str = " is not on the map because we do not know where it is. ";
/// In the note, after some of the federations.
pub const UNPLACED: &str = " are not on the map because we do not know where they are. ";
/// At the end of the note.
pub const OUTLINES_NOTE: &str = "Region outlines are approximate. They are not official boundaries.";
/// Under the built-in list, before a date.
pub const LIMITS: &str = "This list is based on public sources, shown with each federation. It does not include every federation in England. Last checked ";
/// Before the name or the file of an editor's list.
pub const LIST: &str = "List: ";
/// After it, before a date.
pub const LIST_CHECKED: &str = " Last checked ";
/// Before a file.
pub const LOADING: &str = "Loading ";
/// After an editor's file without rows.
pub const NO_HEADER: &str = " has no rows. Add a header row and a row for each federation, then save the file.";
/// After an editor's file without rows but with a header row.
pub const NO_ROWS: &str = " has headings but no rows below them. Add a row for each federation, then save the file.";
/// Between an editor's file and the problem for which it cannot be used.
pub const CANNOT_BE_USED: &str = " cannot be used. ";
/// After why an editor's list cannot be shown.
pub const BUILT_IN_INSTEAD: &str = " Showing the built-in list instead.";
/// The same if a script of the page has loaded another list in place of the built-in one.
pub const PAGE_LIST_INSTEAD: &str = " Showing the list of this page instead.";
/// Opens the report on an editor's list.
pub const DATA_REPORT: &str = "Report on your list: ";
/// In the report.
pub const FILE: &str = "File: ";
/// In the report.
pub const ENCODING: &str = ". Text encoding: ";
/// In the report, after 1.
pub const REPLACED_ONE: &str = "built-in federation";
/// In the report, after a number.
pub const REPLACED_MANY: &str = "built-in federations";
/// In the report, after that.
pub const REPLACED: &str = " replaced.";
/// In the report, over the columns.
pub const COLUMNS: &str = "How the columns were read:";
/// In the report, after a column with a name that is not known.
pub const OTHER_COLUMN: &str = " → shown in each federation's details";
/// In the report, after a column that is left out of a list with one row per member of a federation, such as a practice.
pub const COLUMN_ABOUT: &str = " → about ";
/// In the report, after the kind of member.
pub const LEFT_OUT_COLUMN: &str = ", not shown for the federation";
/// In the report, after 1.
pub const MORE_PROBLEM: &str = "more problem is not shown here.";
/// In the report, after a number.
pub const MORE_PROBLEMS: &str = "more problems are not shown here.";
/// The caption of the report's table.
pub const PROBLEMS: &str = "Problems and how to fix them";
/// In that table, before a number.
pub const ROW: &str = "Row ";
/// A button.
pub const COPY_REPORT: &str = "Copy report";
/// After the report was copied.
pub const REPORT_COPIED: &str = "Report copied";
/// If the page does not allow copying.
pub const CANNOT_COPY_REPORT: &str = "This page does not allow copying. Select the report text and copy it.";
