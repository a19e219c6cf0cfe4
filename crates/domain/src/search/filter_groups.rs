//! Filter groups: rows that no filter distinguishes.

use gpf_search_kernel::Match;

use super::query::Query;
use crate::directory::{Federation, LegalFormChoice, RegionChoice, RegionSet, Status};

/// The values that the filters use. Rows with the same regions (and main region), status and legal form are in one
/// class, so that filters and counts are computed once per class. A directory of 100,000 has a few dozen.
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
        key = key << 3 | RegionChoice::of(self.regions).index();
        key = key << 2 | self.status.index();
        key << 3 | self.legal_form.index()
    }

    pub(super) fn matches(self, query: &Query) -> FilterMatch {
        FilterMatch {
            region: query.region.is_none_or(|region| region.matches(self.regions)),
            status: query.status.is_none_or(|status| status == self.status),
            legal_form: query.legal_form.is_none_or(|form| form == self.legal_form),
        }
    }
}

const KEYS: usize = 1 << 15;

/// Which filters a class passes.
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

/// The class of every row.
pub(super) struct FilterGroups {
    of_rows: Vec<u16>,
    classes: Vec<FilterGroup>,
    /// The number of rows in each class.
    sizes: Vec<u32>,
}

/// A builder for [`FilterGroups`].
pub(super) struct FilterGroupsBuilder {
    made: FilterGroups,
    /// By [`FilterGroup::key`]: the number of the class.
    numbers: Vec<u16>,
}

impl FilterGroupsBuilder {
    const NONE: u16 = u16::MAX;

    pub(super) fn new(rows: usize) -> Self {
        let made = FilterGroups { of_rows: Vec::with_capacity(rows), classes: Vec::new(), sizes: Vec::new() };
        Self { made, numbers: vec![Self::NONE; KEYS] }
    }

    pub(super) fn push(&mut self, federation: Federation<'_>) {
        let class = FilterGroup::of(federation);
        let number = &mut self.numbers[class.key()];
        if *number == Self::NONE {
            *number = self.made.classes.len() as u16;
            self.made.classes.push(class);
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
        self.classes[self.number(row)]
    }

    /// The number of the row's class.
    #[inline(always)]
    pub(super) fn number(&self, row: u32) -> usize {
        usize::from(self.of_rows[row as usize])
    }

    /// Every class, by number.
    pub(super) fn iter(&self) -> impl Iterator<Item = FilterGroup> {
        self.classes.iter().copied()
    }

    /// The number of rows in each class, by class number.
    pub(super) fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// Keeps the rows whose class passes. `passes` has an entry for each class.
    pub(super) fn keep(&self, rows: &mut Vec<u32>, passes: &[bool]) {
        gpf_search_kernel::retain_passing(rows, &self.of_rows, passes);
    }

    /// The matches whose class passes.
    pub(super) fn passing(&self, matches: &[Match], passes: &[bool]) -> Vec<Match> {
        gpf_search_kernel::passing(matches, &self.of_rows, passes)
    }

    /// The number of matches in each class, by class number.
    pub(super) fn count(&self, matches: &[Match]) -> Vec<u32> {
        gpf_search_kernel::count(matches, &self.of_rows, self.classes.len())
    }
}
