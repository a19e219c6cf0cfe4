//! If the wasm traps while it runs, the plain list replaces the finder: never an empty box.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::fallback::{reported, shows_the_plain_list};
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_fallback("stopped");
    b.open("events.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    b.break_wasm().await?;
    finder.type_text("w").await?;
    shows_the_plain_list(&finder).await?;
    reported(b, "stopped").await
}
