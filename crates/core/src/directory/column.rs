//! The columns of `federations.csv`.

/// The first row of `federations.csv`. The order of the columns is free, their names are not. Only lists of editors have
/// `postcodes` too.
pub const HEADER: &str = "id,name,aliases,status,place,covers,regions,region_basis,icb,icb_as_of,postcode_areas,\
    longitude,latitude,legal_form,website,practices,patients,notes,ended_on,ended_why,source,checked_on";

/// A column of `federations.csv`.
///
/// Those whose text is kept come first, so that a column's number is also its place in [`super::cells::Cells`]; the
/// last four are kept decoded.
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
    Status,
    Regions,
    RegionBasis,
    LegalForm,
}

/// How many columns are kept as text.
pub(crate) const TEXT_COLUMNS: usize = Column::CheckedOn as usize + 1;

/// The place of the details among the cells that are kept; see [`super::details`].
pub(crate) const DETAILS: usize = TEXT_COLUMNS;

/// How many cells a row has of those that are kept as text.
pub(crate) const KEPT_CELLS: usize = TEXT_COLUMNS + 1;

/// How many columns there are.
pub(crate) const COLUMNS: usize = Column::LegalForm as usize + 1;

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
    "status",
    "regions",
    "region_basis",
    "legal_form",
];

/// The columns that no row can do without: when one of them is missing, no row is read.
pub(crate) const NEEDED: [&str; 7] = ["id", "name", "status", "regions", "region_basis", "source", "checked_on"];

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
        let mut in_header: Vec<_> = HEADER.split(',').chain(["postcodes"]).collect();
        let mut by_number = NAMES.to_vec();
        in_header.sort_unstable();
        by_number.sort_unstable();
        assert_eq!(in_header, by_number);
        assert!(NEEDED.iter().all(|needed| NAMES.contains(needed)));
        for (column, name) in
            [(Column::CheckedOn, "checked_on"), (Column::Status, "status"), (Column::LegalForm, "legal_form")]
        {
            assert_eq!(column.name(), name);
        }
    }
}
