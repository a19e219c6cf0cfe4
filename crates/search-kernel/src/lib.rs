//! The inner loops of the search: finding words in each row of a list, and ranking and ordering the matches.
//!
//! The rest of the widget is compiled for size. This crate is compiled for speed, which makes each keystroke 3 times
//! quicker and costs 1 kB. So it has only code that runs for thousands of rows. `inline(never)` keeps large functions
//! from being inlined several times: a call is as quick.

mod bucket_sort;
mod find;
mod joins;
mod letter_mask;
mod needle;
mod one_edit;
mod rank;
mod records;
mod scan;
mod texts;

pub use bucket_sort::{
    by_rank, count_by_group, counting_sort, matches_in_groups, retain_matches, retain_rows_of_groups,
};
pub use find::{NOT_FOUND, SubstringFinder};
pub use joins::Joins;
pub use letter_mask::LetterMask;
pub use needle::Needle;
pub use one_edit::{OneEdit, for_each_one_edit};
pub use rank::Tier;
pub use records::SearchRecords;
pub use scan::{Match, Refinement, TermMatcher};
pub use texts::TextTable;
