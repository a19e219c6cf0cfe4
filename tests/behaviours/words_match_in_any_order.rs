//! All words must match, in any position.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let expected = Expected::text("primary warrington");
    ensure!(expected.len() == 1 && expected.ids() == Expected::text("warrington primary").ids());
    finder.search("primary warrington").await?;
    expected.is_shown_by(&finder).await?;
    let marked = finder.texts(".gpf-name mark").await?;
    ensure!(marked == ["Warrington", "Primary"] || marked == ["Warrington Primary"], "marked is {marked:?}");
    Ok(())
}
