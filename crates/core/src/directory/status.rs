//! Whether a federation still works.

use super::names::pick;

/// Whether a federation still works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Status {
    /// It works today, as far as its source says.
    Active,
    /// It has ended; the record says when and why.
    Defunct,
}

impl Status {
    /// Every status, in the order of lists.
    pub const ALL: [Self; 2] = [Self::Active, Self::Defunct];

    /// The word in files, attributes and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Defunct => "defunct",
        }
    }

    /// The word that people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Defunct => "Defunct",
        }
    }

    /// Reads an [`id`](Self::id), whatever its case and spaces; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        pick(&Self::ALL, Self::id, text)
    }

    /// Its place in [`Status::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}
