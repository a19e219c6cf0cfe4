//! Placeholders that a page adds long after the script has run become finders.

use anyhow::Result;
use gpf_domain::directory::Region;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("placeholder.html").await?;
    b.finder().await?;
    b.js::<Value>(
        "const section = document.createElement('section');
         section.innerHTML =
             '<div id=\"later\" data-gp-federations=\"finder\" data-region=\"Midlands\"></div>';
         document.querySelector('main').append(section);
         // Below the first finder it would wait until it is scrolled near.
         section.scrollIntoView();",
        &[],
    )
    .await?;
    let finder = b.finder_at("#later gp-federation-finder").await?;
    Expected::region(Region::Midlands).is_shown_by(&finder).await
}
