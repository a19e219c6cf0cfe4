//! The texts of problems and of how to fix them, by kind of cell.

use super::csv_reader::MAX_CELL_LEN;

/// A problem and how to fix it, both without a final full stop. The parameters are for texts that contain a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Message<P = &'static str, F = &'static str> {
    /// It continues the sentence after the cell's value.
    pub(crate) problem: P,
    /// An instruction.
    pub(crate) fix: F,
}

/// The problem of a required cell that is empty.
pub(crate) const EMPTY: &str = "This cell is empty";

pub(crate) const ID: Message = Message {
    problem: "is not an id",
    fix: "Use lower case letters, numbers and hyphens, for example halton-gp-federation",
};
pub(crate) const UNIQUE_ID: Message =
    Message { problem: "is already used by another row", fix: "Give each row a different id" };
pub(crate) const NAME: Message = Message { problem: "is not a name", fix: "Enter the federation's name" };
pub(crate) const TITLE: Message = Message { problem: "is not a title", fix: "Enter the document's title" };
pub(crate) const STATUS: Message =
    Message { problem: "is not a status", fix: "Use \"active\", \"unconfirmed\" or \"ended\"" };
pub(crate) const REGION: Message = Message {
    problem: "is not an NHS region",
    fix: "Use one of: East of England, London, Midlands, North East and Yorkshire, North West, South East, South West, unknown",
};
pub(crate) const REGION_TWICE: Message =
    Message { problem: "has the same region twice", fix: "Enter each region once" };
pub(crate) const REGION_AND_UNKNOWN: Message =
    Message { problem: "has \"unknown\" as well as a region", fix: "Enter the regions, or only \"unknown\"" };
pub(crate) const REGION_BASIS: Message =
    Message { problem: "is not a basis for a region", fix: "Use \"stated\", \"inferred\" or \"unknown\"" };
pub(crate) const BASIS_OF_UNKNOWN: Message = Message {
    problem: "does not match the regions",
    fix: "If the region is unknown, use \"unknown\". If it is known, use \"stated\" or \"inferred\"",
};
pub(crate) const ICB: Message = Message {
    problem: "includes \"NHS\", \"ICB\" or \"Integrated Care Board\"",
    fix: "Remove these words: every board's name has them",
};
pub(crate) const ICB_AS_OF: Message =
    Message { problem: "is not a month", fix: "Use the format YYYY-MM, for example 2022-07" };
pub(crate) const ICB_AS_OF_ALONE: Message =
    Message { problem: "has a month but no ICB", fix: "Enter the ICB, or leave the month empty" };
pub(crate) const POSTCODE_AREAS: Message = Message {
    problem: "is not a list of postcode areas",
    fix: "Enter only the letters at the start of each postcode, for example WA; L",
};
pub(crate) const DEGREES: Message = Message {
    problem: "is not in decimal degrees",
    fix: "Enter a number, for example -2.7, or leave longitude and latitude empty",
};
pub(crate) const BOTH_DEGREES: Message =
    Message { problem: "needs both longitude and latitude", fix: "Enter both, or leave both empty" };
pub(crate) const IN_ENGLAND: Message = Message {
    problem: "is not in England",
    fix: "Longitude must be between -6.5 and 1.8 (minus is west), and latitude between 49.8 and 55.9",
};
pub(crate) const LEGAL_FORM: Message = Message {
    problem: "is not a legal form",
    fix: "Leave it empty, or use one of: gp-partnership, company-limited-by-shares, community-interest-company, charity, \
     limited-liability-partnership, company-limited-by-guarantee, limited-company",
};
pub(crate) const WEB_ADDRESS: Message =
    Message { problem: "is not a web address", fix: "Start it with https:// or http://, or leave it empty" };
pub(crate) const WHOLE_NUMBER: Message =
    Message { problem: "is not a whole number", fix: "Enter a whole number, for example 30000, or leave it empty" };
pub(crate) const DATE: Message =
    Message { problem: "is not a date", fix: "Use the format YYYY, YYYY-MM or YYYY-MM-DD, for example 2016-03" };
pub(crate) const DAY: Message =
    Message { problem: "is not a date", fix: "Use the format YYYY-MM-DD, for example 2016-03-31" };
