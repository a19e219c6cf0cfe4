//! The strictest policy that allows wasm shows the whole finder, including styles.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::oracle::works;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("strict-csp.html").await?;
    let finder = b.finder().await?;
    works(&finder).await?;
    finder.open_first().await?;
    let (sheets, border): (usize, String) = finder
        .js(
            "const { borderTopStyle } = getComputedStyle(root.querySelector('.gpf'));
             return [root.adoptedStyleSheets.length, borderTopStyle];",
            &[],
        )
        .await?;
    ensure!(sheets > 0 && border == "solid", "the finder has no style: {sheets} sheets, border {border}");
    Ok(())
}
