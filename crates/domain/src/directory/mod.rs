//! The directory of federations: what is known of each, read from CSV files and checked.
//!
//! A [`Directory`] is made once and then only read. It keeps the text of all cells in pages, and what the rows of an
//! editor's file say again and again only once.

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
mod federation;
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
pub use federation::Federation;
pub use legal_form::{LegalForm, LegalFormChoice};
pub use names_by_form::{FormNames, NamesByForm};
pub use packed::Packed;
pub use record::{DetailRecord, FederationRecord, SourceRecord};
pub use region::{Region, RegionBasis, RegionChoice, RegionSet};
pub use source::{SOURCES_HEADER, Source};
pub use status::Status;
pub use validate::Validated;

/// Every federation that is known, in the order of names: row 0 is the first from A to Z.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// The text of the sound records, in the order of the file.
    cells: cell_table::CellTable,
    /// By row: which record of `cell_table` it is.
    records: Vec<u32>,
    /// By row: the columns that filters and counts ask for all the time.
    decoded: Vec<EnumColumns>,
    ids: id_index::IdIndex,
    sources: Vec<Source>,
    /// The headings of an editor's own columns.
    pub(crate) labels: Vec<String>,
    label: String,
    date: String,
}

/// The columns of one row that are kept as values: 5 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EnumColumns {
    pub(crate) regions: RegionSet,
    pub(crate) region_basis: RegionBasis,
    pub(crate) status: Status,
    pub(crate) legal_form: Option<LegalForm>,
}

impl Directory {
    /// Reads `federations.csv` and `sources.csv` (columns: [`HEADER`], [`SOURCES_HEADER`]).
    ///
    /// Never fails as a whole: rows without a problem are used, and every problem is reported under the name `file` (or
    /// that of `sources.csv` beside it). `sources` may be empty; then a federation's sources are words instead of ids.
    #[must_use]
    pub fn from_csv(file: &str, federations: &str, sources: &str) -> Validated {
        validate::import(file, federations, sources)
    }

    /// Reads the built-in list as [`pack`](Self::pack) wrote it, without looking for problems: [`from_csv`](Self::from_csv)
    /// has found none when the widget was built. The checks and their words stay out of the wasm that way: 24 kB.
    #[must_use]
    pub fn from_packed(federations: &str, sources: &str) -> Self {
        Packed::new(federations.to_owned(), sources).finish()
    }

    /// The federations and the sources as they travel in the script.
    #[cfg(feature = "authoring")]
    #[must_use]
    pub fn pack(&self) -> (String, String) {
        packed::pack(self)
    }

    /// How many federations there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
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

    /// The list of sources, in the order of the file; may be empty.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// What an editor calls this list; empty for the bundled one.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The date that an editor gives this list: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, other words, or empty.
    #[must_use]
    pub fn date(&self) -> &str {
        &self.date
    }

    /// The same directory under an editor's name and date, with these sources and headings of own columns.
    pub(crate) fn named(self, label: String, date: String, sources: Vec<Source>, labels: Vec<String>) -> Self {
        Self { label, date, sources, labels, ..self }
    }

    /// Appends all records to a table.
    pub(crate) fn copy_to(&self, table: &mut builder::RecordStore) {
        for (&record, &decoded) in self.records.iter().zip(&self.decoded) {
            let kept = std::array::from_fn(|cell| self.cells.get(record as usize, cell));
            table.push_stored(&kept, decoded);
        }
    }

    /// The number of patients of each row. Looked up in the order of the file, in which the texts lie: row by row it would
    /// take 5 times as long.
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

    /// When each row was last seen at work, as a number that grows with the date; 0 if that is not known.
    pub(crate) fn last_seen(&self) -> Vec<u32> {
        let mut of_records = Vec::with_capacity(self.cells.rows());
        for record in 0..self.cells.rows() {
            of_records.push(checks::date_number(self.cells.get(record, column::Column::LastSeen as usize)));
        }
        self.records.iter().map(|&record| of_records[record as usize]).collect()
    }

    /// Numbers that tell what a row says besides its name: two rows with the same ones are found by the same words, but for
    /// those of their names.
    pub(crate) fn tail(&self, row: u32) -> [u32; 7] {
        use column::Column::{Aliases, Covers, Icb, MemberPractices, Place};
        let record = self.records[row as usize] as usize;
        let [aliases, place, covers, icb, members] =
            [Aliases, Place, Covers, Icb, MemberPractices].map(|column| self.cells.text_ref(record, column as usize));
        let extra = self.cells.text_ref(record, column::EXTRA);
        let regions = self.decoded(row).regions;
        let main = regions.main().map_or(0, Region::index) as u32;
        [aliases, place, covers, icb, members, extra, main << 8 | u32::from(regions.bits())]
    }

    fn text(&self, row: u32, column: column::Column) -> &str {
        self.cells.get(self.records[row as usize] as usize, column as usize)
    }

    fn decoded(&self, row: u32) -> EnumColumns {
        self.decoded[row as usize]
    }
}
