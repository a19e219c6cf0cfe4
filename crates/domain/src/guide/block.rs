//! The blocks of a section.

use super::Citation;
use crate::named_enum;

/// A block of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// The text.
        text: String,
        /// The source.
        cite: Citation,
    },
    /// A list and its introduction.
    List {
        /// Ends with a colon or a full stop.
        intro: String,
        /// Its points.
        items: Vec<Item>,
        /// Whether it is numbered: the order of its points has a meaning, or the source counts them.
        is_ordered: bool,
        /// The source.
        cite: Citation,
    },
    /// Terms and their definitions.
    Terms {
        /// The introduction.
        intro: String,
        /// The terms, in the order in which they are shown.
        terms: Vec<Definition>,
        /// The source.
        cite: Citation,
    },
    /// A note on the sources: what has changed since, or contradictions between them.
    Note {
        /// The text.
        text: String,
    },
    /// A chart.
    Picture(Picture),
    /// The questions of [`super::Guide::questions`].
    Readiness,
    /// The terms of [`super::Guide::glossary`].
    Glossary,
    /// The list of [`super::Guide::readings`].
    Readings,
}

/// A point of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The text.
    pub text: String,
    /// A note on it.
    pub note: Option<String>,
}

/// A term and its definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The term.
    pub name: String,
    /// Its definition.
    pub meaning: String,
}

named_enum! {
    /// A chart of the guide. It has its own data.
    #[derive(Debug)]
    pub enum Picture {
        /// The events of the timeline.
        Timeline => "timeline";
        /// The numbers of people that federations and similar organisations cover.
        Populations => "populations";
    }
}

impl Block {
    /// The source. `None` for notes, and for blocks that have sources of their own.
    #[must_use]
    pub fn cite(&self) -> Option<&Citation> {
        match self {
            Self::Paragraph { cite, .. } | Self::List { cite, .. } | Self::Terms { cite, .. } => Some(cite),
            Self::Note { .. } | Self::Picture(_) | Self::Readiness | Self::Glossary | Self::Readings => None,
        }
    }

    /// All texts in it that people read, in order.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Paragraph { text, .. } | Self::Note { text } => vec![text],
            Self::List { intro, items, .. } => {
                let items = items.iter().flat_map(|item| [Some(&item.text), item.note.as_ref()]).flatten();
                std::iter::once(intro).chain(items).map(String::as_str).collect()
            }
            Self::Terms { intro, terms, .. } => {
                let terms = terms.iter().flat_map(|term| [&term.name, &term.meaning]);
                std::iter::once(intro).chain(terms).map(String::as_str).collect()
            }
            Self::Picture(_) | Self::Readiness | Self::Glossary | Self::Readings => Vec::new(),
        }
    }
}
