//! A subject's answer to a question.

use serde::{Deserialize, Serialize};

use super::Answer;

/// What one form or model answers to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Cell {
    /// The id of the form or model.
    pub subject: String,
    /// The id of the question.
    pub criterion: String,
    /// The answer.
    pub answer: Answer,
    /// The answer in a plain sentence; the condition, if it depends.
    pub says: String,
    /// Ids of the findings it rests on; empty only if no source says.
    pub findings: Vec<String>,
}

impl Cell {
    /// Whether the two show the same: the same answer in the same words.
    ///
    /// Words count, because two forms may both say yes and mean different things by it: "up to what is unpaid on the
    /// shares" is not "up to the sum guaranteed". The data therefore says the same thing in the same words.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        self.answer == other.answer && self.says == other.says
    }
}
