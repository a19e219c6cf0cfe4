//! What there is to read.

use super::Citation;

/// A document to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Why it is in the list.
    pub kind: ReadingKind,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its address, where one is known.
    pub url: Option<String>,
    /// What to know about it.
    pub note: Option<String>,
    /// Which source names it; the source itself for [`ReadingKind::Source`].
    pub cite: Citation,
}

/// Why a document is in the list of what to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    /// The guide is taken from it.
    Source,
    /// A source recommends it.
    Listed,
    /// A source cites it or points to it.
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
