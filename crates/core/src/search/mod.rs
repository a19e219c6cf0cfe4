//! Search over a [`Directory`](crate::directory::Directory): what was typed and chosen goes in as a [`Query`], rows in
//! the order to show them come out as [`Found`], with the counts that the filters show beside their choices.
//!
//! There are no postings and no tree of words. The [`Index`] is the folded text of all records, and a search is a
//! substring search over it, which is quicker than a well-packed index is to build and finds the middle of a word too.
//! What runs for every row is in `gpf_scan`, which is compiled for speed.
//!
//! ```
//! # use gpf_core::{directory::Directory, search::{Index, Narrowing, Query, summary}};
//! # fn example(directory: &Directory) {
//! let index = Index::new(directory);
//! let mut narrowing = Narrowing::default();
//! let query = Query { text: "st helens".to_owned(), ..Query::default() };
//! let found = index.search(directory, &query, &mut narrowing);
//! for &row in &found.rows {
//!     let name = directory.federation(row).name();
//!     for piece in found.words.highlight(name) {
//!         print!("{}{}", if piece.marked { "*" } else { "" }, piece.text);
//!     }
//! }
//! println!("{}", summary(&found, &query));
//! # }
//! ```

mod classes;
mod facets;
mod find;
mod fold;
mod highlight;
mod index;
mod narrowing;
mod near;
mod order;
mod postcode;
mod query;
mod slip;
mod summary;
#[cfg(test)]
mod tests;
mod words;

pub use facets::{Counts, Facets};
pub use find::Found;
pub use fold::fold;
pub use highlight::Piece;
pub use index::{Index, IndexBuilder};
pub use narrowing::Narrowing;
pub use near::{Locator, Near, Postcode};
pub use query::{Filter, Query, Sort};
pub use slip::Slip;
pub use summary::{WayOut, readings, summary, ways_out};
pub use words::Words;
