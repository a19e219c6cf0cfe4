//! A classic script can be loaded from another origin without permission of its server.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::oracle::works;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("other-origin.html").await?;
    works(&b.finder().await?).await
}
