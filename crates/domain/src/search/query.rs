//! What is asked for.

use crate::directory::{LegalFormChoice, RegionChoice, Status};

/// What is asked for. The default asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As typed; any text.
    pub text: String,
    /// Only this region; `None` is any.
    pub region: Option<RegionChoice>,
    /// Only this status; `None` is any.
    pub status: Option<Status>,
    /// Only this legal form; `None` is any.
    pub legal_form: Option<LegalFormChoice>,
    /// The order of what is found.
    pub sort: Sort,
}

/// A part of a [`Query`] that can be dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filter {
    /// What was typed.
    Text,
    /// The region.
    Region,
    /// The status.
    Status,
    /// The legal form.
    LegalForm,
}

impl Query {
    /// The same query without one of its filters.
    #[must_use]
    pub fn without(&self, filter: Filter) -> Self {
        let mut query = self.clone();
        match filter {
            Filter::Text => query.text.clear(),
            Filter::Region => query.region = None,
            Filter::Status => query.status = None,
            Filter::LegalForm => query.legal_form = None,
        }
        query
    }
}

/// The order of what is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The best match first; by region and then by name while nothing is typed.
    #[default]
    Suggested,
    /// The nearest to the postcode district that is typed; the suggested order while none is.
    Nearest,
    /// By name from A to Z.
    Name,
    /// By name from Z to A.
    NameReversed,
    /// By place from A to Z, those without one last; then by name.
    Place,
    /// Most patients first, those without a number last; then by name.
    Patients,
    /// Those last seen at work most recently first, those not seen last; then by name.
    LastSeen,
}

impl Sort {
    /// Every order, as in the list to choose from.
    pub const ALL: [Self; 7] =
        [Self::Suggested, Self::Nearest, Self::Name, Self::NameReversed, Self::Place, Self::Patients, Self::LastSeen];

    /// The words in attributes and addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Nearest => "nearest",
            Self::Name => "name",
            Self::NameReversed => "name-reversed",
            Self::Place => "place",
            Self::Patients => "patients",
            Self::LastSeen => "last-seen",
        }
    }

    /// The words that people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Suggested => "Suggested",
            Self::Nearest => "Nearest",
            Self::Name => "Name, A to Z",
            Self::NameReversed => "Name, Z to A",
            Self::Place => "Place, A to Z",
            Self::Patients => "Most patients",
            Self::LastSeen => "Last known active",
        }
    }

    /// Reads an [`id`](Self::id), whatever its case and the spaces around it; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.id().eq_ignore_ascii_case(text.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_is_read_back() {
        for sort in Sort::ALL {
            assert_eq!(Sort::parse(&sort.id().to_uppercase()), Some(sort));
        }
        assert_eq!(Sort::parse("best"), None);
    }
}
