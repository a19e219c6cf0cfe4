//! The directory of federations: what is known of each, read from CSV files and checked.
//!
//! A [`Directory`] is made once and then only read. It keeps the text of all cells in one piece, so that an editor's
//! file of 100,000 rows takes about the memory of the file and 90 bytes a row.

mod cells;
mod checks;
mod column;
mod fault;
mod federation;
mod header;
mod ids;
mod import;
mod legal_form;
mod list;
mod names;
mod order;
mod record;
mod region;
mod sheet;
mod source;
mod status;
mod table;
#[cfg(test)]
mod tests;
mod wants;

pub use column::HEADER;
pub use fault::Fault;
pub use federation::Federation;
pub use import::Import;
pub use legal_form::{LegalForm, LegalFormChoice};
pub use list::List;
pub use record::{FederationRecord, SourceRecord};
pub use region::{Region, RegionBasis, RegionChoice, RegionSet};
pub use source::{SOURCES_HEADER, Source};
pub use status::Status;

/// Every federation that is known, in the order of names: row 0 is the first from A to Z.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// The text of the sound records, in the order of the file.
    cells: cells::Cells,
    /// By row: which record of `cells` it is.
    records: Vec<u32>,
    /// By row: the columns that filters and counts ask for all the time.
    decoded: Vec<Decoded>,
    ids: ids::Ids,
    sources: Vec<Source>,
}

/// The columns of one row that are kept as values: 5 bytes.
#[derive(Clone, Copy, Debug)]
struct Decoded {
    regions: RegionSet,
    region_basis: RegionBasis,
    status: Status,
    legal_form: Option<LegalForm>,
}

impl Directory {
    /// Reads `federations.csv` and `sources.csv` (columns: [`HEADER`], [`SOURCES_HEADER`]).
    ///
    /// Never fails as a whole: rows without a fault are used, and every fault is reported under the name `file` (or
    /// that of `sources.csv` beside it). `sources` may be empty; then a federation's sources are words instead of ids.
    #[must_use]
    pub fn from_csv(file: &str, federations: &str, sources: &str) -> Import {
        import::import(file, federations, sources)
    }

    /// Reads files in which [`from_csv`](Self::from_csv) has found no fault: the same directory, without looking for
    /// faults again. Of other files, a row may come in with a wrong cell or not at all.
    ///
    /// The widget reads its bundled list with this, and so goes without the checks and their words: 20 kB of wasm.
    #[must_use]
    pub fn from_checked_csv(federations: &str, sources: &str) -> Self {
        table::read_checked(federations, sources)
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
        let row = self.ids.find(id, |row| self.text(row, column::Column::Id))?;
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

    fn text(&self, row: u32, column: column::Column) -> &str {
        self.cells.get(self.records[row as usize] as usize, column as usize)
    }

    fn decoded(&self, row: u32) -> Decoded {
        self.decoded[row as usize]
    }
}
