//! Many sites set `html { font-size: 62.5% }`: texts and boxes keep their sizes.

use anyhow::{Result, ensure};

use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let normal = sizes(&b.finder().await?).await?;
    b.open("small-root.html").await?;
    let small = sizes(&b.finder().await?).await?;
    ensure!(normal == small, "sizes are {small:?}\n  instead of {normal:?}");
    ensure!(normal.iter().any(|(_, size)| size == "16px" || size == "19px"), "these are not NHS sizes: {normal:?}");
    Ok(())
}

/// All text sizes, and the height of a control.
async fn sizes(finder: &Finder) -> Result<Vec<(String, String)>> {
    finder
        .js(
            "const sizes = ['.gpf', '.gpf-heading', 'label', '#gpf-search', '.gpf-count', '.gpf-group',
                 '.gpf-name', 'button']
                 .map((css) => [css, getComputedStyle(root.querySelector(css)).fontSize]);
             sizes.push(['height', root.querySelector('#gpf-search').offsetHeight + 'px']);
             return sizes;",
            &[],
        )
        .await
}
