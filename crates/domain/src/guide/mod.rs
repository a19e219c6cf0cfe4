//! The guide's content, from the sources: what a federation is, why practices form one and what the results are. Also
//! the questions that a practice can ask itself first.
//!
//! The guide is rendered when the widget is built. So its content, and the code that parses it, are native only
//! (feature `authoring`). Only the code for the answers to the questions runs in a browser: [`readiness`].

#[cfg(feature = "authoring")]
mod authoring;
#[cfg(feature = "authoring")]
mod block;
#[cfg(feature = "authoring")]
mod citation;
#[cfg(feature = "authoring")]
mod contents;
#[cfg(feature = "authoring")]
mod glossary;
#[cfg(feature = "authoring")]
pub mod partial_date;
#[cfg(feature = "authoring")]
mod populations;
#[cfg(feature = "authoring")]
mod question;
pub mod readiness;
#[cfg(feature = "authoring")]
mod reading;
#[cfg(feature = "authoring")]
pub mod scale;
#[cfg(feature = "authoring")]
mod timeline;

#[cfg(feature = "authoring")]
pub use authoring::Files;
#[cfg(feature = "authoring")]
pub use block::{Block, Definition, Item, Picture};
#[cfg(feature = "authoring")]
pub use citation::Citation;
#[cfg(feature = "authoring")]
pub use contents::{Guide, Section};
#[cfg(feature = "authoring")]
pub use glossary::GlossaryTerm;
#[cfg(feature = "authoring")]
pub use populations::{Population, PopulationKind, number_in_words};
#[cfg(feature = "authoring")]
pub use question::{Question, QuestionKind};
#[cfg(feature = "authoring")]
pub use reading::{Reading, ReadingKind};
#[cfg(feature = "authoring")]
pub use timeline::{TimelineEvent, TimelineEventKind};
