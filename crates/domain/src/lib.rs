//! The domain of the GP federations widget: the directory of federations, the search over it, and what is handed out.
//!
//! No web types here: everything is plain Rust that is tested natively and runs unchanged in a browser's wasm.
//! Text goes in ([`directory::Directory::from_csv`]), an index is made of it ([`search::Index`]), and what was found
//! goes out as text again ([`export::csv`]) or as records ([`directory::FederationRecord`]).
#![forbid(unsafe_code)]
// A test writes a whole record down as JSON.
#![cfg_attr(test, recursion_limit = "256")]

pub mod comparison;
pub mod directory;
pub mod export;
pub mod facts;
pub mod feedback;
pub mod format;
pub mod guide;
pub mod import;
pub mod map;
mod merge_sort;
mod named_enum;
pub mod near;
pub mod search;
mod strings;
#[cfg(feature = "authoring")]
mod toml_source;
