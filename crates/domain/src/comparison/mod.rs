//! Legal forms and collaboration models side by side: what each one answers to the questions that people decide by,
//! which ones a group's requirements leave standing, and what every statement rests on.
//!
//! A [`Catalogue`] holds it all. Its TOML files are read and checked natively (`authoring`, behind the feature of that
//! name); a browser gets the checked catalogue as [`wire`].
//!
//! Legal forms and collaboration models are two [`SubjectKind`]s: a federation has one of each, so they are never
//! compared with each other. Nothing here ranks: subjects stay in the catalogue's order, and [`Catalogue::shortlist`]
//! rules out with reasons but names no winner.

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
mod source;
mod subject;
pub mod wire;

pub use answer::Answer;
pub use assessment::{Assessment, Reason, Verdict};
pub use case::{Case, CaseLink, Fact, Figure, LinkBasis};
pub use catalogue::Catalogue;
pub use cell::Cell;
pub use choose::{UnknownId, split_list};
pub use criterion::Criterion;
pub use export::{ComparisonExport, NOT_LEGAL_ADVICE, QUESTION_HEADING};
pub use finding::{Finding, FindingKind};
pub use matrix::{Matrix, MatrixRow};
pub use requirement::{RequiredAnswer, Requirement};
pub use shortlist::Shortlist;
pub use source::CitedSource;
pub use subject::{Subject, SubjectKind};
