//! The words for what is wrong and what would be right, by kind of cell.

/// What is wrong, and what would be right.
pub(super) type Want = (&'static str, &'static str);

pub(super) const ID: Want =
    ("is not an id", "use lower-case letters and digits, in words joined by hyphens, such as halton-gp-federation");
pub(super) const UNIQUE_ID: Want = ("is the id of another row", "give every row its own id");
pub(super) const NAME: Want = ("is not a name", "write the federation's name");
pub(super) const TITLE: Want = ("is not a title", "write the document's title");
pub(super) const STATUS: Want = ("is not a status", "use active or defunct");
pub(super) const REGION: Want = (
    "is not an NHS region",
    "use one of East of England, London, Midlands, North East and Yorkshire, North West, South East, South West, or unknown",
);
pub(super) const REGION_TWICE: Want = ("names a region twice", "name each region once");
pub(super) const REGION_AND_UNKNOWN: Want = ("says unknown beside a region", "write the regions, or unknown alone");
pub(super) const REGION_BASIS: Want = ("does not say how the region is known", "use stated, inferred or unknown");
pub(super) const BASIS_OF_UNKNOWN: Want =
    ("does not fit the regions", "use unknown if the region is unknown, and stated or inferred if it is known");
pub(super) const ICB: Want = ("has words that every board's name has", "leave out NHS, ICB and Integrated Care Board");
pub(super) const ICB_AS_OF: Want = ("is not a month", "write YYYY-MM, such as 2022-07");
pub(super) const ICB_AS_OF_ALONE: Want = ("stands without an ICB", "leave it empty, or write the ICB");
pub(super) const POSTCODE_AREAS: Want =
    ("is not a list of postcode areas", "write only the letters that begin the postcodes, such as WA; L");
pub(super) const DEGREES: Want =
    ("is not in decimal degrees", "write a number such as -2.7, or leave both longitude and latitude empty");
pub(super) const BOTH_DEGREES: Want = ("stands without the other", "fill longitude and latitude, or neither");
pub(super) const IN_ENGLAND: Want =
    ("is not in England", "longitude lies between -6.5 and 1.8 (minus is west), latitude between 49.8 and 55.9");
pub(super) const LEGAL_FORM: Want = (
    "is not a legal form",
    "leave it empty, or use one of gp-partnership, company-limited-by-shares, community-interest-company, charity, \
     limited-liability-partnership, company-limited-by-guarantee, limited-company",
);
pub(super) const WEB_ADDRESS: Want = ("is not a web address", "begin it with https:// or http://, or leave it empty");
pub(super) const WHOLE_NUMBER: Want = ("is not a whole number", "use digits only, such as 30000, or leave it empty");
pub(super) const DATE: Want = ("is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD, such as 2016-03");
pub(super) const DAY: Want = ("is not a date", "write YYYY-MM-DD, such as 2016-03-31");
pub(super) const ENDED: Want =
    ("does not fit the status", "say when and why if the status is defunct, and leave both empty if it is active");
pub(super) const ENDED_WHY: Want = ("is not a reason", "say why it ended");
pub(super) const SOURCE: Want = ("is not a source", "name at least one source");
pub(super) const LISTED_SOURCE: Want =
    ("is not in the list of sources", "use an id of sources.csv, or add the source there");
