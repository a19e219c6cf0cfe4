//! Reads the guide's TOML files and checks everything in them.

mod blocks;
mod populations;
mod questions;
mod readings;
mod sections;
mod timeline;

use super::{Cite, Guide};
use crate::authoring::{self, Reader, Table, marks};
use crate::comparison::CitedSource;
use crate::directory::{Fault, Source};

/// The texts of the guide's files.
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
}

impl Files {
    /// Where the sections are, from the project's root.
    pub const SECTIONS: &'static str = "assets/data/guide/sections.toml";
    /// Where the questions of the readiness check are.
    pub const QUESTIONS: &'static str = "assets/data/guide/questions.toml";
    /// Where the further reading is, and what sources are called.
    pub const READING: &'static str = "assets/data/guide/reading.toml";
    /// Where the timeline is, and the law that it cites besides the sources.
    pub const TIMELINE: &'static str = "assets/data/guide/timeline.toml";
    /// Where the populations are.
    pub const POPULATIONS: &'static str = "assets/data/guide/populations.toml";

    /// Every file's text, as `text` gives it for the file's path from the project's root.
    ///
    /// # Errors
    /// The first that `text` gives.
    pub fn each<E>(mut text: impl FnMut(&str) -> Result<String, E>) -> Result<Self, E> {
        Ok(Self {
            sections: text(Self::SECTIONS)?,
            questions: text(Self::QUESTIONS)?,
            reading: text(Self::READING)?,
            timeline: text(Self::TIMELINE)?,
            populations: text(Self::POPULATIONS)?,
        })
    }
}

pub(super) fn read(files: &Files, sources: &[Source]) -> Result<Guide, Vec<Fault>> {
    let mut guide = Guide { sources: sources.iter().map(CitedSource::from).collect(), ..Guide::default() };

    let mut reading = Reader::new(Files::READING, &files.reading);
    let mut root = reading.root();
    guide.short_names = readings::short_names(&mut root, &mut reading, &guide.sources);
    guide.readings = readings::read(&mut root, &mut reading, &guide.sources);
    root.finish(&mut reading);

    let mut sections = Reader::new(Files::SECTIONS, &files.sections);
    guide.sections = sections::read(&mut sections, &guide.sources);

    let mut questions = Reader::new(Files::QUESTIONS, &files.questions);
    guide.questions = questions::read(&mut questions, &guide.sources);

    let mut timeline = Reader::new(Files::TIMELINE, &files.timeline);
    let mut root = timeline.root();
    guide.sources.append(&mut authoring::sources::read(&mut root, &mut timeline, sources));
    guide.moments = timeline::read(&mut root, &mut timeline, &guide.sources);
    root.finish(&mut timeline);

    let mut populations = Reader::new(Files::POPULATIONS, &files.populations);
    guide.populations = populations::read(&mut populations, &guide.sources);

    let faults: Vec<Fault> =
        [sections, questions, reading, timeline, populations].into_iter().flat_map(Reader::into_faults).collect();
    if faults.is_empty() { Ok(guide) } else { Err(faults) }
}

/// `source` and `at`, which stand in every table that is taken from somewhere.
fn cite(table: &mut Table<'_>, reader: &mut Reader<'_>, sources: &[CitedSource]) -> Cite {
    let source = table.text(reader, "source");
    if !source.is_empty() {
        let known = sources.iter().map(|one| one.id.as_str());
        marks::known(table, reader, "source", std::slice::from_ref(&source), known);
    }
    Cite { source, at: table.optional_text(reader, "at") }
}
