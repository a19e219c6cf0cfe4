//! Events bubble from the element to the page, cross shadow roots, and contain what happened.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("events.html").await?;
    let finder = b.finder().await?;
    let everything = Expected::everything();
    everything.is_shown_by(&finder).await?;
    let heard = async |kind: &str| -> Result<Vec<Event>> {
        b.js("return window.heard.filter(({ type }) => type === arguments[0])", &[kind.into()]).await
    };
    b.wait_for("gpf-ready", "return window.heard.some(({ type }) => type === 'gpf-ready')", &[]).await?;
    ensure!(heard("gpf-ready").await?.len() == 1, "gpf-ready more than once");

    finder.search("warrington").await?;
    let expected = Expected::text("warrington");
    expected.is_shown_by(&finder).await?;
    let results = heard("gpf-results").await?;
    let last = results.last().context("no gpf-results")?;
    let total = everything.len();
    let detail = json!({ "total": total, "matching": expected.len(), "region": null, "text": "warrington" });
    ensure!(last.detail == detail, "gpf-results says {}", last.detail);

    let first = expected.federations().next().context("nothing found")?;
    finder.click(".gpf-federation > summary").await?;
    b.wait_for("gpf-select", "return window.heard.some(({ type }) => type === 'gpf-select')", &[]).await?;
    let selected = heard("gpf-select").await?;
    let detail = json!({ "id": first.id(), "name": first.name() });
    ensure!(selected.len() == 1 && selected[0].detail == detail, "gpf-select says {:?}", selected[0].detail);

    let all: Vec<Event> = b.js("return window.heard", &[]).await?;
    for Event { kind, bubbles, composed, target, .. } in all {
        ensure!(bubbles && composed && target == "gp-federation-finder", "{kind} from {target}: {bubbles}, {composed}");
        ensure!(kind != "gpf-error", "an error was reported");
    }
    Ok(())
}

#[derive(Deserialize)]
struct Event {
    #[serde(rename = "type")]
    kind: String,
    bubbles: bool,
    composed: bool,
    detail: Value,
    target: String,
}
