//! The questions that people decide by.

use serde::{Deserialize, Serialize};

use super::SubjectKind;

/// A question that people decide by: a row of the comparison. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Criterion {
    /// Unique, kebab-case.
    pub id: String,
    /// The heading that its row stands under.
    pub group: String,
    /// Its row's header.
    pub label: String,
    /// The question that cells answer.
    pub question: String,
    /// What it is asked of.
    pub kinds: Vec<SubjectKind>,
    /// How a group says that it requires a yes.
    pub when_yes: String,
    /// How a group says that it requires a no; none where nobody would, as of "can it be a charity?".
    pub when_no: Option<String>,
}

impl Criterion {
    /// Whether it is asked of subjects of this kind.
    #[must_use]
    pub fn asks(&self, kind: SubjectKind) -> bool {
        self.kinds.contains(&kind)
    }
}
