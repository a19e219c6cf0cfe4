//! In Windows' high contrast colours, the map still shows borders, dots and the selected region.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    if !b.force_colours().await? {
        return Ok(());
    }
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.choose("#gpf-region", Region::London.name()).await?;
    Expected::region(Region::London).is_shown_by(&finder).await?;
    let (background, strokes, edges, dots): (String, Vec<String>, [String; 2], [String; 2]) = finder
        .js(
            "const style = (css) => getComputedStyle(root.querySelector(css));
             const system = document.body.appendChild(document.createElement('p'));
             system.style.color = 'Canvas';
             const background = getComputedStyle(system).color;
             return [
                 background,
                 ['.gpf-region', '.gpf-chosen', '.gpf-lead'].map((css) => style(css).stroke),
                 ['true', 'false'].map((it) => style(`.gpf-region-button[aria-pressed=${it}]`).borderLeftColor),
                 ['.gpf-dot circle', '.gpf-dot text'].map((css) => style(css).fill),
             ];",
            &[],
        )
        .await?;
    ensure!(!strokes.contains(&background), "something has the colour of the background, {background}: {strokes:?}");
    ensure!(strokes[0] != strokes[1], "the chosen region looks like the others: {strokes:?}");
    ensure!(edges[0] != edges[1], "the chosen region looks like the others: {edges:?}");
    ensure!(dots[0] != background && dots[1] == background, "dots and their numbers are {dots:?} on {background}");
    b.check_accessibility("with the map in forced colours").await?;
    b.keep_picture("forced-colours-map").await?;
    b.release_colours().await
}
