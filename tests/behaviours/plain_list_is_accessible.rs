//! axe finds nothing in the fallback.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::fallback::shows_the_plain_list;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("console.warn: gp-federations (no-wasm)");
    b.allow_console("gp-federations (no-wasm)");
    b.open("no-webassembly.html").await?;
    let finder = b.finder().await?;
    shows_the_plain_list(&finder).await?;
    b.check_accessibility("the fallback").await
}
