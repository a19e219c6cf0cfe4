//! The questions for a practice.

use super::Citation;
use crate::named_enum;

/// A question of the readiness check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Unique, kebab-case.
    pub id: String,
    /// The question. It is done if the answer is "yes".
    pub text: String,
    /// Its kind.
    pub kind: QuestionKind,
    /// A note on it, for example on what has changed since.
    pub help: Option<String>,
    /// The source.
    pub cite: Citation,
}

named_enum! {
    /// The kind of a question. They are asked in this order.
    #[derive(Debug)]
    pub enum QuestionKind {
        /// Something that should have been done.
        Question => "question";
        /// A threat that should have been considered.
        Threat => "threat";
    }
}
