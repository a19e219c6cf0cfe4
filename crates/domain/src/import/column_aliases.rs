//! The headings that an editor's columns can have.

use crate::directory::column::{COLUMNS, Column, NAMES};

/// The meaning of a file's column: one of the columns of `federations.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownColumn(Column);

/// Other headings for each column, as people write them. Case, spaces and punctuation are ignored. The order is that of
/// the table in the documentation.
#[rustfmt::skip]
const ALIASES: [(Column, &[&str]); COLUMNS] = [
    (Column::Name, &["Federation", "Federation name", "GP federation", "GP federation name", "Name of federation", "Name of your federation", "Name of your GP federation", "Name of the federation", "Name of GP federation", "Organisation", "Organisation name", "Organization", "Org name", "Name of organisation", "Provider", "Provider name", "Company name", "Title", "Federations", "Fed", "Fed name", "GP fed", "GP fed name", "GP alliance", "Alliance", "Alliance name", "Row labels", "Federation names", "Full name", "Legal name", "Registered name", "Official name", "Federation or alliance"]),
    (Column::Id, &["Identifier", "Key", "Slug", "Code", "Organisation code", "Org code", "Ref", "Reference", "Org id", "Organisation id", "Unique id"]),
    (Column::Aliases, &["Alias", "Also known as", "AKA", "Other names", "Other name", "Alternative names", "Alternative name", "Also listed as", "Trading name", "Trading as"]),
    (Column::FormerNames, &["Former name", "Formerly", "Formerly known as", "Previously known as", "Previous name", "Previous names", "Old name"]),
    (Column::Listed, &["In Wikipedia's list"]),
    (Column::Status, &["State", "Active", "Is active", "Open", "Open or closed", "Live", "Current status", "Trading status", "Company status", "Still trading", "Still active", "Still open", "Operational status", "Operating status", "Status now", "Current state"]),
    (Column::Place, &["Town", "City", "Town or city", "Town/city", "Location", "Locality", "Borough", "District", "Place name", "Post town", "Based in", "Main town"]),
    (Column::Covers, &["Covering", "Coverage", "Area", "Area covered", "Areas covered", "Serves", "Area served", "Local authority", "Catchment", "Footprint", "Geographical area", "Catchment area", "Areas served", "Geographic area"]),
    (Column::Regions, &["Region", "NHS region", "NHS regions", "NHS England region", "NHSE region", "NHSER", "Region name", "Commissioning region", "NHSE/I region", "Regional team"]),
    (Column::RegionBasis, &["Basis of region", "How the region is known"]),
    (Column::Icb, &["Integrated care board", "Integrated care board (ICB)", "ICB name", "ICS", "Integrated care system", "Lead ICB", "Host ICB"]),
    (Column::IcbAsOf, &["ICB date", "ICB from"]),
    (Column::PostcodeAreas, &["Postcode area", "Postcode areas covered"]),
    (Column::Postcodes, &["Postcode", "Office postcode", "Postal code", "Postcode district", "Postcode districts", "Head office postcode", "HQ postcode"]),
    (Column::FormerIcb, &["Former integrated care board", "Previous ICB"]),
    (Column::Longitude, &["Long", "Lng", "Lon"]),
    (Column::Latitude, &["Lat"]),
    (Column::LegalForm, &["Legal structure", "Legal status", "Legal type", "Company type", "Organisation type", "Legal entity", "Entity type", "Type of entity", "Type of organisation", "Organisational form", "Company category", "Legal entity type", "Type of company"]),
    (Column::Website, &["Web", "Web address", "Web page", "Website address", "Website URL", "URL", "Link", "Homepage", "WWW", "Site", "Website link"]),
    (Column::Practices, &["Number of practices", "No of practices", "Practice count", "Total practices", "Practices in federation", "Total no of practices", "Practice numbers"]),
    (Column::MemberPractices, &["Member practice", "Members", "Practice names", "Practice list", "GP practices", "GP surgeries", "Surgeries", "Names of practices", "Names of member practices", "List of practices", "Constituent practices", "Member practice names"]),
    (Column::Patients, &["Number of patients", "No of patients", "Registered patients", "Patient count", "Patient population", "List size", "Population", "Patient list", "Patient list size", "Patients registered", "Registered list size", "Registered population", "Population covered", "Population served", "Practice population", "Patient numbers", "Patients covered", "Patients served", "Raw list size", "Population size"]),
    (Column::PracticesAsOf, &["Practices date", "Practices year"]),
    (Column::PatientsAsOf, &["Patients date", "Patients year"]),
    (Column::Services, &["Service", "Services provided", "What it does", "Services offered"]),
    (Column::Founded, &["Founded on", "Date founded", "Established", "Set up", "Start date", "Open date", "Opened", "Year founded", "Founded in", "Date established", "Year established", "Established in", "Formed", "Incorporated", "Incorporated on", "Incorporation date", "Date of incorporation", "Launched", "Opening date", "Start", "Active from", "Founding date", "Date incorporated", "Date formed", "Launch date", "Date created"]),
    (Column::LastSeen, &["Last seen at work", "Last known active", "Last active"]),
    (Column::LastSeenBy, &["Last known active: source", "Shown by", "Seen by", "Last seen source"]),
    (Column::CompanyNumber, &["Companies House number", "Company no", "Company registration number", "Registered number", "Companies House no", "Company registration no", "CRN", "CH number"]),
    (Column::CqcProviderId, &["CQC provider", "CQC id", "CQC provider number"]),
    (Column::OdsCode, &["ODS", "Federation ODS code", "Organisation ODS code"]),
    (Column::Notes, &["Note", "Comment", "Comments", "Remarks", "Description", "Further information"]),
    (Column::EndedOn, &["Ended", "End date", "Closed", "Closed on", "Date closed", "Closing date", "Closure date", "Date ended", "Is closed", "Ceased", "Dissolved", "Date dissolved", "Close date", "Closed date", "Closed in", "Date of closure", "End", "Ceased on", "Date ceased", "Cessation date", "Dissolved on", "Dissolution date", "Date of dissolution", "Active to", "Inactive", "Year ended", "Year closed", "Has closed", "Has ended", "Ceased trading", "Ceased trading on", "Wound up", "Wound up on", "Date wound up"]),
    (Column::EndedWhy, &["Why it ended", "Reason", "Reason for ending", "Reason closed", "Reason for closure", "Why closed"]),
    (Column::Successor, &["Followed by", "Succeeded by", "Replaced by", "Merged into", "Merged with", "Now part of", "Absorbed by", "Taken over by"]),
    (Column::WorkedOut, &["Values that were worked out", "Worked out facts"]),
    (Column::SourceFacts, &["Facts from each source", "Facts of the source"]),
    (Column::Source, &["Sources", "Data source", "Information source"]),
    (Column::CheckedOn, &["Checked", "Last checked", "Date checked", "Updated", "Last updated", "Date updated", "Reviewed", "Last reviewed"]),
];

