//! What the search does with every row of a list: where words are, how good that is, and the order that follows from it.
//!
//! All the rest of the widget is compiled to be small. This is compiled to be quick, which makes a key 3 times quicker and
//! costs a kB, as long as nothing is here that is not done for thousands of rows. Where something large would be inlined
//! several times, `inline(never)` says no: a call is as quick.

mod find;
mod joins;
mod letters;
mod near;
mod needle;
mod piles;
mod rank;
mod records;
mod scan;
mod texts;

pub use find::{Finder, NOWHERE};
pub use joins::Joins;
pub use letters::Letters;
pub use near::{Near, each_near};
pub use needle::Needle;
pub use piles::{by_tier, count, in_piles, keep_marked, keep_passing, passing};
pub use rank::Tier;
pub use records::Records;
pub use scan::{Growth, Match, Sought};
pub use texts::Texts;
