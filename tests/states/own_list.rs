//! The finder with a custom list: with problems, while it loads, and after an error.

use anyhow::{Result, ensure};
use serde_json::Value;

use super::Look;
use super::state::Mode::{Desktop, ForcedColours, Phone, Tablet};
use super::state::{State, state};
use crate::harness::Browser;

pub(super) const STATES: &[State] = &[
    state("report", "The report of how a list was read, open")
        .seen(&[Phone, Desktop, ForcedColours])
        .of(".gpf-report")
        .up_to(900),
    state("loading", "While a list is read; what is typed meanwhile stays").seen(&[Phone, Desktop, ForcedColours]),
    state("failed", "The list cannot be used, and why").seen(&[Phone, Tablet, ForcedColours]).up_to(800),
];

/// A list that arrives when the test releases it.
const HELD: &str = "const fetch = window.fetch;
    window.fetch = async (url, options) => /held/.test(url)
        ? new Response(new ReadableStream({ start: (to) => { window.list = to; } }), { headers: { 'Content-Length': 400000 } })
        : fetch(url, options);
    document.querySelector('gp-federation-finder').src = 'held.csv';";

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.open("own-list-report.html").await?;
    let finder = b.finder().await?;
    finder.eventually_contains(".gpf-footer", "wrong-cells.csv").await?;
    finder.click(".gpf-report > summary").await?;
    look.at(b, "report").await?;

    b.js::<Value>(HELD, &[]).await?;
    finder.eventually_contains(".gpf-reading", "Loading held.csv").await?;
    ensure!(finder.count(".gpf-federation, .gpf-map").await? == 0, "another list is shown meanwhile");
    finder.search("second").await?;
    // Progress depends on the speed of the machine, and a bar without a known length never stops moving.
    finder.js::<Value>("root.querySelector('progress').value = 250", &[]).await?;
    look.at(b, "loading").await?;
    b.js::<Value>("list.enqueue(new TextEncoder().encode('name\\nFirst\\nSecond\\n')); list.close()", &[]).await?;
    finder.eventually_shows(&["second".to_owned()]).await?;

    b.expect_console("gp-federations (data-unusable)");
    finder.js::<Value>("host.src = '../lists/web-page.csv'; host.search = ''", &[]).await?;
    finder.search("").await?;
    finder.eventually_contains(".gpf-list-error", "web page").await?;
    look.at(b, "failed").await
}
