//! The whole guide, and its sections.

use super::{Block, Citation, GlossaryTerm, Picture, Population, Question, Reading, TimelineEvent};
use crate::comparison::CitedSource;
use crate::directory::{Diagnostic, Source};

/// Everything that the guide says, in the order in which it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// Its sections; each can be shown alone.
    pub sections: Vec<Section>,
    /// What a practice should ask itself before it joins others.
    pub questions: Vec<Question>,
    /// What there is to read: the sources themselves first.
    pub readings: Vec<Reading>,
    /// What happened when, in order.
    pub events: Vec<TimelineEvent>,
    /// How many people federations and the like look after, the smallest first.
    pub populations: Vec<Population>,
    /// The terms that people may not know, in the order of the alphabet.
    pub glossary: Vec<GlossaryTerm>,
    /// The documents that all of this is taken from.
    pub sources: Vec<CitedSource>,
    /// What each source is called where there is little room: its id and its name.
    pub(super) short_names: Vec<(String, String)>,
}

/// A part of the guide that makes sense alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The value of the option `section` that shows it, such as "reasons".
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it is about, in 1 or 2 sentences.
    pub lead: Option<String>,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
}

impl Guide {
    /// The ids of the sections, in their order. Every one of them must be in the files, and no other.
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

    /// Reads the guide. `sources` are those of the directory (`sources.csv`).
    ///
    /// # Errors
    /// Every problem of all the files, with file, line and field; then there is no guide.
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
    pub fn source(&self, id: &str) -> Option<&CitedSource> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Where something is taken from, in full: title, publisher, date and place in the document.
    #[must_use]
    pub fn cite(&self, cite: &Citation) -> String {
        let Some(source) = self.source(&cite.source) else { return String::new() };
        with_place(source.in_full(), cite)
    }

    /// The same in a few words: "BMA guidance, 2013, \"Context and challenges\"".
    #[must_use]
    pub fn cite_short(&self, cite: &Citation) -> String {
        let Some(source) = self.source(&cite.source) else { return String::new() };
        let name = self.short_names.iter().find(|(id, _)| *id == cite.source);
        let mut text = name.map_or_else(|| source.title.clone(), |(_, name)| name.clone());
        // The year is enough to know how old it is.
        let year = source.date.as_deref().and_then(|date| date.get(..4));
        // The year of an Act stands in its title.
        if let Some(year) = year.filter(|year| !text.contains(year)) {
            text.push_str(", ");
            text.push_str(year);
        }
        with_place(text, cite)
    }

    /// The sources that a section rests on, each once, in the order of its blocks.
    #[must_use]
    pub fn sources_of(&self, section: &Section) -> Vec<&CitedSource> {
        let mut sources: Vec<&CitedSource> = Vec::new();
        for cite in section.blocks.iter().flat_map(|block| self.cites(block)) {
            if let Some(source) = self.source(&cite.source).filter(|source| !sources.contains(source)) {
                sources.push(source);
            }
        }
        sources
    }

    /// Everything that a block cites, with what is shown where it stands.
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
