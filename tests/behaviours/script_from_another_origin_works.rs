//! A classic script needs no permission of its server to be used elsewhere.

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
