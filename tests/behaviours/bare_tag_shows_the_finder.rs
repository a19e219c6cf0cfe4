//! A pasted tag alone shows the whole finder in the place of the tag.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;

    ensure!(finder.text("h2.gpf-heading").await? == "Find a GP federation");
    let search = finder.find("#gpf-search").await?;
    ensure!(b.role(&search).await? == "searchbox");
    ensure!(b.name(&search).await? == "Search by name, place or postcode");
    let stands_after: String = finder.js("return host.previousElementSibling.localName", &[]).await?;
    ensure!(stands_after == "script", "the finder stands after <{stands_after}>, not after its tag");
    Ok(())
}
