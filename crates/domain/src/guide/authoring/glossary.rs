//! Parsing `glossary.toml`.

use super::super::GlossaryTerm;
use super::cite;
use crate::directory::Source;
use crate::toml_source::{TomlReader, TomlTable, checks};

pub(super) fn read(root: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, sources: &[Source]) -> Vec<GlossaryTerm> {
    let mut terms: Vec<GlossaryTerm> = Vec::new();
    let mut ids = Vec::new();
    for mut table in root.tables(reader, "terms") {
        let id = checks::id(&mut table, reader, &mut ids);
        let name = table.text(reader, "name");
        if terms.last().is_some_and(|last| last.name.to_lowercase() > name.to_lowercase()) {
            let fix = "put the terms in the order of the alphabet";
            reader.error(table.offset("name"), "name", &name, "is after a later term", fix);
        }
        let meaning = table.text(reader, "meaning");
        if !meaning.is_empty() && (!meaning.ends_with('.') || meaning.contains(". ")) {
            let fix = "write 1 sentence with a full stop";
            reader.error(table.offset("meaning"), "meaning", &meaning, "is not 1 sentence", fix);
        }
        let words = words(&mut table, reader, &terms);
        terms.push(GlossaryTerm { id, name, meaning, words, cite: cite(&mut table, reader, sources) });
        table.finish(reader);
    }
    if terms.is_empty() {
        reader.error(root.offset("terms"), "terms", "", "is empty", "write each as [[terms]]");
    }
    terms
}

/// The words of a term. No other term can have them, because a link has one target.
fn words(table: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, others: &[GlossaryTerm]) -> Vec<String> {
    let words = table.texts(reader, "words");
    if words.iter().all(String::is_empty) {
        reader.error(table.offset("words"), "words", "", "is empty", "write what the texts call it");
    }
    for word in &words {
        if let Some(other) = others.iter().find(|it| it.words.iter().any(|its| its.eq_ignore_ascii_case(word))) {
            let problem = ["belongs to ", &other.id, " too"].concat();
            reader.error(table.offset("words"), "words", word, &problem, "give it to one of them");
        }
    }
    words
}
