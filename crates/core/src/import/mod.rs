//! An editor's own list: from the bytes of a file, as a spreadsheet saves it, to a directory, its index and a report.
//!
//! The bytes come in pieces and the work is done in steps, so that a page stays answering while 100,000 rows are read:
//!
//! ```
//! # use gpf_core::import::{Loading, Options};
//! let file = "Organisation;NHS region\r\nHalton GP Alliance;north-west\r\n".as_bytes();
//! let mut loading = Loading::new(&Options { file: "ours.csv", size: Some(file.len()), ..Options::default() });
//! for piece in file.chunks(64 << 10) {
//!     loading.feed(piece);
//!     while !loading.step(500).needs_more { /* let the page draw, then go on */ }
//! }
//! loading.close();
//! while !loading.step(500).is_done { /* the same */ }
//! let loaded = loading.finish();
//! assert_eq!(loaded.directory.federation(0).id(), "halton-gp-alliance");
//! assert_eq!(loaded.report.fault_count, 0);
//! ```
//!
//! Nothing here fails as a whole or takes longer than the file is long, whatever the file is: sound rows are used, and
//! for the rest the [`Report`] says where it is, what is wrong and what would be right. If it says that no row is
//! [`used`](Report::used), keep the list you have.
//!
//! JSON is read here too, by a reader of 2 kB: `serde_json` would be ten times that, and a browser's `JSON.parse`
//! cannot be interrupted. What a script hands over as objects goes the same way, as the text of `JSON.stringify`.

mod below;
mod decode;
mod header;
mod heading;
mod json;
mod layout;
mod loading;
mod objects;
mod practices;
mod reader;
mod records;
mod report;
mod rows;
mod spellings;
mod tidy;

pub(crate) use records::slug_of_name;

pub use loading::{Loaded, Loading, Progress, read};
pub use reader::{Merge, Options};
pub use report::{ColumnUse, MOST_FAULTS, Report};
pub use spellings::{Meaning, template, words_of};

/// The largest file that is read, in bytes. 100,000 rows take about 15 MB.
pub const MOST_BYTES: usize = 64 << 20;
/// The most rows that are read.
pub const MOST_ROWS: u32 = 500_000;
/// The most columns that a file may have.
pub const MOST_COLUMNS: usize = 500;
