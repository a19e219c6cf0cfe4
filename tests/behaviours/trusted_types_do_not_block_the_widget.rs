//! With Trusted Types and no allowed policy, everything works: no HTML is assigned as a string.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::fallback::shows_the_plain_list;
use crate::harness::oracle::works;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("trusted-types.html").await?;
    let finder = b.finder().await?;
    works(&finder).await?;
    finder.open_first().await?;
    let guide =
        "const guide = document.createElement('gp-federation-guide'); document.querySelector('main').append(guide);";
    b.js::<serde_json::Value>(guide, &[]).await?;
    let guide = b.guide().await?;
    ensure!(guide.count(".gpf-section").await? > 0, "the guide is empty");

    // The fallback needs no policy either.
    b.expect_fallback("wasm-blocked");
    b.open("trusted-types-without-wasm.html").await?;
    shows_the_plain_list(&b.finder().await?).await
}
