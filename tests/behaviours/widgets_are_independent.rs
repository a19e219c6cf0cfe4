//! Two finders on a page share one wasm instance and have separate states.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::search::Query;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("two.html").await?;
    let (north, london) = (b.finder_at("#north").await?, b.finder_at("#london").await?);
    let in_region = |region, text: &str| {
        Expected::of(Query { text: text.to_owned(), region: Some(RegionChoice::Is(region)), ..Query::default() })
    };
    in_region(Region::NorthWest, "").is_shown_by(&north).await?;
    in_region(Region::London, "").is_shown_by(&london).await?;
    north.search("warrington").await?;
    in_region(Region::NorthWest, "warrington").is_shown_by(&north).await?;
    in_region(Region::London, "").is_shown_by(&london).await?;
    let instances: usize = b.js("return window.instances", &[]).await?;
    ensure!(instances == 1, "{instances} wasm instances");
    Ok(())
}
