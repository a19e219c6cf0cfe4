//! A block in an editor's post shows the live finder with the block's options, in the width of the theme's column.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_wordpress("/block/").await?;
    let finder = b.finder().await?;
    let expected = Expected::region(Region::NorthWest);
    finder.eventually_shows(&expected.ids()[..5]).await?;
    ensure!(finder.text(".gpf-heading").await? == "Federations near us");
    let (block, paragraph): ([f64; 2], [f64; 2]) = b
        .js(
            "const ends = (css) => {
                 const { left, right } = document.querySelector(css).getBoundingClientRect();
                 return [left, right];
             };
             return [ends('.wp-block-gp-federations-widget'), ends('.entry-content > p')];",
            &[],
        )
        .await?;
    ensure!(
        block[0] > 0.0 && block[0] < paragraph[0] && paragraph[1] < block[1],
        "a wide block stands at {block:?}, a paragraph at {paragraph:?}"
    );
    Ok(())
}
