//! The questions for a practice.

use super::Citation;

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

/// The kind of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// Something that should have been done.
    Question,
    /// A threat that should have been considered.
    Threat,
}

impl QuestionKind {
    /// Both of them, in the order in which they are asked.
    pub const ALL: [Self; 2] = [Self::Question, Self::Threat];

    /// Its name in the files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Threat => "threat",
        }
    }
}
