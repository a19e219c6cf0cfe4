//! The widget works without a server, on a network share: `file://`.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_file("bare.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await
}
