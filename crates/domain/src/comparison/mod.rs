//! Legal forms and collaboration models side by side: their answers to the questions of a decision, which of them meet
//! a group's requirements, and the evidence for every statement.
//!
//! A [`Catalogue`] has all of this. Its TOML files are parsed and checked natively (`authoring`, behind the feature of
//! that name). A browser gets the checked catalogue in the format of [`wire`].
//!
//! Legal forms and collaboration models are two [`SubjectKind`]s: a federation has one of each, so they are never
//! compared with each other. Nothing is ranked: subjects stay in the catalogue's order, and [`Catalogue::shortlist`]
//! rules out with reasons but selects no winner.

mod answer;
mod assessment;
#[cfg(feature = "authoring")]
pub mod authoring;
mod case;
mod catalogue;
mod cell;
mod choose;
mod citation;
mod conflicts;
mod criterion;
mod export;
mod finding;
mod matrix;
mod requirement;
mod shortlist;
mod subject;
pub mod wire;

pub use answer::Answer;
pub use assessment::{Assessment, Reason, Verdict};
pub use case::{Case, CaseFact, CaseLink, Figure, LinkBasis};
pub use catalogue::Catalogue;
pub use cell::Cell;
pub use choose::{UnknownId, split_list};
pub use criterion::Criterion;
pub use export::{ComparisonExport, NOT_LEGAL_ADVICE, QUESTION_HEADING};
pub use finding::{Finding, FindingKind};
pub use matrix::{Matrix, MatrixRow};
pub use requirement::{RequiredAnswer, Requirement};
pub use shortlist::Shortlist;
pub use subject::{Subject, SubjectKind};
