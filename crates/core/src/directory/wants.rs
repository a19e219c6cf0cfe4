//! The words for what is wrong and what would be right, by kind of cell.

/// What is wrong, and what would be right.
pub(crate) type Want = (&'static str, &'static str);

pub(crate) const ID: Want =
    ("is not an id", "use lower-case letters and digits, in words joined by hyphens, such as halton-gp-federation");
pub(crate) const UNIQUE_ID: Want = ("is the id of another row", "give every row its own id");
pub(crate) const NAME: Want = ("is not a name", "write the federation's name");
pub(crate) const TITLE: Want = ("is not a title", "write the document's title");
pub(crate) const STATUS: Want = ("is not a status", "use active, unconfirmed or ended");
pub(crate) const REGION: Want = (
    "is not an NHS region",
    "use one of East of England, London, Midlands, North East and Yorkshire, North West, South East, South West, or unknown",
);
pub(crate) const REGION_TWICE: Want = ("names a region twice", "name each region once");
pub(crate) const REGION_AND_UNKNOWN: Want = ("says unknown beside a region", "write the regions, or unknown alone");
pub(crate) const REGION_BASIS: Want = ("does not say how the region is known", "use stated, inferred or unknown");
pub(crate) const BASIS_OF_UNKNOWN: Want =
    ("does not fit the regions", "use unknown if the region is unknown, and stated or inferred if it is known");
pub(crate) const ICB: Want = ("has words that every board's name has", "leave out NHS, ICB and Integrated Care Board");
pub(crate) const ICB_AS_OF: Want = ("is not a month", "write YYYY-MM, such as 2022-07");
pub(crate) const ICB_AS_OF_ALONE: Want = ("stands without an ICB", "leave it empty, or write the ICB");
pub(crate) const POSTCODE_AREAS: Want =
    ("is not a list of postcode areas", "write only the letters that begin the postcodes, such as WA; L");
pub(crate) const DEGREES: Want =
    ("is not in decimal degrees", "write a number such as -2.7, or leave both longitude and latitude empty");
pub(crate) const BOTH_DEGREES: Want = ("stands without the other", "fill longitude and latitude, or neither");
pub(crate) const IN_ENGLAND: Want =
    ("is not in England", "longitude lies between -6.5 and 1.8 (minus is west), latitude between 49.8 and 55.9");
pub(crate) const LEGAL_FORM: Want = (
    "is not a legal form",
    "leave it empty, or use one of gp-partnership, company-limited-by-shares, community-interest-company, charity, \
     limited-liability-partnership, company-limited-by-guarantee, limited-company",
);
pub(crate) const WEB_ADDRESS: Want = ("is not a web address", "begin it with https:// or http://, or leave it empty");
pub(crate) const WHOLE_NUMBER: Want = ("is not a whole number", "use digits only, such as 30000, or leave it empty");
pub(crate) const DATE: Want = ("is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD, such as 2016-03");
pub(crate) const DAY: Want = ("is not a date", "write YYYY-MM-DD, such as 2016-03-31");
pub(crate) const ENDED: Want =
    ("does not fit the status", "say when and why if the status is ended, and leave both empty if it is not");
pub(crate) const ENDED_WHY: Want = ("is not a reason", "say why it ended");
pub(crate) const LISTED: Want = ("is neither yes nor no", "write yes or no, or leave it empty");
pub(crate) const SOURCE: Want = ("is not a source", "name at least one source");
pub(crate) const LISTED_SOURCE: Want =
    ("is not in the list of sources", "use an id of sources.csv, or add the source there");

// An editor's own file may say more, so what would be right is other words.
pub(crate) const SHARED_ID: Want =
    ("is the id of more than one row", "give every row its own: until then their ids are made of their names");
pub(crate) const TWIN: Want = ("is a row like another in every cell", "delete one of the two");
pub(crate) const FORMULA_ERROR: Want =
    ("is the error of a formula and counts as empty", "correct the formula or clear the cell");
pub(crate) const OWN_DATE: Want = ("is not a date", "write it as 22/11/2026, November 2026 or 2026-11-22");
pub(crate) const MONTH_FIRST: Want =
    ("has the month first", "write the day first, as in 22/11/2026; it is read with the month first");
pub(crate) const OWN_NUMBER: Want = ("is not a whole number", "write digits such as 30000 or 30,000");
pub(crate) const MORE_THAN_NUMBER: Want =
    ("is more than a number", "write digits alone, such as 30000; the number is used");
pub(crate) const OWN_WEB_ADDRESS: Want = ("is not a web address", "begin it with https:// or http://");
pub(crate) const MORE_THAN_ADDRESS: Want = ("is more than a web address", "write one address alone; the first is used");
pub(crate) const OWN_POSTCODES: Want =
    ("is not a list of postcodes", "write postcodes such as WA8 7QE, or the letters that begin them, such as WA; L");
pub(crate) const OWN_STATUS: Want =
    ("is not a status", "use active, unconfirmed or ended; until then it counts as active");
pub(crate) const MORE_THAN_STATUS: Want =
    ("is more than a status", "use active, unconfirmed or ended; its first word is used");
pub(crate) const TWO_STATUSES: Want = ("does not fit the status", "correct one of the two; the status is used");
pub(crate) const OWN_LEGAL_FORM: Want =
    ("is not a legal form", "use a form of the guide's list, such as community interest company");
pub(crate) const MORE_THAN_LEGAL_FORM: Want =
    ("is more than a legal form", "use a form of the guide's list; the form is used");
pub(crate) const OWN_ENDED: Want = ("does not fit an active federation", "leave it empty, or set the status to ended");

// Of lists with one row per practice.
pub(crate) const NO_FEDERATION: Want = (
    "is a practice without a federation",
    "write the federation's name in this row if the practice has one; of merged cells only the first row has it",
);
pub(crate) const NO_PRACTICE: Want = ("has neither a practice nor a federation", "fill in both, or delete the row");
pub(crate) const TWICE: Want = ("is in another row of the same federation, too", "delete one of the two");
pub(crate) const ELSEWHERE: Want =
    ("is in a row of another federation, too", "check which is right; until then it is a member of each");
pub(crate) const OF_PRACTICES: Want = (
    "differs from practice to practice",
    "nothing needs to be done: the column is about practices and is not shown for their federation",
);
pub(crate) const ADDED_UP: Want =
    ("differs from practice to practice", "nothing needs to be done: the numbers are added up for each federation");
