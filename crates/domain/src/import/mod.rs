//! Importing an editor's own list: from the bytes of a file, as a spreadsheet saves it, to a directory, its index and a
//! report.
//!
//! The bytes come in pieces and the work is done in steps, so that a page stays responsive while 100,000 rows are read:
//!
//! ```
//! # use gpf_domain::import::{ImportOptions, Importer};
//! let file = "Organisation;NHS region\r\nHalton GP Alliance;north-west\r\n".as_bytes();
//! let options = ImportOptions { file: "ours.csv", size: Some(file.len()), ..ImportOptions::default() };
//! let mut importer = Importer::new(&options);
//! for piece in file.chunks(64 << 10) {
//!     importer.push_bytes(piece);
//!     while !importer.step(500).needs_input { /* let the page draw, then go on */ }
//! }
//! importer.finish_input();
//! while !importer.step(500).is_done { /* the same */ }
//! let loaded = importer.finish();
//! assert_eq!(loaded.directory.federation(0).id(), "halton-gp-alliance");
//! assert_eq!(loaded.report.problem_count, 0);
//! ```
//!
//! An import never fails as a whole, and never takes longer than proportional to the length of the file. Valid rows are
//! used, and the [`ImportReport`] states for the rest where each problem is and how to fix it. If no row is
//! [`used`](ImportReport::used), keep the existing list.
//!
//! The JSON parser of this module has 2 kB: `serde_json` would be ten times as large, and a browser's `JSON.parse`
//! cannot be interrupted. Objects from a script are imported in the same way, as the text of `JSON.stringify`.

mod closest;
mod column_aliases;
mod column_role;
mod csv_records;
mod csv_table;
mod decode;
mod file_parser;
mod header;
mod heading;
mod importer;
mod json;
mod json_flatten;
mod json_list;
mod json_reader;
mod json_records;
mod json_sources;
mod members;
mod merged_cells;
mod no_header;
mod non_data;
mod normalise;
mod record_builder;
mod report;
mod row_check;
mod rows_without;
mod sniff;

pub use column_aliases::{KnownColumn, template_csv, value_aliases};
pub use file_parser::{ImportOptions, Merge};
pub use importer::{Imported, Importer, Progress, read};
pub use report::{ColumnMapping, ImportReport, MAX_PROBLEMS, MemberKind};

/// The maximum size of a file, in bytes. 100,000 rows have about 15 MB.
pub const MAX_BYTES: usize = 64 << 20;
/// The maximum number of rows.
pub const MAX_ROWS: u32 = 500_000;
/// The maximum number of columns.
pub const MAX_COLUMNS: usize = 500;
