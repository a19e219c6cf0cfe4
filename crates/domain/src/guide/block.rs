//! What a section is made of.

use super::Citation;

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// What it says.
        text: String,
        /// Where it is taken from.
        cite: Citation,
    },
    /// A list, and the words that lead to it.
    List {
        /// Ends with a colon or a full stop.
        intro: String,
        /// Its points.
        items: Vec<Item>,
        /// Whether their order means something, or they are counted.
        is_ordered: bool,
        /// Where it is taken from.
        cite: Citation,
    },
    /// Words and what they mean.
    Terms {
        /// Leads to them.
        intro: String,
        /// The words, in the order in which they are shown.
        terms: Vec<Term>,
        /// Where they are taken from.
        cite: Citation,
    },
    /// What to know beside the sources: where they have aged or contradict each other.
    Note {
        /// What it says.
        text: String,
    },
    /// A picture stands here.
    Picture(Picture),
    /// The questions of [`super::Guide::questions`] stand here.
    Readiness,
    /// The terms of [`super::Guide::glossary`] are shown here.
    Glossary,
    /// The list of [`super::Guide::readings`] stands here.
    Readings,
}

/// A point of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// What to know beside it.
    pub note: Option<String>,
}

/// A word and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub name: String,
    /// What it means.
    pub meaning: String,
}

/// A picture of the guide; what it shows is data of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// What happened when.
    Timeline,
    /// How many people federations and the like look after.
    Populations,
}

impl Picture {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Timeline, Self::Populations];

    /// Its name in the files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Populations => "populations",
        }
    }
}

impl Block {
    /// Where it is taken from; `None` for notes, and for what has sources of its own.
    #[must_use]
    pub fn cite(&self) -> Option<&Citation> {
        match self {
            Self::Paragraph { cite, .. } | Self::List { cite, .. } | Self::Terms { cite, .. } => Some(cite),
            Self::Note { .. } | Self::Picture(_) | Self::Readiness | Self::Glossary | Self::Readings => None,
        }
    }

    /// Everything in it that people read, in its order.
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
