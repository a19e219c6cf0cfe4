//! Facets: the number of federations that each value of each filter would find.

use super::filter_groups::FilterGroups;
use super::query::Query;
use crate::directory::{LegalFormChoice, RegionChoice, Status};

/// The counts of one filter's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts<const N: usize> {
    /// Without this filter.
    pub any: u32,
    each: [u32; N],
}

impl<const N: usize> Default for Counts<N> {
    fn default() -> Self {
        Self { any: 0, each: [0; N] }
    }
}

impl<const N: usize> Counts<N> {
    /// Raises each count that is less than `least` to the count in `among`, up to `least`.
    fn or_at_least(&mut self, least: u32, among: &Self) {
        let raise = |count: &mut u32, among: u32| *count = (*count).max(among.min(least));
        raise(&mut self.any, among.any);
        for (count, &among) in self.each.iter_mut().zip(&among.each) {
            raise(count, among);
        }
    }
}

/// For each filter, the number of federations that match the text and the *other* filters: the result of selecting each
/// value.
///
/// A federation in several regions counts in each of them, so the sum of the regions can be more than `any`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By region.
    pub regions: Counts<{ RegionChoice::ALL.len() }>,
    /// By status.
    pub statuses: Counts<{ Status::ALL.len() }>,
    /// By legal form.
    pub legal_forms: Counts<{ LegalFormChoice::ALL.len() }>,
}

impl Facets {
    /// The number that a region would show.
    #[must_use]
    pub fn region(&self, choice: RegionChoice) -> u32 {
        self.regions.each[choice.index()]
    }

    /// The number that a status would show.
    #[must_use]
    pub fn status(&self, choice: Status) -> u32 {
        self.statuses.each[choice.index()]
    }

    /// The number that a legal form would show.
    #[must_use]
    pub fn legal_form(&self, choice: LegalFormChoice) -> u32 {
        self.legal_forms.each[choice.index()]
    }

    /// The facets, with each count that is less than `least` raised to the count in `among`, up to `least`.
    pub(super) fn or_at_least(mut self, least: u32, among: &Self) -> Self {
        self.regions.or_at_least(least, &among.regions);
        self.statuses.or_at_least(least, &among.statuses);
        self.legal_forms.or_at_least(least, &among.legal_forms);
        self
    }

    /// The facets of rows, by the number of rows in each group.
    pub(super) fn of(groups: &FilterGroups, counts: &[u32], query: &Query) -> Self {
        let mut facets = Self::default();
        for (group, &count) in groups.iter().zip(counts) {
            let matches = group.matches(query);
            if matches.status && matches.legal_form {
                facets.regions.any += count;
                for choice in RegionChoice::ALL {
                    if choice.matches(group.regions) {
                        facets.regions.each[choice.index()] += count;
                    }
                }
            }
            if matches.region && matches.legal_form {
                facets.statuses.any += count;
                facets.statuses.each[group.status.index()] += count;
            }
            if matches.region && matches.status {
                facets.legal_forms.any += count;
                facets.legal_forms.each[group.legal_form.index()] += count;
            }
        }
        facets
    }
}
