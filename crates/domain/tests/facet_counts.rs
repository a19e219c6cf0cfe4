//! Checks that several tests of the search share.

use gpf_domain::directory::{Federation, LegalFormChoice, RegionChoice, Status};
use gpf_domain::search::{Query, SearchResults, relaxations};
use proptest::prelude::*;

/// Checks that each count beside a value is that of a search with this value.
///
/// # Errors
/// If one is not.
pub(crate) fn counts_match_the_results_of_each_choice(
    found: &SearchResults,
    query: &Query,
    count: &dyn Fn(&Query) -> u32,
) -> Result<(), TestCaseError> {
    let facets = &found.facets;
    for region in RegionChoice::ALL {
        prop_assert_eq!(facets.region(region), count(&Query { region: Some(region), ..query.clone() }));
    }
    for status in Status::ALL {
        prop_assert_eq!(facets.status(status), count(&Query { status: Some(status), ..query.clone() }));
    }
    for form in LegalFormChoice::ALL {
        prop_assert_eq!(facets.legal_form(form), count(&Query { legal_form: Some(form), ..query.clone() }));
    }
    prop_assert_eq!(facets.regions.any, count(&Query { region: None, ..query.clone() }));
    prop_assert_eq!(facets.statuses.any, count(&Query { status: None, ..query.clone() }));
    prop_assert_eq!(facets.legal_forms.any, count(&Query { legal_form: None, ..query.clone() }));
    prop_assert_eq!(found.matching_filters, count(&Query { text: String::new(), ..query.clone() }));
    for way in relaxations(found, query) {
        prop_assert_eq!(way.count, count(&query.without(way.filter)));
    }
    Ok(())
}

/// Whether the federation passes the filters of the query.
pub(crate) fn passes(federation: Federation<'_>, query: &Query) -> bool {
    query.region.is_none_or(|region| region.matches(federation.regions()))
        && query.status.is_none_or(|status| status == federation.status())
        && query.legal_form.is_none_or(|form| form == LegalFormChoice::of(federation.legal_form()))
}
