//! Parses and checks the guide's TOML files.

mod blocks;
mod glossary;
mod populations;
mod questions;
mod readings;
mod sections;
mod timeline;

use super::{Citation, Guide};
use crate::data_files::data_files;
use crate::directory::{Diagnostic, Source};
use crate::toml_source::{self, TomlReader, TomlTable, checks};

data_files! {
    /// The contents of the guide's files.
    pub struct Files {
        /// The sections.
        sections, SECTIONS = "assets/data/guide/sections.toml";
        /// The questions of the readiness check.
        questions, QUESTIONS = "assets/data/guide/questions.toml";
        /// The further reading, and the short names of sources.
        reading, READING = "assets/data/guide/reading.toml";
        /// The timeline, and the law that it cites in addition to the sources.
        timeline, TIMELINE = "assets/data/guide/timeline.toml";
        /// The populations.
        populations, POPULATIONS = "assets/data/guide/populations.toml";
        /// The glossary, and its citations in addition to the sources and those of the timeline.
        glossary, GLOSSARY = "assets/data/guide/glossary.toml";
    }
}

pub(super) fn read(files: &Files, sources: &[Source]) -> Result<Guide, Vec<Diagnostic>> {
    let mut guide = Guide { sources: sources.to_vec(), ..Guide::default() };

    let mut reading = TomlReader::new(Files::READING, &files.reading);
    let mut root = reading.root();
    guide.short_names = readings::short_names(&mut root, &mut reading, &guide.sources);
    guide.readings = readings::read(&mut root, &mut reading, &guide.sources);
    root.finish(&mut reading);

    let mut sections = TomlReader::new(Files::SECTIONS, &files.sections);
    guide.sections = sections::read(&mut sections, &guide.sources);

    let mut questions = TomlReader::new(Files::QUESTIONS, &files.questions);
    guide.questions = questions::read(&mut questions, &guide.sources);

    let mut timeline = TomlReader::new(Files::TIMELINE, &files.timeline);
    let mut root = timeline.root();
    guide.sources.append(&mut toml_source::sources::read(&mut root, &mut timeline, ids(&guide)));
    guide.events = timeline::read(&mut root, &mut timeline, &guide.sources);
    root.finish(&mut timeline);

    let mut populations = TomlReader::new(Files::POPULATIONS, &files.populations);
    guide.populations = populations::read(&mut populations, &guide.sources);

    let mut glossary = TomlReader::new(Files::GLOSSARY, &files.glossary);
    let mut root = glossary.root();
    guide.sources.append(&mut toml_source::sources::read(&mut root, &mut glossary, ids(&guide)));
    guide.glossary = glossary::read(&mut root, &mut glossary, &guide.sources);
    root.finish(&mut glossary);

    let problems: Vec<Diagnostic> = [sections, questions, reading, timeline, populations, glossary]
        .into_iter()
        .flat_map(TomlReader::into_problems)
        .collect();
    if problems.is_empty() { Ok(guide) } else { Err(problems) }
}

/// The ids of the sources that are known so far.
fn ids(guide: &Guide) -> Vec<String> {
    guide.sources.iter().map(|source| source.id.clone()).collect()
}

/// Parses `source` and `at`, which every table with a source has.
fn cite(table: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, sources: &[Source]) -> Citation {
    let source = table.text(reader, "source");
    if !source.is_empty() {
        let known = sources.iter().map(|one| one.id.as_str());
        checks::known(table, reader, "source", std::slice::from_ref(&source), known);
    }
    Citation { source, at: table.optional_text(reader, "at") }
}
