//! The query of a search.

use crate::directory::{LegalFormChoice, RegionChoice, Status};

/// The query of a search. The default finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The typed text, which can be anything.
    pub text: String,
    /// Only this region; `None` is any.
    pub region: Option<RegionChoice>,
    /// Only this status; `None` is any.
    pub status: Option<Status>,
    /// Only this legal form; `None` is any.
    pub legal_form: Option<LegalFormChoice>,
    /// The order of the results.
    pub sort: Sort,
}

/// A part of a [`Query`] that can be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filter {
    /// The typed text.
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

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The best match first. Without a text, by region and then by name.
    #[default]
    Suggested,
    /// The nearest to the typed postcode district first. Without a district, the suggested order.
    Nearest,
    /// By name from A to Z.
    Name,
    /// By name from Z to A.
    NameReversed,
    /// By place from A to Z, then by name. Federations without a place come last.
    Place,
    /// Most patients first, then by name. Federations without a number come last.
    Patients,
    /// The most recently active first, then by name. Federations without a date come last.
    LastSeen,
}

impl Sort {
    /// Every order, as in the select.
    pub const ALL: [Self; 7] =
        [Self::Suggested, Self::Nearest, Self::Name, Self::NameReversed, Self::Place, Self::Patients, Self::LastSeen];

    /// The id in attributes and addresses.
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

    /// The label that people read.
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

    /// Parses an [`id`](Self::id), ignoring case and the spaces around it. `None` for anything else.
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
