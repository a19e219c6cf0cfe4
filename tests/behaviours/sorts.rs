//! Every sort order works. "Nearest first" exists only during a search for a postcode.

use anyhow::Result;
use gpf_domain::search::{Query, Sort};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let offered = Sort::ALL.into_iter().filter(|sort| *sort != Sort::Nearest);
    for sort in offered.clone().rev() {
        finder.choose("#gpf-sort", sort.id()).await?;
        Expected::of(Query { sort, ..Query::default() }).is_shown_by(&finder).await?;
    }
    finder.search("gp").await?;
    for sort in offered.rev() {
        finder.choose("#gpf-sort", sort.id()).await?;
        Expected::of(Query { text: "gp".to_owned(), sort, ..Query::default() }).is_shown_by(&finder).await?;
    }
    Ok(())
}
