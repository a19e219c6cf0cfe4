//! Enter in the search box moves the focus past the filters to the first result. If nothing is found, the focus does
//! not move.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.search("leeds").await?;
    Expected::text("leeds").is_shown_by(&finder).await?;
    b.press(Key::Enter).await?;
    let first = "return root.activeElement === root.querySelector('.gpf-federation > summary')";
    finder.wait_for("the focus on the first federation", first, &[]).await?;
    let opened = finder.count(".gpf-federation[open]").await?;
    ensure!(opened == 0, "Enter has opened what it went to");

    finder.search("qqqqqqqqqq").await?;
    finder.wait_for("nothing to be found", "return !root.querySelector('.gpf-federation')", &[]).await?;
    b.press(Key::Enter).await?;
    b.settle(100).await?;
    let focused = b.focused().await?;
    ensure!(focused.contains("#gpf-search"), "the focus is on {focused}, with nothing found");

    // Without a search: the first region.
    finder.clear().await?;
    Expected::everything().is_shown_by(&finder).await?;
    b.press(Key::Enter).await?;
    let region = "return root.activeElement === root.querySelector('.gpf-results summary')";
    finder.wait_for("the focus on the first region", region, &[]).await
}
