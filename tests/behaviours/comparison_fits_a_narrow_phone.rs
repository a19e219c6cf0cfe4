//! At 320 CSS pixels the answers are grouped, in reading order, and nothing scrolls sideways.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison-narrow.html").await?;
    b.enter_frame("iframe").await?;
    let comparison = b.comparison().await?;
    comparison.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
    comparison.click(".gpf-all").await?;
    comparison.click(".gpf-why").await?;
    comparison.wait_for("the evidence", "return !!root.querySelector('.gpf-evidence')", &[]).await?;
    comparison.fits_the_page("with everything open").await?;
    let tops: Vec<f64> = comparison
        .js(
            "return [...root.querySelectorAll('.gpf-asked-line, .gpf-answer-group')].map((e) => e.getBoundingClientRect().top)",
            &[],
        )
        .await?;
    ensure!(tops.is_sorted(), "the answers don't stand in reading order");
    b.check_accessibility("on a phone").await
}
