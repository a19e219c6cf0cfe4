//! One button clears the text and all filters. It is shown only if there is something to clear.

use anyhow::{Result, ensure};
use gpf_domain::directory::{LegalFormChoice, Region, Status};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    ensure!(!finder.find(".gpf-clear").await?.is_displayed().await?, "nothing to clear yet");
    finder.search("health").await?;
    finder.choose("#gpf-region", Region::NorthWest.name()).await?;
    finder.choose("#gpf-status", Status::Active.id()).await?;
    finder.choose("#gpf-legal-form", LegalFormChoice::NotStated.id()).await?;
    finder.eventually_contains(".gpf-count", "North West").await?;
    finder.clear().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let controls = finder.controls().await?;
    ensure!(controls[..4].iter().all(String::is_empty), "the controls still show {controls:?}");
    ensure!(b.focused().await?.starts_with("input#gpf-search"), "the focus is lost with the button");
    ensure!(!finder.find(".gpf-clear").await?.is_displayed().await?);
    Ok(())
}
