//! One federation, as a view of the directory's columns.

use super::column::{Column, DETAILS, EXTRA, FIRST_EXTRA};
use super::details::Details;
use super::{Directory, Entries, LegalForm, RegionBasis, RegionSet, Source, Status, checks, extra};
use crate::lat_lon::LatLon;

/// One federation of a [`Directory`]: a view that is cheap to copy. An empty text means "not known" or "none".
#[derive(Clone, Copy)]
pub struct Federation<'a> {
    pub(super) directory: &'a Directory,
    pub(super) row: u32,
}

impl<'a> Federation<'a> {
    /// Its row in the directory; rows are in the order of names.
    #[must_use]
    pub const fn row(self) -> u32 {
        self.row
    }

    /// Its unique id, in kebab-case.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.text(Column::Id)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.text(Column::Name)
    }

    /// Other names and spellings.
    #[must_use]
    pub fn aliases(self) -> Entries<'a> {
        Entries::of(self.text(Column::Aliases))
    }

    /// Whether it is still active.
    #[must_use]
    pub fn status(self) -> Status {
        self.directory.enum_columns(self.row).status
    }

    /// Its town, borough or district.
    #[must_use]
    pub fn place(self) -> &'a str {
        self.text(Column::Place)
    }

    /// The area its practices serve, in words.
    #[must_use]
    pub fn covers(self) -> &'a str {
        self.text(Column::Covers)
    }

    /// The NHS regions it works in.
    #[must_use]
    pub fn regions(self) -> RegionSet {
        self.directory.enum_columns(self.row).regions
    }

    /// Whether its regions are stated or inferred.
    #[must_use]
    pub fn region_basis(self) -> RegionBasis {
        self.directory.enum_columns(self.row).region_basis
    }

    /// Its integrated care board, without "NHS" and "ICB".
    #[must_use]
    pub fn icb(self) -> &'a str {
        self.text(Column::Icb)
    }

    /// The month of the list of boards that [`icb`](Self::icb) is taken from: `YYYY-MM`.
    #[must_use]
    pub fn icb_as_of(self) -> &'a str {
        self.text(Column::IcbAsOf)
    }

    /// The postcode areas that it covers at least in part: the letters at the start of a postcode, such as `WA`.
    #[must_use]
    pub fn postcode_areas(self) -> Entries<'a> {
        Entries::of(self.text(Column::PostcodeAreas))
    }

    /// Postcodes such as `WA8 7QE`, or districts such as `WA8`, in its list. Most of them are of its office.
    #[must_use]
    pub fn postcodes(self) -> Entries<'a> {
        Entries::of(self.text(Column::Postcodes))
    }

    /// The longitude of its place in decimal degrees (WGS 84, east is positive).
    #[must_use]
    pub fn longitude(self) -> Option<f64> {
        checks::degrees(self.text(Column::Longitude))
    }

    /// The latitude of its place in decimal degrees (WGS 84).
    #[must_use]
    pub fn latitude(self) -> Option<f64> {
        checks::degrees(self.text(Column::Latitude))
    }

    /// Its place, if both coordinates are known.
    #[must_use]
    pub fn coordinates(self) -> Option<LatLon> {
        Some(LatLon { latitude: self.latitude()?, longitude: self.longitude()? })
    }

    /// Its legal form, if a source states one.
    #[must_use]
    pub fn legal_form(self) -> Option<LegalForm> {
        self.directory.enum_columns(self.row).legal_form
    }

    /// Its http or https address.
    #[must_use]
    pub fn website(self) -> &'a str {
        self.text(Column::Website)
    }

    /// The number of its GP practices.
    #[must_use]
    pub fn practices(self) -> Option<u32> {
        checks::whole_number(self.text(Column::Practices))
    }

    /// The number of patients registered with its practices.
    #[must_use]
    pub fn patients(self) -> Option<u32> {
        checks::whole_number(self.text(Column::Patients))
    }

    /// Other useful information.
    #[must_use]
    pub fn notes(self) -> &'a str {
        self.text(Column::Notes)
    }

    /// Its former names.
    #[must_use]
    pub fn former_names(self) -> Entries<'a> {
        Entries::of(self.text(Column::FormerNames))
    }

    /// Whether it is in Wikipedia's list of federations.
    #[must_use]
    pub fn is_listed(self) -> bool {
        self.text(Column::Listed) == "yes"
    }

    /// When it was last known active: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn last_seen(self) -> &'a str {
        self.text(Column::LastSeen)
    }

    /// The source that shows it active then.
    #[must_use]
    pub fn last_seen_by(self) -> &'a str {
        self.text(Column::LastSeenBy)
    }

    /// The board that its [`icb`](Self::icb) replaced.
    #[must_use]
    pub fn former_icb(self) -> &'a str {
        self.text(Column::FormerIcb)
    }

    /// The date of [`practices`](Self::practices): `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn practices_as_of(self) -> &'a str {
        self.text(Column::PracticesAsOf)
    }

    /// The date of [`patients`](Self::patients): `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn patients_as_of(self) -> &'a str {
        self.text(Column::PatientsAsOf)
    }

    /// When it was founded: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn founded(self) -> &'a str {
        self.text(Column::Founded)
    }

    /// Its services for patients and practices.
    #[must_use]
    pub fn services(self) -> Entries<'a> {
        Entries::of(self.text(Column::Services))
    }

    /// Names of its practices, rarely all of them. In an editor's list with a row per primary care network or site, the
    /// names of those.
    #[must_use]
    pub fn member_practices(self) -> Entries<'a> {
        Entries::of(self.text(Column::MemberPractices))
    }

    /// Whether members in this list can be other members than practices.
    pub(crate) const fn has_other_members(self) -> bool {
        self.directory.has_other_members
    }

    /// Its number in the register of Companies House.
    #[must_use]
    pub fn company_number(self) -> &'a str {
        self.text(Column::CompanyNumber)
    }

    /// Its provider id in the register of the Care Quality Commission.
    #[must_use]
    pub fn cqc_provider_id(self) -> &'a str {
        self.text(Column::CqcProviderId)
    }

    /// Its code in the NHS's Organisation Data Service.
    #[must_use]
    pub fn ods_code(self) -> &'a str {
        self.text(Column::OdsCode)
    }

    /// The id of the federation that followed it, or its name if it is not in the directory.
    #[must_use]
    pub fn successor(self) -> &'a str {
        self.text(Column::Successor)
    }

    /// The names of the columns whose values are worked out and not stated by a source.
    #[must_use]
    pub fn worked_out(self) -> Entries<'a> {
        Entries::of(self.text(Column::WorkedOut))
    }

    /// For each of its [sources](Self::sources) in turn, the columns that it supports, each with its date: `practices
    /// 2019, website`.
    #[must_use]
    pub fn source_facts(self) -> Entries<'a> {
        Entries::of(self.text(Column::SourceFacts))
    }

    /// When it ended or, if it is active, will end: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. It can be empty.
    #[must_use]
    pub fn ended_on(self) -> &'a str {
        self.text(Column::EndedOn)
    }

    /// Why it ended or, if it is active, will end. It can be empty.
    #[must_use]
    pub fn ended_why(self) -> &'a str {
        self.text(Column::EndedWhy)
    }

    /// The ids of its sources or, in a directory without a list of sources, their titles.
    #[must_use]
    pub fn source_ids(self) -> Entries<'a> {
        Entries::of(self.text(Column::Source))
    }

    /// Its sources, each with its entry in the list of sources, if there is one.
    pub fn sources(self) -> impl Iterator<Item = (&'a str, Option<&'a Source>)> {
        self.source_ids().map(move |id| (id, self.directory.source(id)))
    }

    /// The day its record was last compared with its sources: `YYYY-MM-DD`.
    #[must_use]
    pub fn checked_on(self) -> &'a str {
        self.text(Column::CheckedOn)
    }

    /// The federation of the same directory with this id.
    #[must_use]
    pub fn sibling(self, id: &str) -> Option<Self> {
        self.directory.find(id)
    }

    /// The values of an editor's own columns.
    #[must_use]
    pub fn details(self) -> Details<'a> {
        let record = self.directory.records[self.row as usize] as usize;
        Details { labels: &self.directory.labels, rest: self.directory.cells.get(record, DETAILS) }
    }

    /// The cell of a column of `federations.csv`, by its name.
    #[cfg(feature = "authoring")]
    pub(super) fn cell(self, column: &str) -> String {
        let enum_columns = self.directory.enum_columns(self.row);
        match column {
            "status" => enum_columns.status.id().to_owned(),
            "regions" if enum_columns.regions.is_empty() => "unknown".to_owned(),
            "regions" => enum_columns.regions.iter().map(super::Region::name).collect::<Vec<_>>().join("; "),
            "region_basis" => enum_columns.region_basis.id().to_owned(),
            "legal_form" => enum_columns.legal_form.map_or("", LegalForm::id).to_owned(),
            name => super::column::number_of(name).map_or("", |column| self.text_at(column)).to_owned(),
        }
    }

    /// The cell as in the file, of a text column.
    fn text(self, column: Column) -> &'a str {
        self.text_at(column as usize)
    }

    /// The same, by the column's number.
    fn text_at(self, column: usize) -> &'a str {
        let record = self.directory.records[self.row as usize] as usize;
        if column >= FIRST_EXTRA {
            return extra::text(self.directory.cells.get(record, EXTRA), column);
        }
        self.directory.cells.get(record, column)
    }
}

impl std::fmt::Debug for Federation<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Federation").field("row", &self.row).field("id", &self.id()).finish_non_exhaustive()
    }
}
