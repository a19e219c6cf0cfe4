//! Parsing the project's TOML files field by field, so that every problem is reported with its file, line and field.
//! Native only: browsers get the parsed data, not the files.

pub(crate) mod checks;
mod reader;
pub(crate) mod sources;

pub(crate) use reader::{TomlReader, TomlTable};
