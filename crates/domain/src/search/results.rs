//! The results of a search.

use std::sync::Arc;

use super::facets::Facets;
use super::query::Sort;
use super::terms::Terms;
use super::typo::Correction;
use crate::near::{Nation, Nearby};

/// The results of a [`Query`](super::Query).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchResults {
    /// The number of rows in the directory.
    pub total: u32,
    /// The rows that match, in the order to show them.
    pub rows: Vec<u32>,
    /// The counts beside the values of the filters.
    pub facets: Facets,
    /// The number of rows that match the filters, without the text.
    pub matching_filters: u32,
    /// The postcode area that was used, in capitals, if a postcode was typed. It is approximate: an area is larger than
    /// most federations.
    pub postcode_area: Option<String>,
    /// The place in the typed text, if there is one and the search knows locations.
    pub place: Option<SearchedPlace>,
    /// The part of the text that was searched for, folded, if nothing matches all of it.
    pub part: Option<String>,
    /// The corrections of typos. Empty unless no row of the directory matches the text as typed.
    pub corrections: Vec<Correction>,
    /// The terms of the search, for highlighting.
    pub terms: Terms,
    /// Whether the rows are grouped: by main region in the order of [`RegionChoice::ALL`], then by name.
    ///
    /// [`RegionChoice::ALL`]: crate::directory::RegionChoice::ALL
    pub grouped_by_region: bool,
}

impl SearchResults {
    /// The nearby results, if a place was searched for.
    #[must_use]
    pub fn near(&self) -> Option<&Near> {
        match &self.place {
            Some(SearchedPlace::Near(near)) => Some(near),
            _ => None,
        }
    }

    /// The order of the rows if this one is asked for. Near a place, the suggested order is the nearest first.
    #[must_use]
    pub fn sort(&self, asked: Sort) -> Sort {
        match (asked, self.near()) {
            (Sort::Suggested, Some(near)) if !near.has_text => Sort::Nearest,
            (Sort::Nearest, None) => Sort::Suggested,
            _ => asked,
        }
    }

    /// Whether users can select this order.
    #[must_use]
    pub fn offers(&self, sort: Sort) -> bool {
        self.sort(sort) == sort
    }
}

/// What the typed text is, if it is a postcode, looks like one, or names a place of the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchedPlace {
    /// A district of England, or a place of the gazetteer. The results are near it.
    Near(Near),
    /// A district that does not exist.
    NoSuchDistrict(String),
    /// A district or an area that is not in England.
    Elsewhere(String, Nation),
    /// A postcode area, with one of its districts as an example.
    PostcodeArea(String, String),
    /// It looks like a postcode but is not one.
    NotAPostcode,
}

/// The results near a district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The district, and the distance of every federation from it.
    pub nearby: Arc<Nearby>,
    /// The name of the gazetteer that was typed, if it was not a postcode.
    pub place_name: Option<&'static str>,
    /// Whether all of the text is a postcode or the start of one. If not, only its district was used.
    pub is_whole: bool,
    /// Whether some results have the text in their names or places. They come first in the suggested order.
    pub has_text: bool,
    /// Whether the results include federations further away than [`RADIUS_MILES`](crate::near::RADIUS_MILES), because
    /// too few are nearer.
    pub is_widened: bool,
    /// Whether some results are only known to cover the postcode area.
    pub has_unplaced: bool,
    /// The number of federations that pass the filters, but might be anywhere: no place is known, and neither their text
    /// nor their postcode areas match.
    pub left_out: u32,
}

impl Near {
    /// The name of the place.
    #[must_use]
    pub fn name(&self) -> String {
        self.place_name.map_or_else(|| self.nearby.district.code.name(), str::to_owned)
    }
}
