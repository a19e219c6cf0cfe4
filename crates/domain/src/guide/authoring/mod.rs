//! Parses and checks the guide's TOML files.

mod blocks;
mod glossary;
mod populations;
mod questions;
mod readings;
mod sections;
mod timeline;

use super::{Citation, Guide};
use crate::directory::{Diagnostic, Source};
use crate::toml_source::{self, TomlReader, TomlTable, checks};

/// The contents of the guide's files.
#[derive(Clone, Debug)]
pub struct Files {
    /// [`Files::SECTIONS`].
    pub sections: String,
    /// [`Files::QUESTIONS`].
    pub questions: String,
    /// [`Files::READING`].
    pub reading: String,
    /// [`Files::TIMELINE`].
    pub timeline: String,
    /// [`Files::POPULATIONS`].
    pub populations: String,
    /// [`Files::GLOSSARY`].
    pub glossary: String,
}

impl Files {
    /// The path of the sections, from the project's root.
    pub const SECTIONS: &'static str = "assets/data/guide/sections.toml";
    /// The path of the questions of the readiness check.
    pub const QUESTIONS: &'static str = "assets/data/guide/questions.toml";
    /// The path of the further reading, and of the short names of sources.
    pub const READING: &'static str = "assets/data/guide/reading.toml";
    /// The path of the timeline, and of the law that it cites in addition to the sources.
    pub const TIMELINE: &'static str = "assets/data/guide/timeline.toml";
    /// The path of the populations.
    pub const POPULATIONS: &'static str = "assets/data/guide/populations.toml";
    /// The path of the glossary, and of its citations in addition to the sources and those of the timeline.
    pub const GLOSSARY: &'static str = "assets/data/guide/glossary.toml";

    /// The contents of every file. `text` returns them for a path from the project's root.
    ///
    /// # Errors
    /// The first error of `text`.
    pub fn each<E>(mut text: impl FnMut(&str) -> Result<String, E>) -> Result<Self, E> {
        Ok(Self {
            sections: text(Self::SECTIONS)?,
            questions: text(Self::QUESTIONS)?,
            reading: text(Self::READING)?,
            timeline: text(Self::TIMELINE)?,
            populations: text(Self::POPULATIONS)?,
            glossary: text(Self::GLOSSARY)?,
        })
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
