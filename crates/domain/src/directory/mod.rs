//! The directory of federations, parsed from CSV files and checked.
//!
//! A [`Directory`] is built once and then only read. It stores the text of all cells in pages, and repeated values of
//! an editor's file only once.

pub(crate) mod builder;
pub(crate) mod cell_table;
pub(crate) mod checks;
pub(crate) mod column;
mod column_map;
pub(crate) mod csv_reader;
pub(crate) mod details;
pub(crate) mod diagnostic;
mod entries;
pub(crate) mod extra;
mod fact_field;
mod federation;
mod filter_choice;
pub(crate) mod id_index;
pub(crate) mod intern;
pub(crate) mod label_match;
mod legal_form;
pub(crate) mod messages;
mod name_sort;
mod names_by_form;
mod packed;
mod record;
mod region;
mod source;
mod status;
pub(crate) mod string_arena;
#[cfg(test)]
mod tests;
mod validate;

#[cfg(feature = "authoring")]
pub mod authoring;

pub use column::{HEADER, REQUIRED_HEADER};
pub use details::Details;
pub use diagnostic::{Diagnostic, Scope};
pub use entries::Entries;
pub use fact_field::FactField;
pub use federation::Federation;
pub use legal_form::{LegalForm, LegalFormChoice};
pub use names_by_form::{FormNames, NamesByForm};
pub use packed::Packed;
pub use record::{DetailRecord, FederationRecord, SourceRecord};
pub use region::{Region, RegionBasis, RegionChoice, RegionSet};
pub use source::{SOURCES_HEADER, Source};
pub use status::Status;
pub use validate::Validated;

/// All federations, in the order of names: row 0 is the first from A to Z.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// The text of the valid records, in the order of the file.
    cells: cell_table::CellTable,
    /// By row: the number of its record in `cells`.
    records: Vec<u32>,
    /// By row: the columns that filters and counts use all the time.
    enum_columns: Vec<EnumColumns>,
    ids: id_index::IdIndex,
    sources: Vec<Source>,
    /// The headings of an editor's own columns.
    pub(crate) labels: Vec<String>,
    /// Whether some of the member practices are other members: primary care networks or sites.
    has_other_members: bool,
    list_name: Option<String>,
    date: Option<String>,
}

/// The columns of one row that are stored as values: 5 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EnumColumns {
    pub(crate) regions: RegionSet,
    pub(crate) region_basis: RegionBasis,
    pub(crate) status: Status,
    pub(crate) legal_form: Option<LegalForm>,
}

impl Directory {
    /// Parses `federations.csv` and `sources.csv` (columns: [`HEADER`], [`SOURCES_HEADER`]).
    ///
    /// It never fails as a whole: rows without a problem are used, and every problem is reported with the name `file`
    /// (or `sources.csv` in the same folder). `sources` can be empty. Then a federation's sources are titles and not
    /// ids.
    #[must_use]
    pub fn from_csv(file: &str, federations: &str, sources: &str) -> Validated {
        validate::import(file, federations, sources)
    }

    /// Parses the built-in list in the format of [`pack`](Self::pack) without checks: [`from_csv`](Self::from_csv)
    /// found no problems when the widget was built. This keeps the checks and their messages out of the wasm: 24 kB.
    #[must_use]
    pub fn from_packed(federations: &str, sources: &str) -> Self {
        Packed::new(federations.to_owned(), sources).finish()
    }

    /// The federations and the sources in the packed format of the script.
    #[cfg(feature = "authoring")]
    #[must_use]
    pub fn pack(&self) -> (String, String) {
        packed::pack(self)
    }

    /// The number of federations.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are no federations.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The federation in a row, counted from 0 in the order of names.
    ///
    /// # Panics
    ///
    /// Its accessors panic if there is no such row.
    #[must_use]
    pub const fn federation(&self, row: u32) -> Federation<'_> {
        Federation { directory: self, row }
    }

    /// All federations in the order of names.
    pub fn federations(&self) -> impl ExactSizeIterator<Item = Federation<'_>> {
        (0..self.records.len() as u32).map(|row| self.federation(row))
    }

    /// The federation with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Federation<'_>> {
        let row = self.ids.find(id, &|row| self.text(row, column::Column::Id))?;
        Some(self.federation(row))
    }

    /// The list of sources, in the order of the file. It can be empty.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The editor's name for this list. The built-in one has none.
    #[must_use]
    pub fn list_name(&self) -> Option<&str> {
        self.list_name.as_deref()
    }

    /// The editor's date for this list: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or other words.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    /// The same directory with an editor's name and date, these sources, the headings of the editor's own columns, and
    /// whether some of the members are not practices.
    pub(crate) fn named(
        self,
        label: Option<String>,
        date: Option<String>,
        sources: Vec<Source>,
        labels: Vec<String>,
        has_other_members: bool,
    ) -> Self {
        Self { list_name: label, date, sources, labels, has_other_members, ..self }
    }

    /// Appends all records to a table.
    pub(crate) fn copy_to(&self, table: &mut builder::RecordStore) {
        for (&record, &enum_columns) in self.records.iter().zip(&self.enum_columns) {
            let kept = std::array::from_fn(|cell| self.cells.get(record as usize, cell));
            table.push_stored(&kept, enum_columns);
        }
    }

    /// The number of patients of each row. It reads the texts in the order of the file, which is their order in memory:
    /// in the order of rows it would take 5 times as long.
    pub(crate) fn patients(&self) -> Vec<Option<u32>> {
        let mut of_records = Vec::with_capacity(self.cells.rows());
        for record in 0..self.cells.rows() {
            of_records.push(checks::whole_number(self.cells.get(record, column::Column::Patients as usize)));
        }
        let mut of_rows = Vec::with_capacity(self.len());
        for &record in &self.records {
            of_rows.push(of_records[record as usize]);
        }
        of_rows
    }

    /// When each row was last known active, as a number to sort by. 0 if that is not known.
    pub(crate) fn last_seen(&self) -> Vec<u32> {
        let mut of_records = Vec::with_capacity(self.cells.rows());
        for record in 0..self.cells.rows() {
            of_records.push(checks::date_number(self.cells.get(record, column::Column::LastSeen as usize)));
        }
        self.records.iter().map(|&record| of_records[record as usize]).collect()
    }

    /// A fingerprint of a row without its name: two rows with the same fingerprint match the same words, apart from
    /// those of their names.
    pub(crate) fn secondary_key(&self, row: u32) -> [u32; 7] {
        use column::Column::{Aliases, Covers, Icb, MemberPractices, Place};
        let record = self.records[row as usize] as usize;
        let [aliases, place, covers, icb, members] =
            [Aliases, Place, Covers, Icb, MemberPractices].map(|column| self.cells.text_ref(record, column as usize));
        let extra = self.cells.text_ref(record, column::EXTRA);
        let regions = self.enum_columns(row).regions;
        let main = regions.main().map_or(0, Region::index) as u32;
        [aliases, place, covers, icb, members, extra, main << 8 | u32::from(regions.bits())]
    }

    fn text(&self, row: u32, column: column::Column) -> &str {
        self.cells.get(self.records[row as usize] as usize, column as usize)
    }

    fn enum_columns(&self, row: u32) -> EnumColumns {
        self.enum_columns[row as usize]
    }
}
