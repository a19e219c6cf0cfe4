//! Whether a federation is still active.

use super::label_match::match_label;

/// Whether a federation is still active.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Status {
    /// A source shows it active within the last 5 years of the data.
    Active,
    /// A source mentions it, but none shows it active within those 5 years.
    Unconfirmed,
    /// It has ended. The record has the date and the reason, if they are known.
    Ended,
}

impl Status {
    /// Every status, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Active, Self::Unconfirmed, Self::Ended];

    /// The id in files, attributes and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Unconfirmed => "unconfirmed",
            Self::Ended => "ended",
        }
    }

    /// The label that people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Unconfirmed => "Unconfirmed",
            Self::Ended => "Ended",
        }
    }

    /// Parses an [`id`](Self::id), ignoring case and spaces. `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match_label(&Self::ALL, Self::id, text)
    }

    /// Its position in [`Status::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}
