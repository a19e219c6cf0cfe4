//! The columns of `federations.csv`.

/// The first row of `federations.csv`. The columns can be in any order, but must have these names.
pub const HEADER: &str = "id,name,aliases,former_names,listed,status,last_seen,last_seen_by,place,covers,regions,\
    region_basis,icb,icb_as_of,former_icb,postcode_areas,longitude,latitude,legal_form,website,practices,\
    practices_as_of,patients,patients_as_of,founded,services,member_practices,postcodes,company_number,cqc_provider_id,\
    ods_code,notes,ended_on,ended_why,successor,worked_out,source,source_facts,checked_on";

/// The columns that a file must have. The others are optional.
pub const REQUIRED_HEADER: &str = "id,name,aliases,status,place,covers,regions,region_basis,icb,icb_as_of,postcode_areas,\
    longitude,latitude,legal_form,website,practices,patients,notes,ended_on,ended_why,source,checked_on";

/// A column of `federations.csv`.
///
/// Columns that are stored as separate texts come first, so that a column's number is also its position in
/// [`super::cell_table::CellTable`]. Then come 4 that are stored decoded. The last ones are empty in most editors'
/// lists, so their texts are stored together in one cell: [`EXTRA`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Column {
    Id,
    Name,
    Aliases,
    Place,
    Covers,
    Icb,
    IcbAsOf,
    PostcodeAreas,
    Postcodes,
    Longitude,
    Latitude,
    Website,
    Practices,
    Patients,
    Notes,
    EndedOn,
    EndedWhy,
    Source,
    CheckedOn,
    LastSeen,
    MemberPractices,
    Status,
    Regions,
    RegionBasis,
    LegalForm,
    FormerNames,
    Listed,
    LastSeenBy,
    FormerIcb,
    PracticesAsOf,
    PatientsAsOf,
    Founded,
    Services,
    CompanyNumber,
    CqcProviderId,
    OdsCode,
    Successor,
    WorkedOut,
    SourceFacts,
}

/// The number of columns that are stored as separate texts.
pub(crate) const TEXT_COLUMNS: usize = Column::MemberPractices as usize + 1;

/// The first of the columns whose texts are stored together.
pub(crate) const FIRST_EXTRA: usize = Column::FormerNames as usize;

/// The position of the texts that are stored together. See [`super::extra`].
pub(crate) const EXTRA: usize = TEXT_COLUMNS;

/// The position of the details among the stored cells. See [`super::details`].
pub(crate) const DETAILS: usize = TEXT_COLUMNS + 1;

/// The number of stored texts in a row.
pub(crate) const KEPT_CELLS: usize = TEXT_COLUMNS + 2;

/// The number of columns.
pub(crate) const COLUMNS: usize = Column::SourceFacts as usize + 1;

/// The columns' names in the header, by number.
pub(crate) const NAMES: [&str; COLUMNS] = [
    "id",
    "name",
    "aliases",
    "place",
    "covers",
    "icb",
    "icb_as_of",
    "postcode_areas",
    "postcodes",
    "longitude",
    "latitude",
    "website",
    "practices",
    "patients",
    "notes",
    "ended_on",
    "ended_why",
    "source",
    "checked_on",
    "last_seen",
    "member_practices",
    "status",
    "regions",
    "region_basis",
    "legal_form",
    "former_names",
    "listed",
    "last_seen_by",
    "former_icb",
    "practices_as_of",
    "patients_as_of",
    "founded",
    "services",
    "company_number",
    "cqc_provider_id",
    "ods_code",
    "successor",
    "worked_out",
    "source_facts",
];

/// The columns that every row needs. If one of them is missing, no row is read.
pub(crate) const NEEDED: [&str; 7] = ["id", "name", "status", "regions", "region_basis", "source", "checked_on"];

/// The number of the column of this name.
#[cfg(feature = "authoring")]
pub(crate) fn number_of(name: &str) -> Option<usize> {
    NAMES.iter().position(|known| *known == name)
}

impl Column {
    /// Its name in the header.
    pub(crate) const fn name(self) -> &'static str {
        NAMES[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_names_every_column_once() {
        let mut in_header: Vec<_> = HEADER.split(',').collect();
        let mut by_number = NAMES.to_vec();
        in_header.sort_unstable();
        by_number.sort_unstable();
        assert_eq!(in_header, by_number);
        assert!(NEEDED.iter().all(|needed| NAMES.contains(needed)));
        for (column, name) in [
            (Column::CheckedOn, "checked_on"),
            (Column::LegalForm, "legal_form"),
            (Column::SourceFacts, "source_facts"),
        ] {
            assert_eq!(column.name(), name);
        }
    }
}
