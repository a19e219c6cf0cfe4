//! The same script tag can be on a page any number of times.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;
use serde_json::Value;
use thirtyfour::By;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("script-twice.html").await?;
    let finders = b.driver().find_all(By::Css("gp-federation-finder")).await?.len();
    ensure!(finders == 2, "{finders} finders for two placeholders");
    for (css, region) in
        [("[data-region=London] > *", Region::London), ("[data-region=Midlands] > *", Region::Midlands)]
    {
        let finder = b.finder_at(css).await?;
        Expected::region(region).is_shown_by(&finder).await?;
    }
    let instances: usize = b.js("return window.instances", &[]).await?;
    ensure!(instances == 1, "{instances} wasm instances");
    // And a third time, added by a script of the page much later.
    b.js_async::<Value>(
        "const script = document.createElement('script');
         script.src = '../gp-federations.js';
         const loaded = new Promise((resolve) => { script.onload = resolve; });
         document.body.append(script);
         await loaded;",
        &[],
    )
    .await?;
    let finders = b.driver().find_all(By::Css("gp-federation-finder")).await?.len();
    ensure!(finders == 2, "{finders} finders after the script came again");
    Ok(())
}
