//! After a link to a part of the page, that part is still in view when the widgets have replaced the longer lists.

use anyhow::{Result, ensure};

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_alone("gp-federations.html#comparison", "").await?;
    b.finder().await?;
    b.comparison().await?;
    let there = "return Math.abs(document.getElementById('comparison').getBoundingClientRect().top
        - parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)) < 2";
    b.wait_for("the part that the link names", there, &[]).await?;
    b.settle(300).await?;
    ensure!(b.js::<bool>(there, &[]).await?, "the part has gone away again");
    Ok(())
}