impl KnownColumn {
    /// The one column that every row needs.
    pub(super) const NAME: Self = Self(Column::Name);
    pub(super) const ENDED_ON: Self = Self(Column::EndedOn);
    pub(super) const STATUS: Self = Self(Column::Status);

    pub(super) const fn of_column(column: Column) -> Self {
        Self(column)
    }

    pub(super) const fn column(self) -> Column {
        self.0
    }

    /// The meaning of a column with this heading, or of a JSON property with this name.
    #[must_use]
    pub fn of(heading: &str) -> Option<Self> {
        Self::by_name(heading).or_else(|| {
            ALIASES
                .iter()
                .find(|(_, spellings)| spellings.iter().any(|spelling| is_alike(heading, spelling)))
                .map(|&(column, _)| Self(column))
        })
    }

    /// The meaning of a heading that is the column's own name.
    pub(super) fn by_name(heading: &str) -> Option<Self> {
        let column = ALIASES.iter().find(|(column, _)| is_alike(heading, NAMES[*column as usize]))?;
        Some(Self(column.0))
    }

    /// The column's name in `federations.csv`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name()
    }

    /// The other headings that it can have.
    #[must_use]
    pub fn aliases(self) -> &'static [&'static str] {
        ALIASES.iter().find(|(column, _)| *column == self.0).map_or(&[], |(_, spellings)| spellings)
    }

    /// Whether the heading is the column's own name or an alias of it.
    pub(super) fn is_called(self, heading: &str) -> bool {
        is_alike(heading, self.name()) || self.aliases().iter().any(|spelling| is_alike(heading, spelling))
    }

    /// The meaning with this number, in the order of the documentation.
    pub(super) fn at(number: usize) -> Option<Self> {
        ALIASES.get(number).map(|&(column, _)| Self(column))
    }

    /// All meanings, in the order of the documentation.
    pub fn all() -> impl Iterator<Item = Self> {
        ALIASES.iter().map(|&(column, _)| Self(column))
    }
}

