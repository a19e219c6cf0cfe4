//! A search with one typo still has results, and the list shows the corrected word.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.search("wakefeild").await?;
    let expected = Expected::text("wakefeild");
    ensure!(!expected.found.corrections.is_empty() && expected.len() > 0, "the search did not forgive the typo");
    expected.is_shown_by(&finder).await?;
    for correction in &expected.found.corrections {
        finder.eventually_contains(".gpf-count", &correction.typed).await?;
        finder.eventually_contains(".gpf-count", &correction.corrected).await?;
    }
    ensure!(finder.count(".gpf-notice, .gpf-about").await? == 0, "it is said twice");
    Ok(())
}
