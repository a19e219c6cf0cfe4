//! A widget far from the visible part does not start, and shows the editor's content. Each widget starts when it is
//! scrolled near.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::each_shows;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("lazy.html").await?;
    // Longer than the start would have taken.
    b.settle(800).await?;
    each_shows(b, &["waits", "waits", "waits"]).await?;
    let (instances, heard): (usize, usize) = b.js("return [window.instances, window.heard.length]", &[]).await?;
    ensure!(instances == 0 && heard == 0, "{instances} instances, {heard} events before anything is near");
    let link: bool = b.js("return document.querySelector('gp-federation-finder a').offsetHeight > 0", &[]).await?;
    ensure!(link, "what the editor put inside can't be seen");
    let requests = b.requests();
    ensure!(requests.iter().filter(|it| it.contains("gp-federations.js")).count() == 1, "asked for {requests:?}");

    // Less than one screen away, but not in view.
    scroll_to(b, "gp-federation-finder", 1.5).await?;
    each_shows(b, &["runs", "waits", "waits"]).await?;
    Expected::region(Region::London).is_shown_by(&b.finder().await?).await?;
    scroll_to(b, "gp-federation-guide", 0.0).await?;
    each_shows(b, &["runs", "waits", "runs"]).await?;
    // Upwards, too.
    scroll_to(b, "gp-legal-form-comparison", -0.5).await?;
    each_shows(b, &["runs", "runs", "runs"]).await?;
    let instances: usize = b.js("return window.instances", &[]).await?;
    ensure!(instances == 1, "{instances} wasm instances");
    Ok(())
}

/// Scrolls until the element's top is the given number of screens below the window's top.
async fn scroll_to(b: &Browser, tag: &str, screens: f64) -> Result<()> {
    let body = "const { top } = document.querySelector(arguments[0]).getBoundingClientRect();
        scrollBy(0, top - arguments[1] * innerHeight); return null";
    b.js::<Value>(body, &[tag.into(), screens.into()]).await.map(drop)
}