pub(crate) const ENDED: Message = Message {
    problem: "does not match the status",
    fix: "If the status is \"ended\", enter when and why it ended. If not, leave both empty",
};
pub(crate) const ENDED_WHY: Message = Message { problem: "is not a reason", fix: "Enter why it ended" };
pub(crate) const LISTED: Message =
    Message { problem: "is not \"yes\" or \"no\"", fix: "Enter \"yes\" or \"no\", or leave it empty" };
pub(crate) const SOURCE: Message = Message { problem: "is not a source", fix: "Enter at least 1 source" };
pub(crate) const LISTED_SOURCE: Message = Message {
    problem: "is not in the list of sources",
    fix: "Use an id from sources.csv, or add the source to that file",
};

// An editor's own file can have other columns, so it gets other ways to fix this.
pub(crate) const SHARED_ID: Message = Message {
    problem: "is the id of more than 1 row",
    fix: "Give each row a different id. Until then, the ids come from the names",
};
pub(crate) const SAME_NAME: &str = "If both rows are about the same federation, keep only one of them. If not, give them \
     different names, or different ids in a column called id";
pub(crate) const EXAMPLE: Message = Message {
    problem: "is an example from the template, not a federation",
    fix: "Delete this row, or replace it with a federation",
};
pub(crate) const EXAMPLE_CELL: Message = Message {
    problem: "is from an example in the template",
    fix: "Replace it or clear it. Until then, only the name in this row is used",
};
const _: () = assert!(MAX_CELL_LEN == 32_767, "it is in the message");
pub(crate) const TOO_LONG: Message =
    Message { problem: "is too long", fix: "Shorten the text to about 32,000 characters" };
pub(crate) const TWIN: Message =
    Message { problem: "is in 2 rows that are exactly the same", fix: "Delete one of them" };
pub(crate) const FORMULA_ERROR: Message = Message {
    problem: "is an error from a formula, so the cell is read as empty",
    fix: "Correct the formula or clear the cell",
};
pub(crate) const OWN_DATE: Message =
    Message { problem: "is not a date", fix: "Enter a date like 22/11/2026, November 2026 or 2026-11-22" };
pub(crate) const MONTH_FIRST: Message = Message {
    problem: "has the month first",
    fix: "Put the day first, for example 22/11/2026. This date was read with the month first, but dates such as 4/1/2026 are read with the day first",
};
pub(crate) const OWN_NUMBER: Message =
    Message { problem: "is not a whole number", fix: "Enter a whole number, for example 30000 or 30,000" };
pub(crate) const MORE_THAN_NUMBER: Message = Message {
    problem: "contains more than a number",
    fix: "Enter only the number, for example 30000. The number was used",
};
pub(crate) const OWN_WEB_ADDRESS: Message =
    Message { problem: "is not a web address", fix: "Start it with https:// or http://" };
pub(crate) const MORE_THAN_ADDRESS: Message =
    Message { problem: "contains more than a web address", fix: "Enter only 1 address. The first one was used" };
pub(crate) const OWN_POSTCODES: Message = Message {
    problem: "is not a list of postcodes",
    fix: "Enter postcodes, for example WA8 7QE, or the letters at the start of each postcode, for example WA; L",
};
pub(crate) const ROW_WITHOUT_POSTCODE: &str = "This row has no postcode, so a search for a postcode does not find it";
pub(crate) const ROWS_WITHOUT_POSTCODE: &str =
    " rows have no postcode, so a search for a postcode does not find them. This is the first of these rows";
pub(crate) const ENTER_POSTCODE: &str = "Enter a postcode, for example WA8 7QE, or coordinates";
pub(crate) const ROW_WITHOUT_STATUS: &str = "This row has no status, so it is shown as active";
pub(crate) const ROWS_WITHOUT_STATUS: &str =
    " rows have no status, so they are shown as active. This is the first of these rows";
pub(crate) const ENTER_STATUS: &str = "Enter \"active\", \"unconfirmed\" or \"ended\"";
pub(crate) const ROWS_WITHOUT_REGION: &str = " rows have no region. This is the first of these rows";
pub(crate) const ENTER_REGION: &str =
    "Enter the region in each row. If the cells are merged, only the first row contains it";
pub(crate) const ROWS_WITHOUT_ICB: &str = " rows have no ICB. This is the first of these rows";
pub(crate) const ENTER_ICB: &str = "Enter the ICB in each row. If the cells are merged, only the first row contains it";
pub(crate) const ROWS_WITH_NAME: &str = " rows have only a name. This is the first of these rows";
pub(crate) const HEADINGS_OF_SECTIONS: &str =
    "Delete the rows that are headings of sections. If all are federations, you do not need to do anything";
