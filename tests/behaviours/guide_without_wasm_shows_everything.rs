//! If WebAssembly cannot run, the whole guide appears with its charts. Only the readiness check does not count.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::guide::{guide, moments};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_fallback("no-wasm");
    b.open("guide-without-webassembly.html").await?;
    let shown = b.guide().await?;
    shown.wait_for("the text", "return !!root.querySelector('.gpf-fallback')", &[]).await?;
    let titles: Vec<&str> = guide().sections.iter().map(|it| &*it.title).collect();
    ensure!(shown.texts(".gpf-section:not([hidden]) > summary > h3").await? == titles, "other sections are shown");
    ensure!(shown.count(".gpf-period .gpf-moment").await? == moments().len(), "events are missing");
    ensure!(shown.count(".gpf-notice:not([hidden])").await? == 1, "nothing says what doesn't work");
    ensure!(shown.count(".gpf-live:not([hidden])").await? == 0, "a dead button is shown");
    b.check_accessibility("without wasm").await
}
