//! Filter groups: rows that no filter distinguishes.

use gpf_search_kernel::Match;

use super::query::Query;
use crate::directory::{Federation, LegalFormChoice, Region, RegionChoice, RegionSet, Status};

/// The values that the filters use. Rows with the same regions (and main region), status and legal form are in one
/// group, so that filters and counts are computed once per group. A directory of 100,000 has a few dozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FilterGroup {
    pub(super) regions: RegionSet,
    pub(super) status: Status,
    pub(super) legal_form: LegalFormChoice,
}

impl FilterGroup {
    fn of(federation: Federation<'_>) -> Self {
        Self {
            regions: federation.regions(),
            status: federation.status(),
            legal_form: LegalFormChoice::of(federation.legal_form()),
        }
    }

    /// Unique below [`KEYS`].
    fn key(self) -> usize {
        let mut key = usize::from(self.regions.bits());
        key = key << REGION_BITS | RegionChoice::of(self.regions).index();
        key = key << STATUS_BITS | self.status.index();
        key << LEGAL_FORM_BITS | self.legal_form.index()
    }

    pub(super) fn matches(self, query: &Query) -> FilterMatch {
        FilterMatch {
            region: query.region.is_none_or(|region| region.matches(self.regions)),
            status: query.status.is_none_or(|status| status == self.status),
            legal_form: query.legal_form.is_none_or(|form| form == self.legal_form),
        }
    }
}

const REGION_BITS: usize = 3;
const STATUS_BITS: usize = 2;
const LEGAL_FORM_BITS: usize = 3;
const KEYS: usize = 1 << (Region::ALL.len() + REGION_BITS + STATUS_BITS + LEGAL_FORM_BITS);

// With more values than that, two groups would have one key.
const _: () = assert!(RegionChoice::ALL.len() <= 1 << REGION_BITS);
const _: () = assert!(Status::ALL.len() <= 1 << STATUS_BITS);
const _: () = assert!(LegalFormChoice::ALL.len() <= 1 << LEGAL_FORM_BITS);

/// The filters that a group matches.
#[derive(Clone, Copy, Debug)]
pub(super) struct FilterMatch {
    pub(super) region: bool,
    pub(super) status: bool,
    pub(super) legal_form: bool,
}

impl FilterMatch {
    pub(super) fn all(self) -> bool {
        self.region && self.status && self.legal_form
    }
}

/// The group of every row.
pub(super) struct FilterGroups {
    of_rows: Vec<u16>,
    groups: Vec<FilterGroup>,
    /// The number of rows in each group.
    sizes: Vec<u32>,
}

/// A builder for [`FilterGroups`].
pub(super) struct FilterGroupsBuilder {
    made: FilterGroups,
    /// By [`FilterGroup::key`]: the number of the group.
    numbers: Vec<u16>,
}

impl FilterGroupsBuilder {
    const NONE: u16 = u16::MAX;

    pub(super) fn new(rows: usize) -> Self {
        let made = FilterGroups { of_rows: Vec::with_capacity(rows), groups: Vec::new(), sizes: Vec::new() };
        Self { made, numbers: vec![Self::NONE; KEYS] }
    }

    pub(super) fn push(&mut self, federation: Federation<'_>) {
        let group = FilterGroup::of(federation);
        let number = &mut self.numbers[group.key()];
        if *number == Self::NONE {
            *number = self.made.groups.len() as u16;
            self.made.groups.push(group);
            self.made.sizes.push(0);
        }
        self.made.of_rows.push(*number);
        self.made.sizes[usize::from(*number)] += 1;
    }

    pub(super) fn finish(self) -> FilterGroups {
        self.made
    }
}

impl FilterGroups {
    pub(super) fn of_row(&self, row: u32) -> FilterGroup {
        self.groups[self.number(row)]
    }

    /// The number of the row's group.
    #[inline(always)]
    pub(super) fn number(&self, row: u32) -> usize {
        usize::from(self.of_rows[row as usize])
    }

    /// Every group, by number.
    pub(super) fn iter(&self) -> impl Iterator<Item = FilterGroup> {
        self.groups.iter().copied()
    }

    /// Whether a group matches all filters of the query, by group number.
    pub(super) fn matching(&self, query: &Query) -> Vec<bool> {
        self.iter().map(|group| group.matches(query).all()).collect()
    }

    /// The number of rows in each group, by group number.
    pub(super) fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// Keeps the rows of these groups. `is_in` has an entry for each group.
    pub(super) fn retain_rows(&self, rows: &mut Vec<u32>, is_in: &[bool]) {
        gpf_search_kernel::retain_rows_of_groups(rows, &self.of_rows, is_in);
    }

    /// The matches in these groups.
    pub(super) fn matches_in(&self, matches: &[Match], is_in: &[bool]) -> Vec<Match> {
        gpf_search_kernel::matches_in_groups(matches, &self.of_rows, is_in)
    }

    /// The number of matches in each group, by group number.
    pub(super) fn count(&self, matches: &[Match]) -> Vec<u32> {
        gpf_search_kernel::count_by_group(matches, &self.of_rows, self.groups.len())
    }
}
