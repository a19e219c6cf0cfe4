//! A removed finder is silent and keeps no memory. If it is added again, it starts from its attributes.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("events.html").await?;
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    b.js::<Value>("window.kept = document.querySelector('gp-federation-finder'); window.kept.remove()", &[]).await?;
    b.settle(50).await?;
    let before: usize = b.js("return window.heard.length", &[]).await?;
    b.js::<Value>(
        "window.kept.setAttribute('region', 'London');
         window.dispatchEvent(new Event('beforeprint'));
         window.dispatchEvent(new Event('afterprint'));",
        &[],
    )
    .await?;
    // Longer than the delay before a count is announced.
    b.settle(1200).await?;
    let after: usize = b.js("return window.heard.length", &[]).await?;
    ensure!(before == after, "a removed finder still speaks");

    b.js::<Value>("document.querySelector('section').append(window.kept)", &[]).await?;
    let finder = b.finder().await?;
    let london = Expected::region(Region::London);
    london.is_shown_by(&finder).await?;
    ensure!(finder.count(".gpf").await? == 1 && finder.count("#gpf-search").await? == 1, "it is there twice");

    // Many times: each visit must leave the wasm unchanged.
    b.js_async::<Value>(
        "for (let i = 0; i < 50; i++) {
             window.kept.remove();
             await new Promise((resolve) => setTimeout(resolve));
             document.querySelector('section').append(window.kept);
             await new Promise((resolve) => setTimeout(resolve));
         }",
        &[],
    )
    .await?;
    london.is_shown_by(&b.finder().await?).await
}
