//! The query of a search.

use crate::directory::{Directory, LegalFormChoice, RegionChoice, Status};
use crate::named_enum;

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

/// A query, and the rows that it is about.
#[derive(Clone, Copy)]
pub(super) struct SearchRequest<'a> {
    pub(super) directory: &'a Directory,
    pub(super) query: &'a Query,
    /// By filter group: whether it matches the filters.
    pub(super) groups: &'a [bool],
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

named_enum! {
    /// The order of the results.
    #[derive(Debug, Default, Hash)]
    pub enum Sort (any case) {
        /// The best match first. Without a text, by region and then by name.
        #[default]
        Suggested => "suggested", "Suggested";
        /// The nearest to the typed postcode district first. Without a district, the suggested order.
        Nearest => "nearest", "Nearest";
        /// By name from A to Z.
        Name => "name", "Name, A to Z";
        /// By name from Z to A.
        NameReversed => "name-reversed", "Name, Z to A";
        /// By place from A to Z, then by name. Federations without a place come last.
        Place => "place", "Place, A to Z";
        /// Most patients first, then by name. Federations without a number come last.
        Patients => "patients", "Most patients";
        /// The most recently active first, then by name. Federations without a date come last.
        LastSeen => "last-seen", "Last known active";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_order_round_trips() {
        for sort in Sort::ALL {
            assert_eq!(Sort::parse(&sort.id().to_uppercase()), Some(sort));
        }
        assert_eq!(Sort::parse("best"), None);
    }
}
