//! If the wasm traps while it runs, the plain list replaces the finder: never an empty box.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::fallback::{reported, shows_the_plain_list};
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("console.warn: gp-federations (stopped)");
    b.allow_console("gp-federations (stopped)");
    b.open("events.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    // Breaks a function that the wasm uses.
    b.js::<Value>(
        "for (const name of ['createElement', 'createTextNode']) {
             Document.prototype[name] = () => { throw new Error('broken by the test'); };
         }",
        &[],
    )
    .await?;
    finder.type_text("w").await?;
    finder.wait_for("the plain list", "return !!root.querySelector('.gpf-fallback')", &[]).await?;
    shows_the_plain_list(&finder).await?;
    reported(b, "stopped").await
}
