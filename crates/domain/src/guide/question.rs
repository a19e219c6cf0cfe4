//! What a practice should ask itself.

use super::Citation;

/// A question of the readiness check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Unique, kebab-case.
    pub id: String,
    /// The question, which "yes" settles.
    pub text: String,
    /// What it asks after.
    pub kind: QuestionKind,
    /// What to know beside it, such as where it has aged.
    pub help: Option<String>,
    /// Where it is taken from.
    pub cite: Citation,
}

/// What a question asks after.
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
