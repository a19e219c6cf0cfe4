//! If the wasm traps while it runs, the plain list replaces the finder: never an empty box.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::fallback::{reported, stop_finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_fallback("stopped");
    stop_finder(b).await?;
    reported(b, "stopped").await
}
