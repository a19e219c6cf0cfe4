//! The widget works without a server, on a network share: `file://`.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::oracle::works;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_file("bare.html").await?;
    works(&b.finder().await?).await
}
