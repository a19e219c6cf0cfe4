//! Case studies: what real bodies looked like.

use serde::{Deserialize, Serialize};

/// How we know that a body is an example of a form or a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum LinkBasis {
    /// The source says so.
    Stated,
    /// We take it from what the source says; the link's note says how.
    Inferred,
}

impl LinkBasis {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Stated, Self::Inferred];

    /// The word in files and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Inferred => "inferred",
        }
    }

    /// Reads an [`id`](Self::id).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.id() == text)
    }
}

/// A real body that is an example of forms and models. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Case {
    /// Unique, kebab-case.
    pub id: String,
    /// The body's name.
    pub name: String,
    /// Where it works.
    pub place: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// What to know about all of it.
    pub note: Option<String>,
    /// The forms and models that it is an example of; empty if the source names none.
    pub links: Vec<CaseLink>,
    /// Its id in the directory of federations, if it is listed there.
    pub federation: Option<String>,
    /// The id of its source.
    pub source: String,
    /// When the source is from: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; may be empty.
    pub date: String,
    /// How many points the source lists of it.
    pub items: u32,
    /// What can be counted.
    pub figures: Vec<Figure>,
    /// What else the source says.
    pub facts: Vec<Fact>,
}

impl Case {
    /// Whether it is an example of this form or model.
    #[must_use]
    pub fn is_of(&self, subject: &str) -> bool {
        self.links.iter().any(|link| link.subject == subject)
    }
}

/// That a case is an example of a form or a model. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct CaseLink {
    /// The id of the form or model.
    pub subject: String,
    /// How we know.
    pub basis: LinkBasis,
    /// For what part of its work, or how it was inferred.
    pub note: Option<String>,
}

/// A number in a case study. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Figure {
    /// Which point of the source says it, counted from 1.
    pub item: u32,
    /// What is counted.
    pub label: String,
    /// The number, in units of `unit`; a calendar year if the unit is `year`, to be shown without a comma.
    pub value: u32,
    /// What it is a number of, in the plural.
    pub unit: String,
    /// A word before the number, such as "over".
    pub qualifier: Option<String>,
    /// What to know beside it.
    pub note: Option<String>,
}

/// A statement in a case study. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Fact {
    /// Which point of the source says it, counted from 1.
    pub item: u32,
    /// The statement.
    pub text: String,
    /// Where it has aged since.
    pub note: Option<String>,
}
