//! The whole guide, all its sections open, is printed on at most 12 pages of A4.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::paper::pages;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide.html").await?;
    b.guide().await?;
    let Some(count) = pages(b).await? else { return Ok(()) };
    ensure!((5..=12).contains(&count), "{count} pages are printed");
    Ok(())
}
