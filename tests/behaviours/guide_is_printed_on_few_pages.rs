//! The whole guide, with all sections open, prints on up to 12 A4 pages in Chromium, and 14 in Firefox.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::engine::Engine;
use crate::harness::paper::pages;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide.html").await?;
    b.guide().await?;
    let Some(count) = pages(b).await? else { return Ok(()) };
    let most = if b.engine == Engine::Chromium { 12 } else { 14 };
    ensure!((5..=most).contains(&count), "{count} pages are printed");
    Ok(())
}
