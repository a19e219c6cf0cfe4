//! The page's URL changes with the view only if `url-sync` is set.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::search::Query;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("plain-element.html?from=menu#top").await?;
    let finder = b.finder().await?;
    let before = b.address().await?;
    finder.search("health").await?;
    Expected::text("health").is_shown_by(&finder).await?;
    b.settle(500).await?;
    ensure!(b.address().await? == before, "the address has changed to {}", b.address().await?);

    b.open("url-sync.html?from=menu#top").await?;
    let finder = b.finder().await?;
    let entries: usize = b.js("return history.length", &[]).await?;
    finder.search("health").await?;
    finder.choose("#gpf-region", Region::NorthWest.name()).await?;
    let query =
        Query { text: "health".to_owned(), region: Some(RegionChoice::Is(Region::NorthWest)), ..Query::default() };
    let expected = Expected::of(query);
    expected.is_shown_by(&finder).await?;
    b.wait_for(
        "the address to follow",
        "return location.search.includes('health') && location.search.includes('North')",
        &[],
    )
    .await?;
    let address = b.address().await?;
    ensure!(
        address.contains("from=menu") && address.ends_with("#top"),
        "what the page had in its address is gone: {address}"
    );
    let now: usize = b.js("return history.length", &[]).await?;
    ensure!(now == entries, "typing has filled the history: {entries} entries, now {now}");

    b.driver().refresh().await?;
    let finder = b.finder().await?;
    expected.is_shown_by(&finder).await?;
    finder.clear().await?;
    b.wait_for("the address to be as before", "return location.search === '?from=menu'", &[]).await
}
