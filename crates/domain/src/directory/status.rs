//! Whether a federation is still active.

use crate::named_enum;

named_enum! {
    /// Whether a federation is still active.
    #[derive(Debug, Hash, PartialOrd, Ord)]
    #[repr(u8)]
    pub enum Status (id or label) {
        /// A source shows it active within the last 5 years of the data.
        Active => "active", "Active";
        /// A source mentions it, but none shows it active within those 5 years.
        Unconfirmed => "unconfirmed", "Unconfirmed";
        /// It has ended. The record has the date and the reason, if they are known.
        Ended => "ended", "Ended";
    }
}

impl Status {
    /// Its position in [`Status::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}
