//! Colours with less contrast than WCAG AA get a warning. The preview shows them, and one button removes them.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static").await?;
    b.fill_in("colour-accent", "#ffcc00").await?;
    let said = b.text_of("#contrast").await?;
    ensure!(said.contains("Links and buttons on the background: the contrast is 1.5 to 1"), "it says \"{said}\"");
    let of_preview =
        "return getComputedStyle(document.querySelector('#preview > *')).getPropertyValue('--gpf-accent').trim()";
    ensure!(b.js::<String>(of_preview, &[]).await? == "#ffcc00", "the preview does not show the colour");

    b.fill_in("colour-accent", "003087").await?;
    let said = b.text_of("#contrast").await?;
    ensure!(said.starts_with("Contrast is good"), "it says \"{said}\"");
    b.fill_in("colour-accent", "darkish").await?;
    let error = b.text_of("#colour-accent-error").await?;
    ensure!(error.contains("# and 6 digits"), "it says \"{error}\"");

    b.js::<Value>("document.querySelector('#reset-colours').click()", &[]).await?;
    ensure!(b.text_of("#contrast").await?.is_empty() && b.text_of("#colour-accent-error").await?.is_empty());
    let snippet = b.snippet("script").await?;
    ensure!(!snippet.contains("--gpf-"), "{snippet}");
    Ok(())
}
