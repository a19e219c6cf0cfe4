//! While nothing is typed, the list stands under the headings of the regions; while something is, it does not.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::expected::{Expected, PAGE};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let everything = Expected::everything();
    everything.is_shown_by(&finder).await?;
    let outline = "return [...root.querySelectorAll('.gpf-group, .gpf-federation')].map((e) =>
        e.matches('.gpf-group') ? '# ' + e.firstChild.textContent.trim() : e.dataset.id)";
    let mut expected = Vec::new();
    for federation in everything.federations().take(PAGE) {
        let heading = format!("# {}", federation.regions().first().map_or("Not known", |region| region.name()));
        if !expected.contains(&heading) {
            expected.push(heading);
        }
        expected.push(federation.id().to_owned());
    }
    let shown: Vec<String> = finder.js(outline, &[]).await?;
    ensure!(shown == expected, "shown is {shown:?}\n  expected {expected:?}");
    let heading = finder.find("h3.gpf-group").await?;
    ensure!(b.role(&heading).await? == "heading");

    finder.search("health").await?;
    Expected::text("health").is_shown_by(&finder).await?;
    ensure!(finder.count(".gpf-group").await? == 0, "ranked results must not stand under regions");
    Ok(())
}
