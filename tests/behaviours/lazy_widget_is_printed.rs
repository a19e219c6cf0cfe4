//! Widgets that have not started print their static content from the build. Afterwards they still wait.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{TAGS, observed_states};
use crate::harness::oracle::directory;
use crate::harness::paper;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("lazy.html").await?;
    // The first tasks of the start, after which the elements are known to wait.
    b.settle(0).await?;
    let body = "window.dispatchEvent(new Event('beforeprint'));
        const texts = arguments[0].map((tag) => document.querySelector(tag).shadowRoot.querySelector('.gpf').textContent);
        const names = [...document.querySelector(arguments[0][0]).shadowRoot.querySelectorAll('li > strong')].length;
        window.dispatchEvent(new Event('afterprint'));
        return [texts, names];";
    let (texts, names): (Vec<String>, usize) = b.js(body, &[TAGS.to_vec().into()]).await?;
    ensure!(names == directory().federations().count(), "{names} federations are on paper");
    ensure!(
        texts.iter().all(|text| text.len() > 2_000),
        "on paper: {:?}",
        texts.iter().map(String::len).collect::<Vec<_>>()
    );
    ensure!(!texts.concat().contains("does not work"), "paper says that the search does not work");
    // Sections that are closed on the screen are printed, too.
    if let Some(paper) = paper::print(b).await? {
        for text in
            ["Warrington Health Plus", "Company limited by shares", "A GP federation is an organisation that several"]
        {
            ensure!(paper.holds(text), "not on paper: {text}");
        }
    }
    let seen = observed_states(b, None).await?;
    ensure!(seen == ["waits", "waits", "waits"], "after printing: {seen:?}");
    let instances: usize = b.js("return window.instances", &[]).await?;
    ensure!(instances == 0, "printing started the wasm");
    b.js::<Value>("document.querySelector('gp-federation-finder').scrollIntoView(); return null", &[]).await?;
    b.finder().await?.wait_for("the finder", "return !!root.querySelector('#gpf-search')", &[]).await
}
