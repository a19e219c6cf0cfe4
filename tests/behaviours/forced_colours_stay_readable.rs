//! With Windows' high contrast colours nothing is lost: axe again, and a picture for people.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::expected::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // Only Chromium can be asked for them.
    if !b.engine.has_devtools() {
        return Ok(());
    }
    let emulate = async |b: &Browser, value: &str| -> Result<Value> {
        let features = json!({ "features": [{ "name": "forced-colors", "value": value }] });
        Ok(b.driver().cdp().send_raw("Emulation.setEmulatedMedia", features).await?)
    };
    emulate(b, "active").await?;
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    finder.click(".gpf-federation > summary").await?;
    finder.wait_for("the details", "return !!root.querySelector('.gpf-federation dl')", &[]).await?;
    ensure!(b.js::<bool>("return matchMedia('(forced-colors: active)').matches", &[]).await?);
    b.check_accessibility("with forced colours").await?;
    // A match that is only told by its background would be lost.
    let mark: Vec<String> = finder
        .js("const style = getComputedStyle(root.querySelector('mark')); return [style.backgroundColor, style.textDecorationLine, style.fontWeight, style.borderBottomStyle]", &[])
        .await?;
    ensure!(mark[0] != "rgba(0, 0, 0, 0)" || mark[1] != "none" || mark[2] != "400" || mark[3] != "none", "matches are not marked");
    b.keep_picture("forced-colours").await?;
    emulate(b, "none").await?;
    Ok(())
}
