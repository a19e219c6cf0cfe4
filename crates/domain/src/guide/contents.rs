//! The whole guide, and its sections.

use super::{Block, Citation, GlossaryTerm, Picture, Population, Question, Reading, TimelineEvent};
use crate::directory::{Diagnostic, Source};

/// The content of the guide, in the order in which it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// Its sections; each can be shown alone.
    pub sections: Vec<Section>,
    /// The questions for a practice before it joins others.
    pub questions: Vec<Question>,
    /// The further reading, with the sources themselves first.
    pub readings: Vec<Reading>,
    /// The events of the timeline, in order.
    pub events: Vec<TimelineEvent>,
    /// The numbers of people that federations and similar organisations cover, the smallest first.
    pub populations: Vec<Population>,
    /// The terms that people might not know, in alphabetical order.
    pub glossary: Vec<GlossaryTerm>,
    /// The documents that the guide cites.
    pub sources: Vec<Source>,
    /// The short names of sources for narrow places: id and name.
    pub(super) short_names: Vec<(String, String)>,
}

/// A part of the guide that can be shown alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The value of the option `section` that shows it, such as "reasons".
    pub id: String,
    /// Its heading.
    pub title: String,
    /// A summary in 1 or 2 sentences.
    pub lead: Option<String>,
    /// Its blocks, from top to bottom.
    pub blocks: Vec<Block>,
}

impl Guide {
    /// The ids of the sections, in order. The files must have all of them, and no others.
    pub const SECTIONS: [&'static str; 14] = [
        "what",
        "reasons",
        "wishes",
        "not",
        "benefits",
        "sharing",
        "components",
        "services",
        "context",
        "readiness",
        "timeline",
        "sizes",
        "glossary",
        "reading",
    ];

    /// Parses the guide. `sources` are those of the directory (`sources.csv`).
    ///
    /// # Errors
    /// All problems of all files, with file, line and field. Then there is no guide.
    pub fn read(files: &super::Files, sources: &[Source]) -> Result<Self, Vec<Diagnostic>> {
        super::authoring::read(files, sources)
    }

    /// A section by its id.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// A source by its id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The citation in full: title, publisher, date and place in the document.
    #[must_use]
    pub fn cite(&self, cite: &Citation) -> String {
        let Some(source) = self.source(&cite.source) else { return String::new() };
        with_place(source.in_full(), cite)
    }

    /// The citation in a few words: "BMA guidance, 2013, \"Context and challenges\"".
    #[must_use]
    pub fn cite_short(&self, cite: &Citation) -> String {
        let Some(source) = self.source(&cite.source) else { return String::new() };
        let name = self.short_names.iter().find(|(id, _)| *id == cite.source);
        let mut text = name.map_or_else(|| source.title.clone(), |(_, name)| name.clone());
        // The year is enough to show how old it is.
        let year = source.date.as_deref().and_then(|date| date.get(..4));
        // The title of an Act contains its year.
        if let Some(year) = year.filter(|year| !text.contains(year)) {
            text.push_str(", ");
            text.push_str(year);
        }
        with_place(text, cite)
    }

    /// The sources of a section, each once, in the order of its blocks.
    #[must_use]
    pub fn sources_of(&self, section: &Section) -> Vec<&Source> {
        let mut sources: Vec<&Source> = Vec::new();
        for cite in section.blocks.iter().flat_map(|block| self.cites(block)) {
            if let Some(source) = self.source(&cite.source).filter(|source| !sources.contains(source)) {
                sources.push(source);
            }
        }
        sources
    }

    /// All citations of a block, including those of the data that is shown in its place.
    fn cites<'a>(&'a self, block: &'a Block) -> Vec<&'a Citation> {
        match block {
            Block::Picture(Picture::Timeline) => self.events.iter().map(|one| &one.cite).collect(),
            Block::Picture(Picture::Populations) => self.populations.iter().map(|one| &one.cite).collect(),
            Block::Readiness => self.questions.iter().map(|one| &one.cite).collect(),
            Block::Glossary => self.glossary.iter().map(|one| &one.cite).collect(),
            Block::Readings => self.readings.iter().map(|one| &one.cite).collect(),
            _ => block.cite().into_iter().collect(),
        }
    }
}

fn with_place(mut text: String, cite: &Citation) -> String {
    if let Some(at) = &cite.at {
        text.push_str(", \"");
        text.push_str(at);
        text.push('"');
    }
    text
}
