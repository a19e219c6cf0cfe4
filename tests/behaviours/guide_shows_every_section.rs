//! The guide contains every section of the data, in order, and each opens.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::guide::guide;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide.html").await?;
    let shown = b.guide().await?;
    let titles: Vec<&str> = guide().sections.iter().map(|it| &*it.title).collect();
    ensure!(shown.texts(".gpf-section:not([hidden]) > summary > h3").await? == titles, "other sections are shown");
    ensure!(shown.count("details[open].gpf-section").await? == 0, "a section is open: they are the contents");
    shown.click("[data-section=readiness] > summary").await?;
    shown.wait_for("the questions", "return root.querySelector('.gpf-question').offsetHeight > 0", &[]).await?;
    shown.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
    let text: String = shown.js("return root.querySelector('.gpf').innerText.replace(/\\s+/g, ' ')", &[]).await?;
    for block in guide().sections.iter().flat_map(|it| &it.blocks) {
        for said in block.texts() {
            ensure!(text.contains(said), "\"{said}\" is not shown");
        }
    }
    for question in &guide().questions {
        ensure!(text.contains(&question.text), "\"{}\" is not asked", question.text);
    }
    for reading in &guide().readings {
        ensure!(text.contains(&reading.title), "\"{}\" is not listed", reading.title);
    }
    ensure!(shown.count(".gpf-notice").await? == 0, "it says that it does not work");
    Ok(())
}
