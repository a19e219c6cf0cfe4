//! The widget leaves no storage, no cookie and no request, and one global.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("globals.html").await?;
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    finder.click(".gpf-federation > summary").await?;
    finder.choose("#gpf-region", Region::NorthWest.name()).await?;
    finder.eventually_contains(".gpf-count", "North West").await?;

    // Browsers load the scripts of a page in any order.
    let mut requests = b.requests();
    requests.sort();
    ensure!(
        requests == ["GET /gp-federations.js", "GET /pages/globals.html", "GET /pages/globals.js"],
        "the page asked its server for {requests:?}"
    );
    let asked: Vec<String> = b
        .js(
            "return performance.getEntriesByType('resource')
                 .map(({ name }) => name.split('/').pop())
                 .filter((name) => name !== 'favicon.ico')
                 .sort();",
            &[],
        )
        .await?;
    ensure!(asked == ["__recorder.js", "globals.js", "gp-federations.js"], "the page loaded {asked:?}");
    let stored: Vec<usize> = b
        .js_async(
            "const workers = navigator.serviceWorker;
         return [localStorage.length, sessionStorage.length, document.cookie.length,
             indexedDB.databases ? (await indexedDB.databases()).length : 0,
             window.caches ? (await caches.keys()).length : 0,
             workers ? (await workers.getRegistrations()).length : 0];",
            &[],
        )
        .await?;
    ensure!(stored.iter().all(|count| *count == 0), "storage, session, cookie, databases, caches, workers: {stored:?}");
    // ChromeDriver adds its own globals.
    let globals: Vec<String> = b
        .js(
            "return Object.getOwnPropertyNames(window)
                 .filter((name) => !window.globalsBefore.has(name) && name !== 'globalsBefore')
                 .filter((name) => !/^(\\$?cdc_|se_|ret_nodes$)/.test(name));",
            &[],
        )
        .await?;
    ensure!(globals == ["gpFederations"], "new globals: {globals:?}");
    Ok(())
}
