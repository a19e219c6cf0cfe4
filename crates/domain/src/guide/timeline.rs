//! The events of the timeline.

use super::Citation;
use super::partial_date::PartialDate;
use crate::named_enum;

/// An event, or one that was planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEvent {
    /// The date, or the date on which it began.
    pub from: PartialDate,
    /// The date on which it ended, if it took longer than `from`.
    pub to: Option<PartialDate>,
    /// Its kind.
    pub kind: TimelineEventKind,
    /// A title of a few words.
    pub title: String,
    /// A description in 1 to 3 plain sentences.
    pub text: String,
    /// A note on it.
    pub note: Option<String>,
    /// The source.
    pub cite: Citation,
}

named_enum! {
    /// The kind of an event, by the people who acted.
    #[derive(Debug)]
    pub enum TimelineEventKind {
        /// GPs, their practices and their organisations.
        Practices => "practices", "GP practices and their organisations";
        /// Parliament, government and the NHS.
        Nhs => "nhs", "Government and the NHS";
        /// The publication of a document.
        Publication => "publication", "Guidance, surveys and research";
    }
}

impl TimelineEvent {
    /// Its date in words: "March 2016", or "2011 to 2014".
    #[must_use]
    pub fn words(&self) -> String {
        match self.to {
            Some(to) => [&self.from.words(), " to ", &to.words()].concat(),
            None => self.from.words(),
        }
    }

    /// The start and end of its line on an axis of years. A point is in the middle of its date.
    #[must_use]
    pub fn extent(&self) -> (f64, f64) {
        match self.to {
            Some(to) => (self.from.start(), to.end()),
            None if self.from.is_decade() => (self.from.start(), self.from.end()),
            None => {
                let middle = f64::midpoint(self.from.start(), self.from.end());
                (middle, middle)
            }
        }
    }
}
