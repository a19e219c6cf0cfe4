//! Further reading.

use super::Citation;
use crate::named_enum;

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

named_enum! {
    /// The reason that a document is in the further reading.
    #[derive(Debug)]
    pub enum ReadingKind {
        /// The guide is based on it.
        Source => "source", "Sources for this guide";
        /// A source recommends it.
        Listed => "listed", "Further reading listed in the BMA guidance";
        /// A source cites it or refers to it.
        Cited => "cited", "Other documents mentioned in the sources";
    }
}
