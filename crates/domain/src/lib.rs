//! The domain of the GP federations widget: the directory of federations, the search, and the exports.
//!
//! There are no web types here: everything is plain Rust that is tested natively and runs unchanged in a browser's
//! wasm. Text is parsed ([`directory::Directory::from_csv`]) and indexed ([`search::Index`]), and the results are
//! returned as text again ([`export::csv`]) or as records ([`directory::FederationRecord`]).
#![forbid(unsafe_code)]
// A test has a whole record as JSON.
#![cfg_attr(test, recursion_limit = "256")]

pub mod comparison;
#[cfg(feature = "authoring")]
mod data_files;
pub mod directory;
pub mod export;
pub mod facts;
pub mod feedback;
pub mod fold;
pub mod format;
pub mod guide;
pub mod html;
pub mod import;
pub mod lat_lon;
pub mod map;
mod merge_sort;
mod named_enum;
pub mod near;
pub mod search;
mod slug;
mod strings;
#[cfg(feature = "authoring")]
mod toml_source;
