//! A widget far out of view starts nothing and shows what the editor put inside; scrolled near, it starts, and so does
//! each of the others in its turn.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::search::Query;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::each_shows;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("lazy.html").await?;
    // As long as it would have taken, and more.
    b.settle(800).await?;
    each_shows(b, &["waits", "waits", "waits"]).await?;
    let (instances, heard): (usize, usize) = b.js("return [window.instances, window.heard.length]", &[]).await?;
    ensure!(instances == 0 && heard == 0, "{instances} instances, {heard} events before anything is near");
    let link: bool = b.js("return document.querySelector('gp-federation-finder a').offsetHeight > 0", &[]).await?;
    ensure!(link, "what the editor put inside can't be seen");
    let requests = b.requests();
    ensure!(requests.iter().filter(|it| it.contains("gp-federations.js")).count() == 1, "asked for {requests:?}");

    // Within one screen of it, but not in view.
    scroll_to(b, "gp-federation-finder", 1.5).await?;
    each_shows(b, &["runs", "waits", "waits"]).await?;
    let london = Query { region: Some(RegionChoice::Is(Region::London)), ..Query::default() };
    Expected::of(london).is_shown_by(&b.finder().await?).await?;
    scroll_to(b, "gp-federation-guide", 0.0).await?;
    each_shows(b, &["runs", "waits", "runs"]).await?;
    // Upwards too.
    scroll_to(b, "gp-legal-form-comparison", -0.5).await?;
    each_shows(b, &["runs", "runs", "runs"]).await?;
    let instances: usize = b.js("return window.instances", &[]).await?;
    ensure!(instances == 1, "{instances} wasm instances");
    Ok(())
}

/// So that the element's top is so many screens under the top of the window.
async fn scroll_to(b: &Browser, tag: &str, screens: f64) -> Result<()> {
    let body = "const { top } = document.querySelector(arguments[0]).getBoundingClientRect();
        scrollBy(0, top - arguments[1] * innerHeight); return null";
    b.js::<Value>(body, &[tag.into(), screens.into()]).await.map(drop)
}
