//! Further reading.

use super::Citation;

/// A document of the further reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The reason that it is in the list.
    pub kind: ReadingKind,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its address, if it is known.
    pub url: Option<String>,
    /// A note on it.
    pub note: Option<String>,
    /// The source that mentions it. For [`ReadingKind::Source`], the source itself.
    pub cite: Citation,
}

/// The reason that a document is in the further reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    /// The guide is based on it.
    Source,
    /// A source recommends it.
    Listed,
    /// A source cites it or refers to it.
    Cited,
}

impl ReadingKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Source, Self::Listed, Self::Cited];

    /// Its name in the files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Listed => "listed",
            Self::Cited => "cited",
        }
    }

    /// The heading of its documents.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Source => "Sources for this guide",
            Self::Listed => "Further reading listed in the BMA guidance",
            Self::Cited => "Other documents mentioned in the sources",
        }
    }
}
