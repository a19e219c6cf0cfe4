//! The requirements of a group of practices.

use serde::{Deserialize, Serialize};

use super::{Answer, Criterion};
use crate::named_enum;

named_enum! {
    /// The answer that a group requires.
    #[derive(Debug, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    #[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
    pub enum RequiredAnswer (any case) {
        /// The answer must be yes.
        Yes => "yes";
        /// The answer must be no.
        No => "no";
    }
}

/// A question, and the answer that a group requires.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(ts_rs::TS, schemars::JsonSchema))]
pub struct Requirement {
    /// The question's id.
    pub criterion: String,
    /// The answer.
    pub wanted: RequiredAnswer,
}

impl Requirement {
    /// The format in attributes and addresses: `asset-lock=yes`.
    #[must_use]
    pub fn id(&self) -> String {
        let mut id = self.criterion.clone();
        id.push('=');
        id.push_str(self.wanted.id());
        id
    }

    /// Whether both require opposite answers to one question, so that nothing can meet both.
    #[must_use]
    pub fn contradicts(&self, other: &Self) -> bool {
        self.criterion == other.criterion && self.wanted != other.wanted
    }

    /// Whether an answer is the opposite of the required one.
    pub(super) fn rejected_by(&self, answer: Answer) -> bool {
        matches!((self.wanted, answer), (RequiredAnswer::Yes, Answer::No) | (RequiredAnswer::No, Answer::Yes))
    }
}

impl Criterion {
    /// The words of a group that requires this answer. `None` if it cannot be required.
    #[must_use]
    pub fn phrase(&self, wanted: RequiredAnswer) -> Option<&str> {
        match wanted {
            RequiredAnswer::Yes => Some(&self.when_yes),
            RequiredAnswer::No => self.when_no.as_deref(),
        }
    }
}
