//! What the search does with every row of a list: where words are, how good that is, and the order that follows from it.
//!
//! All the rest of the widget is compiled to be small. This is compiled to be quick, which makes a key 3 times quicker and
//! costs a kB, as long as nothing is here that is not done for thousands of rows. Where something large would be inlined
//! several times, `inline(never)` says no: a call is as quick.

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

pub use bucket_sort::{by_rank, count, counting_sort, passing, retain_matches, retain_passing};
pub use find::{NOT_FOUND, SubstringFinder};
pub use joins::Joins;
pub use letter_mask::LetterMask;
pub use needle::Needle;
pub use one_edit::{OneEdit, for_each_one_edit};
pub use rank::Tier;
pub use records::SearchRecords;
pub use scan::{Match, Refinement, TermMatcher};
pub use texts::TextTable;
