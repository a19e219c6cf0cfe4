//! The texts of problems and of how to fix them, by kind of cell.

/// The problem, which continues the sentence after the cell's value, and how to fix it. Both are without a final full
/// stop.
pub(crate) type Message = (&'static str, &'static str);

/// The problem of a required cell that is empty.
pub(crate) const EMPTY: &str = "This cell is empty";

pub(crate) const ID: Message =
    ("is not an id", "Use lower case letters, numbers and hyphens, for example halton-gp-federation");
pub(crate) const UNIQUE_ID: Message = ("is already used by another row", "Give each row a different id");
pub(crate) const NAME: Message = ("is not a name", "Enter the federation's name");
pub(crate) const TITLE: Message = ("is not a title", "Enter the document's title");
pub(crate) const STATUS: Message = ("is not a status", "Use \"active\", \"unconfirmed\" or \"ended\"");
pub(crate) const REGION: Message = (
    "is not an NHS region",
    "Use one of: East of England, London, Midlands, North East and Yorkshire, North West, South East, South West, unknown",
);
pub(crate) const REGION_TWICE: Message = ("has the same region twice", "Enter each region once");
pub(crate) const REGION_AND_UNKNOWN: Message =
    ("has \"unknown\" as well as a region", "Enter the regions, or only \"unknown\"");
pub(crate) const REGION_BASIS: Message = ("is not a basis for a region", "Use \"stated\", \"inferred\" or \"unknown\"");
pub(crate) const BASIS_OF_UNKNOWN: Message = (
    "does not match the regions",
    "If the region is unknown, use \"unknown\". If it is known, use \"stated\" or \"inferred\"",
);
pub(crate) const ICB: Message =
    ("includes \"NHS\", \"ICB\" or \"Integrated Care Board\"", "Remove these words: every board's name has them");
pub(crate) const ICB_AS_OF: Message = ("is not a month", "Use the format YYYY-MM, for example 2022-07");
pub(crate) const ICB_AS_OF_ALONE: Message = ("has a month but no ICB", "Enter the ICB, or leave the month empty");
pub(crate) const POSTCODE_AREAS: Message =
    ("is not a list of postcode areas", "Enter only the letters at the start of each postcode, for example WA; L");
pub(crate) const DEGREES: Message =
    ("is not in decimal degrees", "Enter a number, for example -2.7, or leave longitude and latitude empty");
pub(crate) const BOTH_DEGREES: Message = ("needs both longitude and latitude", "Enter both, or leave both empty");
pub(crate) const IN_ENGLAND: Message =
    ("is not in England", "Longitude must be between -6.5 and 1.8 (minus is west), and latitude between 49.8 and 55.9");
pub(crate) const LEGAL_FORM: Message = (
    "is not a legal form",
    "Leave it empty, or use one of: gp-partnership, company-limited-by-shares, community-interest-company, charity, \
     limited-liability-partnership, company-limited-by-guarantee, limited-company",
);
pub(crate) const WEB_ADDRESS: Message =
    ("is not a web address", "Start it with https:// or http://, or leave it empty");
pub(crate) const WHOLE_NUMBER: Message =
    ("is not a whole number", "Enter a whole number, for example 30000, or leave it empty");
pub(crate) const DATE: Message = ("is not a date", "Use the format YYYY, YYYY-MM or YYYY-MM-DD, for example 2016-03");
pub(crate) const DAY: Message = ("is not a date", "Use the format YYYY-MM-DD, for example 2016-03-31");
pub(crate) const ENDED: Message =
    ("does not match the status", "If the status is \"ended\", enter when and why it ended. If not, leave both empty");
pub(crate) const ENDED_WHY: Message = ("is not a reason", "Enter why it ended");
pub(crate) const LISTED: Message = ("is not \"yes\" or \"no\"", "Enter \"yes\" or \"no\", or leave it empty");
pub(crate) const SOURCE: Message = ("is not a source", "Enter at least 1 source");
pub(crate) const LISTED_SOURCE: Message =
    ("is not in the list of sources", "Use an id from sources.csv, or add the source to that file");

// An editor's own file can have other columns, so it gets other ways to fix this.
pub(crate) const SHARED_ID: Message =
    ("is the id of more than 1 row", "Give each row a different id. Until then, the ids come from the names");
pub(crate) const SAME_NAME: &str = "If both rows are about the same federation, keep only one of them. If not, give them \
     different names, or different ids in a column called id";
pub(crate) const EXAMPLE: Message =
    ("is an example from the template, not a federation", "Delete this row, or replace it with a federation");
pub(crate) const EXAMPLE_CELL: Message =
    ("is from an example in the template", "Replace it or clear it. Until then, only the name in this row is used");
pub(crate) const TWIN: Message = ("is in 2 rows that are exactly the same", "Delete one of them");
pub(crate) const FORMULA_ERROR: Message =
    ("is an error from a formula, so the cell is read as empty", "Correct the formula or clear the cell");