pub(crate) const OTHER_TABLE: Message = Message {
    problem: "is the header of another table",
    fix: "Save that table as a file of its own, or add its rows to the first table. Rows from this one on were not read",
};
pub(crate) const OWN_REGION: Message = Message {
    problem: "is not an NHS region",
    fix: "Use one of: East of England, London, Midlands, North East and Yorkshire, North West, South East, South West. \
     Until you fix it, the region is \"Not known\", or only the other regions are used",
};
pub(crate) const OWN_STATUS: Message = Message {
    problem: "is not a status",
    fix: "Use \"active\", \"unconfirmed\" or \"ended\". It is shown as active until you fix it",
};
pub(crate) const MORE_THAN_STATUS: Message = Message {
    problem: "contains more than a status",
    fix: "Use \"active\", \"unconfirmed\" or \"ended\". The start of the text was used",
};
pub(crate) const STRIKE_OFF: Message = Message {
    problem: "says that the company might be struck off",
    fix: "Check if the federation is still active, then use \"active\" or \"ended\". It is shown as unconfirmed until you fix it",
};
pub(crate) const TWO_STATUSES: Message =
    Message { problem: "does not match the status", fix: "Correct this cell or the status. The status was used" };
pub(crate) const MORE_THAN_DATE: Message = Message {
    problem: "contains more than a date",
    fix: "Enter only a date, for example 31/03/2019 or 2019. The date or the year in the text was used",
};
pub(crate) const MORE_THAN_YEAR: Message = Message {
    problem: "contains more than a year",
    fix: "Enter only a year or a date, for example 2014. The first year was used",
};
pub(crate) const OWN_LEGAL_FORM: Message = Message {
    problem: "is not a legal form",
    fix: "Use one of the legal forms in the guide, for example community interest company",
};
pub(crate) const MORE_THAN_LEGAL_FORM: Message = Message {
    problem: "contains more than a legal form",
    fix: "Use only one of the legal forms in the guide. The legal form was used",
};
pub(crate) const OWN_ENDED: Message = Message {
    problem: "does not match an active federation",
    fix: "Leave it empty, or change the status to \"ended\"",
};

// For lists with one row per member of a federation. % is the kind of member, such as "practice".
pub(crate) const NO_FEDERATION: Message = Message {
    problem: "is a % without a federation",
    fix: "If the % is in a federation, enter the federation's name in this row. If the cells are merged, only the first row contains the name",
};
pub(crate) const MERGED: Message = Message {
    problem: "has the name of each federation only once, in the first of its rows",
    fix: "Check the federation of each %. Rows without a federation's name were read as part of the federation above",
};
pub(crate) const NO_MEMBER: Message =
    Message { problem: "has no % and no federation", fix: "Enter both, or delete the row" };
pub(crate) const SEVERAL: Message = Message {
    problem: "contains the names of other federations",
    fix: "The % is shown as a member of each of them. Put ; between the names if you want a report without this note",
};
pub(crate) const TWICE: Message =
    Message { problem: "is also in another row of the same federation", fix: "Delete one of them" };
pub(crate) const ELSEWHERE: Message = Message {
    problem: "is also in a row of another federation",
    fix: "Check which is right. Until then, the % is shown as a member of each",
};
pub(crate) const ENDED_MEMBER: Message = Message {
    problem: "means that the % has ended, so it is not shown and not counted",
    fix: "You do not need to do anything. If the % is still open, correct this cell",
};
pub(crate) const LEFT: Message = Message {
    problem: "means that the % has left the federation, so it is not shown and not counted",
    fix: "You do not need to do anything. If the % is still a member, correct this cell",
};
pub(crate) const ONLY_ENDED: Message = Message {
    problem: "has no % that is still a member",
    fix: "If the federation has ended, enter this in a column called \"Federation status\". Until then, it is shown as active",
};
pub(crate) const OF_MEMBERS: Message = Message {
    problem: "is different for each %",
    fix: "You do not need to do anything. The column is about each % and is not shown for the federation",
};
pub(crate) const OF_SOME_MEMBERS: Message = Message {
    problem: "is not in all rows of the federation",
    fix: "The column was read as being about each % and is not shown for the federation. If it is about the federation, enter the same value in all of its rows",
};
pub(crate) const ADDED_UP: Message = Message {
    problem: "is different for each %",
    fix: "You do not need to do anything. The numbers are added up for each federation",
};
