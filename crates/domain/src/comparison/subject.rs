//! What is compared: legal forms with each other, and collaboration models with each other.

use serde::{Deserialize, Serialize};

/// The two kinds of things that are compared, each kind only with itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum SubjectKind {
    /// A legal form: what a federation is in law.
    Form,
    /// A collaboration model: how its practices work together.
    Model,
}

impl SubjectKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Form, Self::Model];

    /// The word in files, attributes and JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Model => "model",
        }
    }

    /// The words that people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Form => "legal form",
            Self::Model => "way of working together",
        }
    }

    /// Reads an [`id`](Self::id).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == text)
    }
}

/// A legal form or a collaboration model. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Subject {
    /// Unique, kebab-case. Of a form it is the `legalForm` of the federations that have it.
    pub id: String,
    /// Whether it is a form or a model.
    pub kind: SubjectKind,
    /// Its name, in the singular.
    pub name: String,
    /// What it is called where there is little room; none where its name is short enough.
    pub short_name: Option<String>,
    /// Other names and abbreviations.
    pub also_called: Vec<String>,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// What to know about all of its answers.
    pub note: Option<String>,
}

impl Subject {
    /// What it is called where there is little room.
    #[must_use]
    pub fn short(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }
}
