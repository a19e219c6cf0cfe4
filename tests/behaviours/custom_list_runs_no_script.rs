//! Scripts, `javascript:` URLs and tags in every cell are shown as text, in the list, its details and the report.

use anyhow::{Result, ensure};
use gpf_domain::import::Merge;

use crate::harness::Browser;
use crate::harness::custom_list::{corpus, first_page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("custom-list-scripts.html").await?;
    let finder = b.finder().await?;
    let ours = corpus("script-everywhere.csv", Merge::Replace);
    finder.eventually_shows(&first_page(&ours)).await?;
    for row in 1..=ours.directory.len() {
        finder.click(&format!(".gpf-federation:nth-of-type({row}) > summary")).await?;
    }
    finder.click(".gpf-report > summary").await?;
    let open = "return root.querySelectorAll('.gpf-federation dl').length === args[0]";
    finder.wait_for("all details", open, &[ours.directory.len().into()]).await?;
    finder.eventually_contains(".gpf-name", "<script>alert(1)</script>").await?;
    finder.eventually_contains(".gpf-report td", "javascript:alert(1)").await?;

    let made = finder.count("script, img, iframe, style, [onerror], [onclick], [style]").await?;
    ensure!(made == 0, "the list made {made} elements or handlers");
    let links: Vec<String> = finder.js("return [...root.querySelectorAll('a')].map((a) => a.protocol)", &[]).await?;
    ensure!(links.iter().all(|it| it == "http:" || it == "https:"), "links lead to {links:?}");
    // An alert would have stopped the driver here.
    finder.eventually_contains(".gpf-footer", "script-everywhere.csv").await
}
