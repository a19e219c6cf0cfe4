//! The custom element with attributes shows a finder.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("element.html").await?;
    let finder = b.finder().await?;
    Expected::region(Region::London).is_shown_by(&finder).await?;
    let finders: usize = b.js("return document.querySelectorAll('gp-federation-finder').length", &[]).await?;
    ensure!(finders == 1, "{finders} finders instead of 1");
    Ok(())
}
