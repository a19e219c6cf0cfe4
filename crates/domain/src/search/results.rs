//! What a search finds.

use std::sync::Arc;

use super::facets::Facets;
use super::query::Sort;
use super::terms::Terms;
use super::typo::Correction;
use crate::near::{Nation, Nearby};

/// What a [`Query`](super::Query) finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchResults {
    /// How many rows the directory has.
    pub total: u32,
    /// The rows that match, in the order to show them.
    pub rows: Vec<u32>,
    /// The counts beside the choices of the filters.
    pub facets: Facets,
    /// How many rows match the filters whatever the text.
    pub matching_filters: u32,
    /// The postcode area that was used, in capitals, if a postcode was typed. Only approximate: an area is larger
    /// than most federations.
    pub area: Option<String>,
    /// What was typed, where that is a postcode or looks like one, and the place could be looked for.
    pub postcode: Option<Postcode>,
    /// How mistyped words were read; empty unless nothing in the whole directory has the words as typed.
    pub corrections: Vec<Correction>,
    /// What was looked for, for highlighting.
    pub terms: Terms,
    /// Whether the rows are grouped: by main region in the order of [`RegionChoice::ALL`], then by name.
    ///
    /// [`RegionChoice::ALL`]: crate::directory::RegionChoice::ALL
    pub grouped_by_region: bool,
}

impl SearchResults {
    /// What is near, where a place was searched for.
    #[must_use]
    pub fn near(&self) -> Option<&Near> {
        match &self.postcode {
            Some(Postcode::Near(near)) => Some(near),
            _ => None,
        }
    }

    /// The order that the rows are in where this one is asked for: near a place the nearest is what is suggested.
    #[must_use]
    pub fn sort(&self, asked: Sort) -> Sort {
        match (asked, self.near()) {
            (Sort::Suggested, Some(near)) if !near.has_text => Sort::Nearest,
            (Sort::Nearest, None) => Sort::Suggested,
            _ => asked,
        }
    }

    /// Whether this order is one to choose.
    #[must_use]
    pub fn offers(&self, sort: Sort) -> bool {
        self.sort(sort) == sort
    }
}

/// What was typed, where that is a postcode or looks like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Postcode {
    /// A district of England: what is near it is found.
    Near(Near),
    /// A district that does not exist.
    NoSuchDistrict(String),
    /// A district or an area that is not in England.
    Elsewhere(String, Nation),
    /// An area, with a district of it for an example.
    Area(String, String),
    /// It looks like a postcode and is none.
    NotAPostcode,
}

/// What was found near a district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The district, and how far every federation is from it.
    pub nearby: Arc<Nearby>,
    /// The town that was typed; empty where that was a postcode.
    pub town: &'static str,
    /// Whether all of what was typed is a postcode or the beginning of one; else only its district was used.
    pub is_sound: bool,
    /// Whether some of the federations found have what was typed in their names or places: they are suggested first.
    pub has_text: bool,
    /// Whether federations further away than [`RADIUS_MILES`](crate::near::RADIUS_MILES) had to be taken for want of nearer ones.
    pub is_widened: bool,
    /// Whether some of the federations found are only known to cover the postcode area.
    pub has_unplaced: bool,
}

impl Near {
    /// What the place is called.
    #[must_use]
    pub fn name(&self) -> String {
        if self.town.is_empty() { self.nearby.district.code.name() } else { self.town.to_owned() }
    }
}
