//! The built-in list in the packed format of the script: column by column, without values that can be worked out.
//!
//! A packed table is lines of cells separated by tabs: the names of its columns, then the cells of each column. This
//! puts the repetitions in a column close together, so that the result of gzip is a twentieth smaller. An empty id is
//! made from the name. The dates of facts and the source that shows a federation active come from `source_facts`.
//! `https://` is left out.

use super::builder::{RecordStore, decode};
use super::column::{COLUMNS, Column, NAMES};
use super::id_index::IdIndex;
use super::source::{self, Source};
use super::{Directory, Entries, FactField};
use crate::slug::slug_of_name;
use crate::strings::split_once;

/// The columns that are worked out from `source_facts`: the column, and the fact with its date.
const DATES: [(Column, FactField); 3] = [
    (Column::LastSeen, FactField::SeenActive),
    (Column::PracticesAsOf, FactField::Practices),
    (Column::PatientsAsOf, FactField::Patients),
];

/// The built-in list while it is parsed, in steps, because all of it in one task would block a slow phone.
pub struct Packed {
    text: String,
    rows: Rows<COLUMNS>,
    sources: Vec<Source>,
    table: RecordStore,
}

impl Packed {
    /// Starts with the result of `pack` for a directory without problems. The sources are parsed immediately.
    #[must_use]
    pub fn new(federations: String, sources: &str) -> Self {
        let rows = Rows::of(&federations, &NAMES);
        Self { text: federations, rows, sources: read_sources(sources), table: RecordStore::default() }
    }

    /// Parses up to `most` federations. Returns whether none is left.
    pub fn step(&mut self, most: usize) -> bool {
        for _ in 0..most {
            let Some(cells) = self.rows.next(&self.text) else {
                return true;
            };
            let mut cells: [&str; COLUMNS] = cells;
            let id = if cells[0].is_empty() { slug_of_name(cells[Column::Name as usize]) } else { cells[0].to_owned() };
            cells[0] = &id;
            let (ids, facts) = (cells[Column::Source as usize], cells[Column::SourceFacts as usize]);
            for (column, fact) in DATES {
                if let Some((source, date)) = dated(ids, facts, fact.id()) {
                    cells[column as usize] = date;
                    if column as usize == Column::LastSeen as usize {
                        let publisher = self.sources.iter().find(|known| known.id == source);
                        cells[Column::LastSeenBy as usize] =
                            publisher.and_then(|source| source.publisher.as_deref()).unwrap_or_default();
                    }
                }
            }
            if let Some(decoded) = decode(&cells) {
                self.table.push(&cells, decoded, "");
            }
        }
        false
    }

    /// The directory. It parses the rest first.
    #[must_use]
    pub fn finish(mut self) -> Directory {
        self.step(usize::MAX);
        let Self { table, sources, .. } = self;
        let records = table.records();
        let ids = IdIndex::of(&records, &|record| table.text(record, Column::Id));
        table.into_directory(records, ids, sources)
    }
}

fn read_sources(packed: &str) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut rows = Rows::of(packed, &source::NAMES);
    while let Some(cells) = rows.next(packed) {
        let mut source = Source::of(cells);
        if let Some(url) = source.url.as_mut().filter(|url| !url.starts_with("http://")) {
            url.insert_str(0, HTTPS);
        }
        sources.push(source);
    }
    sources
}

const HTTPS: &str = "https://";

/// The rows of a packed table, whose text is stored elsewhere.
struct Rows<const N: usize> {
    /// For each column in the table: its number, and the position of its cell in the next row.
    columns: Vec<(usize, usize)>,
    is_done: bool,
}

impl<const N: usize> Rows<N> {
    fn of(packed: &str, names: &[&str; N]) -> Self {
        let mut columns = Vec::new();
        let (header, cells) = split_once(packed, b'\n').unwrap_or((packed, ""));
        let mut rest = cells;
        for name in header.split('\t') {
            if rest.is_empty() {
                break;
            }
            if let Some(column) = names.iter().position(|known| *known == name) {
                columns.push((column, packed.len() - rest.len()));
            }
            rest = split_once(rest, b'\n').map_or("", |(_, rest)| rest);
        }
        Self { is_done: columns.is_empty(), columns }
    }

