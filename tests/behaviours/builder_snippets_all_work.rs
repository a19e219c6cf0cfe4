//! Every snippet shows the selected element and settings in a page of its own.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::builder::page_with;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (choices, ways) in [
        ("#show=finder&host=static&region=London", &["script", "placeholder", "element"][..]),
        ("#show=finder&host=static&region=London&integrity=yes&colour-accent=%23003087", &["script", "element"]),
    ] {
        b.open_builder(choices).await?;
        let mut snippets = Vec::new();
        for way in ways {
            snippets.push((way, b.snippet(way).await?));
        }
        for (way, snippet) in snippets {
            b.open_written(&format!("/{way}.html"), &page_with(&snippet)).await?;
            let finder = b.finder().await?;
            Expected::region(Region::London).is_shown_by(&finder).await?;
            let accent: String =
                finder.js("return getComputedStyle(host).getPropertyValue('--gpf-accent').trim()", &[]).await?;
            let expected = if choices.contains("colour") { "#003087" } else { "" };
            ensure!(accent == expected, "{way}: the colour is \"{accent}\", not \"{expected}\"");
        }
    }

    b.open_builder("#show=comparison&host=static&kind=models").await?;
    let snippet = b.snippet("script").await?;
    b.open_written("/comparison.html", &page_with(&snippet)).await?;
    let columns: Vec<String> = b.finder_at("gp-legal-form-comparison").await?.texts("thead th").await?;
    ensure!(columns.iter().any(|it| it.contains("Merger")), "the comparison compares {columns:?}");

    b.open_builder("#show=finder&host=static&region=London").await?;
    let frame = b.snippet("iframe").await?;
    b.open_written("/framed.html", &page_with(&frame)).await?;
    b.enter_frame("iframe").await?;
    Expected::region(Region::London).is_shown_by(&b.finder().await?).await
}
