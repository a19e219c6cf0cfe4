//! Findings: statements of a source about a form or a model.

use serde::{Deserialize, Serialize};

use crate::named_enum;

named_enum! {
    /// Whether a finding is an advantage, a disadvantage, or neither.
    #[derive(Debug, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    #[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
    pub enum FindingKind {
        /// The source lists it among the advantages.
        Advantage => "advantage";
        /// The source lists it among the disadvantages.
        Disadvantage => "disadvantage";
        /// The source states it without weighing it.
        Fact => "fact";
    }
}

impl FindingKind {
    /// The heading over findings of this kind.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Advantage => "Advantages",
            Self::Disadvantage => "Disadvantages",
            Self::Fact => "Other facts",
        }
    }
}

/// One statement of a source, in our own words. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Finding {
    /// Unique, kebab-case.
    pub id: String,
    /// Ids of the forms and models that it is about; at least one.
    pub subjects: Vec<String>,
    /// Whether it is an advantage, a disadvantage, or neither.
    pub kind: FindingKind,
    /// The statement.
    pub text: String,
    /// Ids of the questions that it helps to answer.
    pub criteria: Vec<String>,
    /// The id of its source.
    pub source: String,
    /// The date of the source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Its position in the guidance: `document:subject:list:number`. Findings that split one statement share it.
    pub source_item: Option<String>,
    /// The section of the Act, for an added finding.
    pub section: Option<String>,
    /// Whether it is not in the guidance and was added from well-known law.
    pub added: bool,
    /// A note, for example on what has changed since.
    pub note: Option<String>,
}

impl Finding {
    /// Whether it is about this form or model.
    #[must_use]
    pub fn is_about(&self, subject: &str) -> bool {
        self.subjects.iter().any(|id| id == subject)
    }

    /// Whether it helps to answer this question.
    #[must_use]
    pub fn supports(&self, criterion: &str) -> bool {
        self.criteria.iter().any(|id| id == criterion)
    }
}
