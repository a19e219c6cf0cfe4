//! Parsing the `[[sections.blocks]]` of `sections.toml`.

use super::super::{Block, Definition, Item, Picture};
use super::cite;
use crate::directory::Source;
use crate::toml_source::{TomlReader, TomlTable, checks};

const KINDS: [&str; 8] = ["paragraph", "list", "terms", "note", "picture", "readiness", "glossary", "readings"];

pub(super) fn read(section: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, sources: &[Source]) -> Vec<Block> {
    section.read_each(reader, "blocks", |table, reader| {
        let kind = checks::word(table, reader, "kind", &KINDS, |kind| kind);
        match kind {
            "list" => Block::List {
                intro: table.text(reader, "intro"),
                items: items(table, reader),
                is_ordered: table.flag(reader, "ordered"),
                cite: cite(table, reader, sources),
            },
            "terms" => Block::Terms {
                intro: table.text(reader, "intro"),
                terms: terms(table, reader),
                cite: cite(table, reader, sources),
            },
            "note" => Block::Note { text: table.text(reader, "text") },
            "picture" => Block::Picture(checks::word(table, reader, "picture", &Picture::ALL, Picture::id)),
            "readiness" => Block::Readiness,
            "glossary" => Block::Glossary,
            "readings" => Block::Readings,
            _ => Block::Paragraph { text: table.text(reader, "text"), cite: cite(table, reader, sources) },
        }
    })
}

/// The points of a list. Most are a plain text. One with a note is a table.
fn items(list: &mut TomlTable<'_>, reader: &mut TomlReader<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for mut table in list.tables_or_texts(reader, "items", "text") {
        items.push(Item { text: table.text(reader, "text"), note: table.optional_text(reader, "note") });
        table.finish(reader);
    }
    if items.is_empty() {
        reader.error(list.offset("items"), "items", "", "is empty", "write a list of texts");
    }
    items
}

fn terms(list: &mut TomlTable<'_>, reader: &mut TomlReader<'_>) -> Vec<Definition> {
    let terms = list.read_each(reader, "terms", |table, reader| Definition {
        name: table.text(reader, "name"),
        meaning: table.text(reader, "meaning"),
    });
    if terms.is_empty() {
        reader.error(list.offset("terms"), "terms", "", "is empty", "write a list of { name = …, meaning = … }");
    }
    terms
}
