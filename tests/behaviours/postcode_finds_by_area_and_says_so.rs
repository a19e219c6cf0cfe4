//! A postcode finds by its area, which is approximate.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::expected::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    for postcode in ["WA7 2ES", "wa7"] {
        finder.search(postcode).await?;
        let expected = Expected::text(postcode);
        ensure!(expected.found.area.as_deref() == Some("WA") && expected.len() > 0);
        expected.is_shown_by(&finder).await?;
        finder.says(".gpf-notice", "WA").await?;
        finder.says(".gpf-notice", "approximate").await?;
    }
    finder.search("halton").await?;
    Expected::text("halton").is_shown_by(&finder).await?;
    ensure!(finder.count(".gpf-notice").await? == 0, "the notice about postcodes is still there");
    Ok(())
}