    /// The cells of the next row, in the order of the names. The cell of a missing column is empty.
    fn next<'t>(&mut self, packed: &'t str) -> Option<[&'t str; N]> {
        if self.is_done {
            return None;
        }
        let mut row = [""; N];
        for (column, at) in &mut self.columns {
            let rest = packed.get(*at..).unwrap_or_default();
            let length = rest.bytes().position(|byte| byte == b'\t' || byte == b'\n').unwrap_or(rest.len());
            row[*column] = rest.get(..length).unwrap_or_default();
            *at += length + 1;
            // If the line ends with this cell, so does the table.
            self.is_done |= rest.as_bytes().get(length) != Some(&b'\t');
        }
        Some(row)
    }
}

/// The source that supports the fact, and its date.
fn dated<'c>(ids: &'c str, facts: &'c str, fact: &str) -> Option<(&'c str, &'c str)> {
    let mut ids = Entries::of(ids);
    let mut of_sources = facts;
    while !of_sources.is_empty() {
        let (mut of_source, rest) = split_once(of_sources, b';').unwrap_or((of_sources, ""));
        of_sources = rest;
        let id = ids.next()?;
        while !of_source.is_empty() {
            let (one, rest) = split_once(of_source, b',').unwrap_or((of_source, ""));
            of_source = rest;
            if let Some(date) = one
                .trim()
                .strip_prefix(fact)
                .and_then(|rest| if rest.is_empty() { Some("") } else { rest.strip_prefix(' ') })
            {
                return Some((id, date));
            }
        }
    }
    None
}

/// Packs a table. `columns` are the names of its columns, and `cell` returns a cell by row and column.
#[cfg(feature = "authoring")]
pub(super) fn write(columns: &[&str], rows: usize, cell: &dyn Fn(usize, usize) -> String) -> String {
    let mut packed = columns.join("\t");
    for column in 0..columns.len() {
        packed.push('\n');
        let cells: Vec<String> = (0..rows).map(|row| cell(row, column)).collect();
        assert!(cells.iter().all(|cell| !cell.contains(['\t', '\n'])), "no cell has a tab or a line break");
        packed.push_str(&cells.join("\t"));
    }
    packed
}

/// A directory in the format of [`Packed`]: its federations, in the order of the fallback, and its sources.
#[cfg(feature = "authoring")]
pub(super) fn pack(directory: &Directory) -> (String, String) {
    use super::{Federation, RegionChoice};

    let mut rows: Vec<u32> = directory.federations().map(Federation::row).collect();
    // A stable sort, so that those of a region stay from A to Z.
    rows.sort_by_key(|&row| RegionChoice::of(directory.federation(row).regions()).index());
    let follows =
        |name: &str| name == Column::LastSeenBy.name() || DATES.iter().any(|(column, _)| column.name() == name);
    let columns: Vec<&str> = NAMES.into_iter().filter(|name| !follows(name)).collect();
    let cell = |row: usize, column: usize| {
        let federation = directory.federation(rows[row]);
        let text = federation.cell(columns[column]);
        let is_of_name = columns[column] == Column::Id.name() && text == slug_of_name(federation.name());
        if is_of_name { String::new() } else { text }
    };
    let federations = write(&columns, rows.len(), &cell);
    let cell = |row: usize, column: usize| {
        let source = &directory.sources()[row];
        let Source { id, title, publisher, date, url, checked_on } = source;
        let cells = [Some(id), Some(title), publisher.as_ref(), date.as_ref(), url.as_ref(), checked_on.as_ref()];
        let cell = cells[column].map_or("", |cell| cell);
        cell.strip_prefix(HTTPS).unwrap_or(cell).to_owned()
    };
    (federations, write(&source::NAMES, directory.sources().len(), &cell))
}
