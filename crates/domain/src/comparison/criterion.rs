//! The questions of the comparison.

use serde::{Deserialize, Serialize};

use super::SubjectKind;

/// A question of the comparison: one row. `null` means "none".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Criterion {
    /// Unique, kebab-case.
    pub id: String,
    /// The heading over its row.
    pub group: String,
    /// Its row's header.
    pub label: String,
    /// The question that cells answer.
    pub question: String,
    /// The kinds of subjects that it applies to.
    pub kinds: Vec<SubjectKind>,
    /// The words of a group that requires "yes".
    pub when_yes: String,
    /// The words of a group that requires "no". `None` if that makes no sense, for example for "can it be a charity?".
    pub when_no: Option<String>,
}

impl Criterion {
    /// Whether it applies to subjects of this kind.
    #[must_use]
    pub fn asks(&self, kind: SubjectKind) -> bool {
        self.kinds.contains(&kind)
    }
}
