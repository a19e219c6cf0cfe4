//! At 320 CSS pixels, nothing in the guide scrolls sideways, including its charts.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide-narrow.html").await?;
    b.enter_frame("iframe").await?;
    let guide = b.guide().await?;
    guide.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
    guide.fits_the_page("with everything open").await?;
    b.check_accessibility("on a phone").await
}
