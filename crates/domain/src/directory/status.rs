//! Whether a federation still works.

use super::label_match::match_label;

/// Whether a federation still works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Status {
    /// A source shows it at work within the last 5 years of the data.
    Active,
    /// A source names it, but none shows it at work within those 5 years.
    Unconfirmed,
    /// It has ended; the record says when and why, as far as that is known.
    Ended,
}

impl Status {
    /// Every status, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Active, Self::Unconfirmed, Self::Ended];

    /// The word in files, attributes and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Unconfirmed => "unconfirmed",
            Self::Ended => "ended",
        }
    }

    /// The word that people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Unconfirmed => "Unconfirmed",
            Self::Ended => "Ended",
        }
    }

    /// Reads an [`id`](Self::id), whatever its case and spaces; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match_label(&Self::ALL, Self::id, text)
    }

    /// Its place in [`Status::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}