pub(crate) const OWN_DATE: Message = ("is not a date", "Enter a date like 22/11/2026, November 2026 or 2026-11-22");
pub(crate) const MONTH_FIRST: Message = (
    "has the month first",
    "Put the day first, for example 22/11/2026. This date was read with the month first, but dates such as 4/1/2026 are read with the day first",
);
pub(crate) const OWN_NUMBER: Message = ("is not a whole number", "Enter a whole number, for example 30000 or 30,000");
pub(crate) const MORE_THAN_NUMBER: Message =
    ("contains more than a number", "Enter only the number, for example 30000. The number was used");
pub(crate) const OWN_WEB_ADDRESS: Message = ("is not a web address", "Start it with https:// or http://");
pub(crate) const MORE_THAN_ADDRESS: Message =
    ("contains more than a web address", "Enter only 1 address. The first one was used");
pub(crate) const OWN_POSTCODES: Message = (
    "is not a list of postcodes",
    "Enter postcodes, for example WA8 7QE, or the letters at the start of each postcode, for example WA; L",
);
pub(crate) const ROW_WITHOUT_POSTCODE: &str = "This row has no postcode, so a search for a postcode does not find it";
pub(crate) const ROWS_WITHOUT_POSTCODE: &str =
    " rows have no postcode, so a search for a postcode does not find them. This is the first of these rows";
pub(crate) const ENTER_POSTCODE: &str = "Enter a postcode, for example WA8 7QE, or coordinates";
pub(crate) const ROW_WITHOUT_STATUS: &str = "This row has no status, so it is shown as active";
pub(crate) const ROWS_WITHOUT_STATUS: &str =
    " rows have no status, so they are shown as active. This is the first of these rows";
pub(crate) const ENTER_STATUS: &str = "Enter \"active\", \"unconfirmed\" or \"ended\"";
pub(crate) const ROWS_WITH_NAME: &str = " rows have only a name. This is the first of these rows";
pub(crate) const HEADINGS_OF_SECTIONS: &str =
    "Delete the rows that are headings of sections. If all are federations, you do not need to do anything";
pub(crate) const OTHER_TABLE: Message = (
    "is the header of another table",
    "Save that table as a file of its own, or add its rows to the first table. Rows from this one on were not read",
);
pub(crate) const OWN_REGION: Message = (
    "is not an NHS region",
    "Use one of: East of England, London, Midlands, North East and Yorkshire, North West, South East, South West. \
     Until you fix it, the region is \"Not known\", or only the other regions are used",
);
pub(crate) const OWN_STATUS: Message =
    ("is not a status", "Use \"active\", \"unconfirmed\" or \"ended\". It is shown as active until you fix it");
pub(crate) const MORE_THAN_STATUS: Message =
    ("contains more than a status", "Use \"active\", \"unconfirmed\" or \"ended\". The start of the text was used");
pub(crate) const STRIKE_OFF: Message = (
    "says that the company might be struck off",
    "Check if the federation is still active, then use \"active\" or \"ended\". It is shown as unconfirmed until you fix it",
);
pub(crate) const TWO_STATUSES: Message =
    ("does not match the status", "Correct this date or the status. The status was used");
pub(crate) const MORE_THAN_DATE: Message = (
    "contains more than a date",
    "Enter only a date, for example 31/03/2019 or 2019. The date or the year in the text was used",
);
pub(crate) const MORE_THAN_YEAR: Message =
    ("contains more than a year", "Enter only a year or a date, for example 2014. The first year was used");
pub(crate) const OWN_LEGAL_FORM: Message =
    ("is not a legal form", "Use one of the legal forms in the guide, for example community interest company");
pub(crate) const MORE_THAN_LEGAL_FORM: Message =
    ("contains more than a legal form", "Use only one of the legal forms in the guide. The legal form was used");
pub(crate) const OWN_ENDED: Message =
    ("does not match an active federation", "Leave it empty, or change the status to \"ended\"");

// For lists with one row per member of a federation. % is the kind of member, such as "practice".
pub(crate) const NO_FEDERATION: Message = (
    "is a % without a federation",
    "If the % is in a federation, enter the federation's name in this row. If the cells are merged, only the first row contains the name",
);
pub(crate) const MERGED: Message = (
    "has the name of each federation only once, in the first of its rows",
    "Check the federation of each %. Rows without a federation's name were read as part of the federation above",
);
pub(crate) const NO_MEMBER: Message = ("has no % and no federation", "Enter both, or delete the row");
pub(crate) const TWICE: Message = ("is also in another row of the same federation", "Delete one of them");
pub(crate) const ELSEWHERE: Message =
    ("is also in a row of another federation", "Check which is right. Until then, the % is shown as a member of each");
pub(crate) const OF_MEMBERS: Message = (
    "is different for each %",
    "You do not need to do anything. The column is about each % and is not shown for the federation",
);
pub(crate) const ADDED_UP: Message =
    ("is different for each %", "You do not need to do anything. The numbers are added up for each federation");
