//! Some editors can only change the page's head: then the finder is at the end of the main part.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("in-head.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    ensure!(finder.js::<bool>("return host === document.querySelector('main').lastElementChild", &[]).await?);
    Ok(())
}
