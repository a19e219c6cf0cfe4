//! Parsing `reading.toml`.

use super::super::{Citation, Reading, ReadingKind};
use super::cite;
use crate::directory::Source;
use crate::format;
use crate::toml_source::{TomlReader, TomlTable, checks};

/// The kinds that the file lists. The sources are added automatically.
const WRITTEN: [ReadingKind; 2] = [ReadingKind::Listed, ReadingKind::Cited];

/// The sources, and then the `[[readings]]`.
pub(super) fn read(root: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, sources: &[Source]) -> Vec<Reading> {
    let mut readings: Vec<Reading> = sources.iter().map(of_source).collect();
    for mut table in root.tables(reader, "readings") {
        let reading = Reading {
            kind: checks::word(&mut table, reader, "kind", &WRITTEN, ReadingKind::id),
            publisher: table.text(reader, "publisher"),
            title: table.text(reader, "title"),
            url: table.optional_text(reader, "url"),
            note: table.optional_text(reader, "note"),
            cite: cite(&mut table, reader, sources),
        };
        if let Some(url) = reading.url.as_ref().filter(|url| !url.starts_with("https://")) {
            reader.error(table.offset("url"), "url", url, "is not a safe web address", "start it with https://");
        }
        if readings.iter().any(|one| one.title == reading.title && one.publisher == reading.publisher) {
            reader.error(table.offset("title"), "title", &reading.title, "stands here twice", "leave 1 of them out");
        }
        readings.push(reading);
        table.finish(reader);
    }
    readings
}

fn of_source(source: &Source) -> Reading {
    Reading {
        kind: ReadingKind::Source,
        publisher: source.publisher.clone().unwrap_or_default(),
        title: source.title.clone(),
        url: source.url.clone(),
        note: source.date.as_deref().map(format::format_date),
        cite: Citation { source: source.id.clone(), at: None },
    }
}

/// The `[[short_names]]`: the names of sources for narrow places.
pub(super) fn short_names(
    root: &mut TomlTable<'_>,
    reader: &mut TomlReader<'_>,
    sources: &[Source],
) -> Vec<(String, String)> {
    let names = root.read_each(reader, "short_names", |table, reader| {
        let source = cite(table, reader, sources).source;
        (source, table.text(reader, "name"))
    });
    for source in sources {
        if !names.iter().any(|(id, _)| *id == source.id) {
            let fix = "write [[short_names]] with its source and a name";
            reader.error(root.offset("short_names"), "short_names", &source.id, "has no short name", fix);
        }
    }
    names
}
