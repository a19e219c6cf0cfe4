//! Should the wasm stop while it runs, the plain list takes the finder's place: never a blank box.

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
    // What the wasm relies on breaks under its feet.
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
