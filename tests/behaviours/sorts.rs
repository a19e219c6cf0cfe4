//! Every order of the list.

use anyhow::Result;
use gpf_core::search::{Query, Sort};

use crate::harness::Browser;
use crate::harness::expected::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    for sort in Sort::ALL.into_iter().rev() {
        finder.choose("#gpf-sort", sort.id()).await?;
        Expected::of(Query { sort, ..Query::default() }).is_shown_by(&finder).await?;
    }
    finder.search("gp").await?;
    for sort in Sort::ALL.into_iter().rev() {
        finder.choose("#gpf-sort", sort.id()).await?;
        Expected::of(Query { text: "gp".to_owned(), sort, ..Query::default() }).is_shown_by(&finder).await?;
    }
    Ok(())
}
