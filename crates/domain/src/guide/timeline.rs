//! What happened when.

use super::Citation;
use super::partial_date::PartialDate;

/// Something that happened, or was to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEvent {
    /// When, or when it began.
    pub from: PartialDate,
    /// When it ended, if it took longer than `from` says.
    pub to: Option<PartialDate>,
    /// What kind of thing it was.
    pub kind: TimelineEventKind,
    /// In a few words.
    pub title: String,
    /// In 1 to 3 plain sentences.
    pub text: String,
    /// What to know beside it.
    pub note: Option<String>,
    /// Who says so.
    pub cite: Citation,
}

/// Who acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineEventKind {
    /// GPs, their practices and what they set up together.
    Practices,
    /// Parliament, government and the NHS.
    Nhs,
    /// Somebody who published something.
    Publication,
}

impl TimelineEventKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Practices, Self::Nhs, Self::Publication];

    /// The word for it in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Practices => "practices",
            Self::Nhs => "nhs",
            Self::Publication => "publication",
        }
    }

    /// What it is called in the picture's key.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Practices => "GP practices and their organisations",
            Self::Nhs => "Government and the NHS",
            Self::Publication => "Guidance, surveys and research",
        }
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

    /// Where it begins and ends on a line of years. A point begins and ends in the middle of its date.
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
