//! Each point of the chart of sizes has an explanation, by pointer and by keyboard, and the text contains the same
//! data.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::Browser;
use crate::harness::guide::populations;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide.html").await?;
    let shown = b.guide().await?;
    shown.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
    for (picture, least) in [(".gpf-populations", populations().len())] {
        let titles = shown.texts(&format!("{picture} .gpf-point > title")).await?;
        ensure!(titles.len() == least, "{picture} has {} points for {least} facts", titles.len());
        let stops = shown.count(&format!("{picture} .gpf-point[tabindex='0']")).await?;
        ensure!(stops == 1, "{picture} has {stops} stops for the Tab key");
        let told = format!("{picture} .gpf-told:not([hidden])");
        ensure!(shown.count(&told).await? == 0, "something is told before anybody asks");

        shown.js::<Value>("root.querySelector(args[0]).focus()", &[format!("{picture} .gpf-point").into()]).await?;
        shown.eventually_contains(&told, &titles[0]).await?;
        b.press(Key::Right).await?;
        shown.eventually_contains(&told, &titles[1]).await?;
        b.press(Key::End).await?;
        shown.eventually_contains(&told, &titles[titles.len() - 1]).await?;
        b.press(Key::Left).await?;
        b.press(Key::Home).await?;
        shown.eventually_contains(&told, &titles[0]).await?;
        b.press(Key::Escape).await?;
        shown.wait_for("silence", "return !root.querySelector(args[0])", &[told.clone().into()]).await?;
        let over = "root.querySelectorAll(args[0])[2].dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }))";
        shown.js::<Value>(over, &[format!("{picture} .gpf-point").into()]).await?;
        shown.eventually_contains(&told, &titles[2]).await?;
    }
    let strangers: Vec<String> = shown
        .js(
            "return [...root.querySelectorAll('svg, svg *')]
                 .filter((e) => e.namespaceURI !== 'http://www.w3.org/2000/svg' || (e.localName === 'g' && !e.attributes.length))
                 .map((e) => e.outerHTML.slice(0, 80))",
            &[],
        )
        .await?;
    ensure!(strangers.is_empty(), "not SVG, or an empty group: {strangers:?}");
    let rows = shown.texts(".gpf-section[data-section=sizes] tbody > tr").await?.join("\n");
    for population in populations() {
        ensure!(rows.contains(&population.name), "the table lacks {}", population.name);
    }
    Ok(())
}
