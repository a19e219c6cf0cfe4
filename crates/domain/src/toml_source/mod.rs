//! How the project's TOML files are read: field by field, so that every problem is reported with its file, line and field. Native
//! only: browsers get what was read, not the files.

pub(crate) mod checks;
mod reader;
pub(crate) mod sources;

pub(crate) use reader::{TomlReader, TomlTable};
