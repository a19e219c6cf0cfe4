//! A placeholder becomes the finder that it specifies. Its own content is the fallback.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("placeholder.html").await?;
    let finder = b.finder().await?;
    Expected::region(Region::London).is_shown_by(&finder).await?;

    let (finders, is_inside): (usize, bool) = b
        .js(
            "const all = document.querySelectorAll('gp-federation-finder');
             return [all.length, !!all[0].closest('[data-gp-federations]')];",
            &[],
        )
        .await?;
    ensure!(finders == 1, "{finders} finders instead of 1: the tag must not add one where there is a placeholder");
    ensure!(is_inside, "the finder is not in its placeholder");
    let is_shown: bool =
        b.js("return document.querySelector('[data-gp-federations] a').getClientRects().length > 0", &[]).await?;
    ensure!(!is_shown, "the placeholder's link is still shown");
    Ok(())
}
