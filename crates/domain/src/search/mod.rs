//! Search over a [`Directory`](crate::directory::Directory). The input is a [`Query`] with the typed text and the
//! filters. The output is [`SearchResults`]: the rows in the order to show them, and the counts beside the filters'
//! values.
//!
//! There are no postings lists and no trie. The [`Index`] is the folded text of all records, and a search is a
//! substring search in this text. It takes less time than building a compact inverted index, and also finds the middle
//! of a word. The code that runs for every row is in `gpf_search_kernel`, which is compiled for speed.
//!
//! ```
//! # use gpf_domain::{directory::Directory, search::{Index, SearchSession, Query, summary}};
//! # fn example(directory: &Directory) {
//! let index = Index::new(directory);
//! let mut session = SearchSession::default();
//! let query = Query { text: "st helens".to_owned(), ..Query::default() };
//! let found = index.search(directory, &query, &mut session);
//! for &row in &found.rows {
//!     let name = directory.federation(row).name();
//!     for piece in found.terms.highlight(name) {
//!         print!("{}{}", if piece.is_match { "*" } else { "" }, piece.text);
//!     }
//! }
//! println!("{}", summary(&found, &query));
//! # }
//! ```

mod engine;
mod facets;
mod filter_groups;
mod highlight;
mod index;
mod initials;
mod near;
mod part;
mod postcode;
mod query;
mod results;
mod secondary_text;
mod session;
mod sort_orders;
mod summary;
mod terms;
mod typo;
mod website;
mod wording;

pub use facets::{Counts, Facets};
pub use highlight::Span;
pub use index::{Index, IndexBuilder};
pub use query::{Filter, Query, Sort};
pub use results::{Near, SearchResults, SearchedPlace};
pub use session::SearchSession;
pub use summary::{Relaxation, readings, relaxations, summary};
pub use terms::Terms;
pub use typo::Correction;
pub use wording::{announcement, distance, notice};
