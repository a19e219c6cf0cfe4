//! Documents that a file cites in addition to those of `sources.csv`. Most of them are Acts.

use super::{TomlReader, TomlTable, checks};
use crate::directory::Source;

/// The `[[sources]]` of a file. Their ids must not be `taken`.
pub(crate) fn read(root: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, mut taken: Vec<String>) -> Vec<Source> {
    root.read_each(reader, "sources", |table, reader| {
        let id = checks::id(table, reader, &mut taken);
        Source {
            id,
            title: table.text(reader, "title"),
            publisher: table.optional_text(reader, "publisher"),
            date: Some(table.text(reader, "date")),
            url: Some(table.text(reader, "url")),
            checked_on: table.optional_text(reader, "checked_on"),
        }
    })
}
