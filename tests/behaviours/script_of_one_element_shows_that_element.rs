//! A tag without options shows the one element of its script, under any file name. The page gets an error for an
//! element that no script contains.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{TAGS, script_of};
use crate::harness::builder::page_with;

const KINDS: [&str; 3] = ["finder", "comparison", "guide"];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (kind, tag) in KINDS.into_iter().zip(TAGS) {
        b.serve(&format!("/v1/{kind}.js"), script_of(kind)?, &["Content-Type: text/javascript; charset=utf-8"]);
        // With another file name, a tag is identified by its options.
        for script in [format!("/gp-federations-{kind}.js"), format!("/v1/{kind}.js\" data-heading-level=\"3")] {
            open(b, &[&script], "").await?;
            shows(b, &[tag]).await.with_context(|| script.clone())?;
        }
    }
    // Two tags show two elements. A placeholder of the same kind replaces the tag, one of another kind does not.
    open(b, &["/gp-federations-comparison.js", "/gp-federations-finder.js"], "").await?;
    shows(b, &[TAGS[1], TAGS[0]]).await?;
    let placeholder = "<div data-gp-federations=\"finder\"></div>";
    open(b, &["/gp-federations-comparison.js", "/gp-federations-finder.js"], placeholder).await?;
    shows(b, &[TAGS[0], TAGS[1]]).await?;
    let in_placeholder: bool =
        b.js("return !!document.querySelector('[data-gp-federations] > gp-federation-finder')", &[]).await?;
    ensure!(in_placeholder, "the finder is not in its placeholder");

    let line = "gp-federations: the page has a <gp-federation-guide>, but its script does not";
    b.expect_console(line);
    open(
        b,
        &["/gp-federations-finder.js"],
        "<div data-gp-federations=\"guide\"><a href=\"guide.html\">Guide</a></div>",
    )
    .await?;
    let said = "return window.__recorded.some((it) => it.includes(arguments[0]) && it.includes('add gp-federations-guide.js'))";
    b.wait_for("the line about the guide", said, &[line.into()]).await?;
    let link: bool =
        b.js("return document.querySelector('gp-federation-guide a').getClientRects().length > 0", &[]).await?;
    ensure!(link, "the link in the placeholder is gone");
    Ok(())
}

async fn open(b: &mut Browser, scripts: &[&str], content: &str) -> Result<()> {
    let tags: String = scripts.iter().map(|it| format!("<script src=\"{it}\" defer></script>")).collect();
    b.open_written("/one-element.html", &page_with(&[content, &tags].concat())).await
}

/// Checks that the page shows exactly these elements, in this order.
async fn shows(b: &Browser, tags: &[&str]) -> Result<()> {
    let running = "const all = [...document.querySelectorAll('main *')].filter((it) => it.localName.startsWith('gp-'));
        return all.map((it) => it.localName).join() === arguments[0]
            && all.every((it) => it.shadowRoot && it.shadowRoot.querySelector('.gpf'));";
    let names = Value::from(tags.join(","));
    b.wait_for(&format!("{names} alone"), running, std::slice::from_ref(&names)).await
}
