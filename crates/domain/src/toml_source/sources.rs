//! Documents that a file cites in addition to those of `sources.csv`. Most of them are Acts.

use super::{TomlReader, TomlTable, checks};
use crate::directory::Source;

/// The `[[sources]]` of a file. Their ids must not be `taken`.
pub(crate) fn read(root: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, mut taken: Vec<String>) -> Vec<Source> {
    let mut sources = Vec::new();
    for mut table in root.tables(reader, "sources") {
        let id = checks::id(&mut table, reader, &mut taken);
        sources.push(Source {
            id,
            title: table.text(reader, "title"),
            publisher: table.optional_text(reader, "publisher"),
            date: Some(table.text(reader, "date")),
            url: Some(table.text(reader, "url")),
            checked_on: table.optional_text(reader, "checked_on"),
        });
        table.finish(reader);
    }
    sources
}
