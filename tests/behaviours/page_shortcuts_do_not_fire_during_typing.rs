//! While a user types in the finder, the page's single-key shortcuts do not fire. Elsewhere they do.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("shortcuts.html").await?;
    let finder = b.finder().await?;
    finder.search("warrington / s?").await?;
    Expected::text("warrington / s?").is_shown_by(&finder).await?;
    let fired: Vec<String> = b.js("return window.fired", &[]).await?;
    ensure!(fired.is_empty(), "while typing, the page heard {fired:?}");
    finder.js::<Value>("root.activeElement.blur()", &[]).await?;
    b.press('s').await?;
    b.wait_for("the page's own shortcut", "return window.fired.includes('keydown s')", &[]).await
}