/// The names of the template's examples. Rows that still have one of them are not federations.
macro_rules! example {
    (1) => {
        "Example 1: write your federation over it"
    };
    (2) => {
        "Example 2: only the name is needed"
    };
}

/// A template file with the columns that most lists have, and 2 examples to replace, in a format that Excel opens.
#[must_use]
pub const fn template_csv() -> &'static str {
    concat!(
        "\u{feff}Name,Also known as,Status,Town,Area covered,NHS region,ICB,Postcode areas,Legal form,Website,\
         Number of practices,Number of patients,Notes,Source,Last checked\r\n",
        example!(1),
        ",Another name; a third name,Active,Widnes,Halton,North West,Cheshire and Merseyside,WA; L,\
         Community interest company,https://www.example.org,14,130000,An example and no federation,\
         Where you know it from,2026-11-22\r\n",
        example!(2),
        ",,,,,,,,,,,,,,\r\n"
    )
}

/// Whether this is the name of one of the template's examples.
pub(super) fn is_example(name: &str) -> bool {
    // Nearly every name has another first letter.
    name.starts_with(['E', 'e']) && [example!(1), example!(2)].iter().any(|example| is_alike(example, name))
}

/// The notes of the template's first example.
pub(super) const EXAMPLE_NOTES: &str = "An example and no federation";

/// The aliases of the values of a status, a legal form or a basis, each after the value.
#[must_use]
pub fn value_aliases(meaning: KnownColumn) -> &'static [(&'static str, &'static [&'static str])] {
    super::normalise::value_aliases(meaning.0)
}

/// Whether two texts have the same letters and digits in the same order, ignoring case. Characters outside ASCII must
/// be equal.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = u8> {
        text.bytes()
            .filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
            .map(|byte| byte.to_ascii_lowercase())
    }
    letters(one).eq(letters(other)) && letters(one).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alias_maps_to_one_column() {
        let mut all: Vec<(KnownColumn, &str)> = Vec::new();
        for meaning in KnownColumn::all() {
            all.push((meaning, meaning.name()));
            all.extend(meaning.aliases().iter().map(|&spelling| (meaning, spelling)));
        }
        assert_eq!(KnownColumn::all().count(), COLUMNS);
        for &(meaning, spelling) in &all {
            assert_eq!(KnownColumn::of(spelling), Some(meaning), "{spelling}");
            assert_eq!(KnownColumn::of(&[" ", &spelling.to_uppercase(), ":"].concat()), Some(meaning), "{spelling}");
            let same = all.iter().filter(|(_, other)| is_alike(spelling, other)).count();
            assert_eq!(same, 1, "{spelling} stands there twice");
        }
        for (heading, expected) in [
            ("regionBasis", Some(Column::RegionBasis)),
            ("icb_as_of", Some(Column::IcbAsOf)),
            ("", None),
            ("?!", None),
            ("Phone", None),
            ("é", None),
        ] {
            assert_eq!(KnownColumn::of(heading).map(KnownColumn::column), expected, "{heading}");
        }
    }

    #[test]
    fn template_columns_are_known() {
        let template = template_csv();
        let (headings, _) = template.trim_start_matches('\u{feff}').split_once("\r\n").unwrap();
        let headings: Vec<_> = headings.split(',').collect();
        assert!(headings.iter().all(|heading| KnownColumn::of(heading).is_some()), "{headings:?}");
        assert!(headings.len() > 10);
    }
}
