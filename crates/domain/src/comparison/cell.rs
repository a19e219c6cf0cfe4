//! A subject's answer to a question.

use serde::{Deserialize, Serialize};

use super::Answer;

/// The answer of one form or model to one question.
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
    /// The answer in a plain sentence. If the answer is "depends", this is the condition.
    pub explanation: String,
    /// The ids of the findings that support it. Empty only if the sources do not state it.
    pub findings: Vec<String>,
}

impl Cell {
    /// Whether both cells show the same: the same answer in the same words.
    ///
    /// The words matter, because two forms can both have the answer "yes" with different meanings: "up to what is
    /// unpaid on the shares" is not "up to the sum guaranteed". So the data must use the same words for the same
    /// meaning.
    #[must_use]
    pub fn agrees_with(&self, other: &Self) -> bool {
        self.answer == other.answer && self.explanation == other.explanation
    }
}
