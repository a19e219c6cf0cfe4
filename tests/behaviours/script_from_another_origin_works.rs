//! A classic script can be loaded from another origin without permission of its server.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("other-origin.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await
}
