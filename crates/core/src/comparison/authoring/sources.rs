//! The Acts that `findings.toml` lists, and which sources a catalogue keeps.

use super::super::{Catalogue, CitedSource};
use super::reader::Table;
use super::{Reader, marks};
use crate::directory::Source;

/// The `[[sources]]` of `findings.toml`. None may have the id of one of the directory's sources.
pub(super) fn read(root: &mut Table<'_>, reader: &mut Reader<'_>, others: &[Source]) -> Vec<CitedSource> {
    let mut sources = Vec::new();
    let mut taken: Vec<String> = others.iter().map(|source| source.id.clone()).collect();
    for mut table in root.tables(reader, "sources") {
        let id = marks::id(&mut table, reader, &taken);
        taken.push(id.clone());
        sources.push(CitedSource {
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

/// The sources that findings or cases cite: those of the directory, then the law.
pub(super) fn cited(others: &[Source], law: Vec<CitedSource>, catalogue: &Catalogue) -> Vec<CitedSource> {
    let is_cited = |source: &CitedSource| {
        catalogue.findings.iter().any(|finding| finding.source == source.id)
            || catalogue.cases.iter().any(|case| case.source == source.id)
    };
    others.iter().map(CitedSource::from).chain(law).filter(is_cited).collect()
}

impl From<&Source> for CitedSource {
    fn from(source: &Source) -> Self {
        let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
        Self {
            id: source.id.clone(),
            title: source.title.clone(),
            publisher: filled(&source.publisher),
            date: filled(&source.date),
            url: filled(&source.url),
            checked_on: filled(&source.checked_on),
        }
    }
}
