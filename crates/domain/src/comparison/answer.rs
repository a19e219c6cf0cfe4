//! The answer of a form or a model to a question.

use serde::{Deserialize, Serialize};

/// The answer of a form or a model to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Yes under a condition, which is in the cell.
    Depends,
    /// The sources do not state it.
    NotStated,
}

impl Answer {
    /// Every answer, in the order of legends.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Depends, Self::NotStated];

    /// The id in files and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Depends => "depends",
            Self::NotStated => "not-stated",
        }
    }

    /// The label that people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::No => "No",
            Self::Depends => "It depends",
            Self::NotStated => "Not stated in the sources",
        }
    }

    /// Parses an [`id`](Self::id).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.id() == text)
    }
}
