//! One federation, read from the directory's columns.

use super::column::{Column, DETAILS, EXTRA, FIRST_EXTRA};
use super::details::Details;
use super::{Directory, Entries, LegalForm, RegionBasis, RegionSet, Source, Status, checks, extra};

/// One federation of a [`Directory`]: a view that is free to copy. An empty text means "not known" or "none".
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

    /// Other names and spellings it is known by.
    #[must_use]
    pub fn aliases(self) -> Entries<'a> {
        Entries::of(self.text(Column::Aliases))
    }

    /// Whether it still works.
    #[must_use]
    pub fn status(self) -> Status {
        self.directory.decoded(self.row).status
    }

    /// The town, borough or district it belongs to.
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
        self.directory.decoded(self.row).regions
    }

    /// How its regions are known.
    #[must_use]
    pub fn region_basis(self) -> RegionBasis {
        self.directory.decoded(self.row).region_basis
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

    /// The postcode areas it covers at least in part: the letters that begin a postcode, such as `WA`.
    #[must_use]
    pub fn postcode_areas(self) -> Entries<'a> {
        Entries::of(self.text(Column::PostcodeAreas))
    }

    /// Postcodes such as `WA8 7QE`, or districts such as `WA8`, that its list gives: mostly its office's.
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

    /// Its legal form, where a source states one.
    #[must_use]
    pub fn legal_form(self) -> Option<LegalForm> {
        self.directory.decoded(self.row).legal_form
    }

    /// Its http or https address.
    #[must_use]
    pub fn website(self) -> &'a str {
        self.text(Column::Website)
    }

    /// How many GP practices belong to it.
    #[must_use]
    pub fn practices(self) -> Option<u32> {
        checks::whole_number(self.text(Column::Practices))
    }

    /// How many patients are registered with its practices.
    #[must_use]
    pub fn patients(self) -> Option<u32> {
        checks::whole_number(self.text(Column::Patients))
    }

    /// What else is worth knowing.
    #[must_use]
    pub fn notes(self) -> &'a str {
        self.text(Column::Notes)
    }

    /// Names that it had before.
    #[must_use]
    pub fn former_names(self) -> Entries<'a> {
        Entries::of(self.text(Column::FormerNames))
    }

    /// Whether Wikipedia's list of federations has it.
    #[must_use]
    pub fn is_listed(self) -> bool {
        self.text(Column::Listed) == "yes"
    }

    /// When it was last seen at work: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn last_seen(self) -> &'a str {
        self.text(Column::LastSeen)
    }

    /// Who shows it at work then.
    #[must_use]
    pub fn last_seen_by(self) -> &'a str {
        self.text(Column::LastSeenBy)
    }

    /// The board that its [`icb`](Self::icb) replaced.
    #[must_use]
    pub fn former_icb(self) -> &'a str {
        self.text(Column::FormerIcb)
    }

    /// The date for which [`practices`](Self::practices) is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn practices_as_of(self) -> &'a str {
        self.text(Column::PracticesAsOf)
    }

    /// The date for which [`patients`](Self::patients) is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn patients_as_of(self) -> &'a str {
        self.text(Column::PatientsAsOf)
    }

    /// When it was founded: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn founded(self) -> &'a str {
        self.text(Column::Founded)
    }

    /// What it does for patients and practices.
    #[must_use]
    pub fn services(self) -> Entries<'a> {
        Entries::of(self.text(Column::Services))
    }

    /// Practices that belong to it, by name; seldom all of them.
    #[must_use]
    pub fn member_practices(self) -> Entries<'a> {
        Entries::of(self.text(Column::MemberPractices))
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

    /// The id of the federation that followed it, or its name where the directory does not have it.
    #[must_use]
    pub fn successor(self) -> &'a str {
        self.text(Column::Successor)
    }

    /// The names of the columns whose values are worked out, not stated by a source.
    #[must_use]
    pub fn worked_out(self) -> Entries<'a> {
        Entries::of(self.text(Column::WorkedOut))
    }

    /// For each of its [sources](Self::sources) in turn, the columns that rest on it, each with the date for which it is
    /// known: `practices 2019, website`.
    #[must_use]
    pub fn source_facts(self) -> Entries<'a> {
        Entries::of(self.text(Column::SourceFacts))
    }

    /// When it ended, or will end if it is active: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; may be empty.
    #[must_use]
    pub fn ended_on(self) -> &'a str {
        self.text(Column::EndedOn)
    }

    /// Why it ended, or will end if it is active; may be empty.
    #[must_use]
    pub fn ended_why(self) -> &'a str {
        self.text(Column::EndedWhy)
    }

    /// The ids of its sources, or, in a directory without a list of sources, their titles.
    #[must_use]
    pub fn source_ids(self) -> Entries<'a> {
        Entries::of(self.text(Column::Source))
    }

    /// Its sources, each with what the list of sources says of it, if anything.
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

    /// What an editor's own columns say about it.
    #[must_use]
    pub fn details(self) -> Details<'a> {
        let record = self.directory.records[self.row as usize] as usize;
        Details { labels: &self.directory.labels, rest: self.directory.cells.get(record, DETAILS) }
    }

    /// The cell of a column of `federations.csv`, by its name.
    #[cfg(feature = "authoring")]
    pub(super) fn cell(self, column: &str) -> String {
        let decoded = self.directory.decoded(self.row);
        match column {
            "status" => decoded.status.id().to_owned(),
            "regions" if decoded.regions.is_empty() => "unknown".to_owned(),
            "regions" => decoded.regions.iter().map(super::Region::name).collect::<Vec<_>>().join("; "),
            "region_basis" => decoded.region_basis.id().to_owned(),
            "legal_form" => decoded.legal_form.map_or("", LegalForm::id).to_owned(),
            name => super::column::number_of(name).map_or("", |column| self.text_at(column)).to_owned(),
        }
    }

    /// The cell as the file has it, of a column that is kept as text.
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
