//! Back and forward within a page: a finder with `url-sync` shows the view of the URL, and nothing else changes.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::directory;

const PAGE: &str = "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>Back within a page</title></head>
<body><main id=main><h1>Back within a page</h1><p><a href='#content' id=skip>Skip to the content</a></p>
<gp-federation-finder url-sync region=London loading=eager></gp-federation-finder>
<gp-federation-finder id=apart loading=eager></gp-federation-finder>
<gp-legal-form-comparison id=forms url-sync loading=eager></gp-legal-form-comparison>
<h2 id=content>Content</h2></main><script src='gp-federations.js' defer></script></body></html>";

/// Waits for a region in the finder. After going back, WebKit no longer accepts the old reference to an element.
async fn region(b: &Browser, css: &str, expected: &str) -> Result<()> {
    let body = "const root = document.querySelector(arguments[0])?.shadowRoot;
        return root?.querySelector('#gpf-region')?.value === arguments[1]";
    b.wait_for(&format!("region {expected:?} in {css}"), body, &[css.into(), expected.into()]).await
}

/// Waits for a kind of form in the comparison.
async fn kind(b: &Browser, expected: &str) -> Result<()> {
    let body = "const root = document.querySelector('#forms').shadowRoot;
        return root.querySelector('[data-field=kind]:checked').value === arguments[0]";
    b.wait_for(expected, body, &[expected.into()]).await
}

const SYNCED: &str = "gp-federation-finder";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_written("/back.html", PAGE).await?;
    let synced = b.finder_at(SYNCED).await?;
    let apart = b.finder_at("#apart").await?;
    let forms = b.finder_at("#forms").await?;
    region(b, SYNCED, "London").await?;
    apart.choose("#gpf-region", "South West").await?;
    // Immediately: the selection is not in the URL yet, and must be kept nonetheless.
    let body = "const select = root.querySelector('#gpf-region');
        select.value = 'Midlands';
        select.dispatchEvent(new Event('change', { bubbles: true }));
        document.getElementById('skip').click();
        return null";
    synced.js::<Value>(body, &[]).await?;
    let at =
        "return location.hash === '#content' && new URLSearchParams(location.search).get('gpf-region') === 'Midlands'";
    b.wait_for("the address of the content", at, &[]).await?;
    region(b, SYNCED, "Midlands").await?;
    synced.choose("#gpf-region", "South East").await?;
    forms.click("[data-field=kind][value=models]").await?;
    let at = "return location.search.includes('South') && location.search.includes('forms-kind=models')";
    b.wait_for("the address of both", at, &[]).await?;
    let entries: usize = b.js("return history.length", &[]).await?;
    // Not through the driver: browsers skip history entries that were added without a user gesture.
    b.js::<Value>("history.back(); return null", &[]).await?;
    // The first entry was left before anything was written to it.
    region(b, SYNCED, "London").await?;
    kind(b, "legal-forms").await?;
    b.js::<Value>("history.forward(); return null", &[]).await?;
    region(b, SYNCED, "South East").await?;
    kind(b, "models").await?;
    region(b, "#apart", "South West").await?;
    let now: usize = b.js("return history.length", &[]).await?;
    ensure!(now == entries, "going back and forward has changed the history: {entries} entries, now {now}");
    let address = b.address().await?;
    ensure!(address.ends_with("#content") && !address.contains("apart"), "{address}");
    // A page that adds its own history entries.
    b.js::<Value>("history.pushState(null, '', '?gpf-region=London'); history.pushState(null, '', '?gpf-search=care'); return null", &[])
        .await?;
    b.js::<Value>("history.back(); return null", &[]).await?;
    region(b, SYNCED, "London").await?;
    // From a link to one federation back to an address without parameters, and forward again.
    let finder = b.finder().await?;
    let id = directory().federation(40).id();
    let linked = "return root.querySelector(`[data-id='${args[0]}']`)?.open === true";
    let push = format!(
        "history.pushState(null, '', '?'); history.pushState(null, '', '?gpf-federation={id}');
        history.back(); return null"
    );
    b.js::<Value>(&push, &[]).await?;
    region(b, SYNCED, "London").await?;
    b.js::<Value>("history.forward(); return null", &[]).await?;
    finder.wait_for("the federation of the link", linked, &[id.into()]).await?;
    b.js::<Value>("history.back(); return null", &[]).await?;
    let count = "return root.querySelector('.gpf-count').textContent.includes('London')";
    finder.wait_for("the view of the options", count, &[]).await?;
    // A removed finder no longer listens to the URL.
    b.js::<Value>("document.querySelector('gp-federation-finder').remove(); return null", &[]).await?;
    b.js::<Value>("history.back(); return null", &[]).await?;
    region(b, "#apart", "South West").await
}
