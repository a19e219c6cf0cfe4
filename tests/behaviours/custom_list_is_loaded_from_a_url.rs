//! A file that Excel saved beside the script replaces the built-in list.

use anyhow::{Result, ensure};
use gpf_domain::import::Merge;
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::custom_list::{corpus, first_page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("custom-list.html").await?;
    let finder = b.finder().await?;
    let ours = corpus("windows-1252.csv", Merge::Replace);
    finder.eventually_shows(&first_page(&ours)).await?;
    let shown = finder.rows().await?.remove(0);
    ensure!(shown.name == "King’s Café – Health", "the name is {}", shown.name);
    let footer = finder.text(".gpf-footer").await?;
    ensure!(footer == "List: Cheshire team, 5 October 2026.", "the footer says \"{footer}\"");
    ensure!(finder.count(".gpf-list-error, .gpf-report").await? == 0, "readers see what is for editors");

    finder.click(".gpf-federation > summary").await?;
    finder.eventually_contains(".gpf-federation dl", "Môn").await?;
    let sources = finder.texts(".gpf-sources, .gpf-source:not(.gpf-copy-one)").await?;
    ensure!(sources.is_empty(), "a list that names no source has {sources:?}");

    // Announced once, and nothing from the built-in list before.
    let told: Vec<(String, Value)> = b.js("return told", &[]).await?;
    let data = json!({ "file": "windows-1252.csv", "rows": 1, "used": 1, "skippedRows": 0, "ignoredCells": 0,
        "replaced": 0, "problemCount": 0 });
    let results = json!({ "total": 1, "matching": 1, "region": null, "text": "" });
    let expected = [("gpf-data".to_owned(), data), ("gpf-results".to_owned(), results)];
    ensure!(told == expected, "the page was told {told:?}");
    Ok(())
}
