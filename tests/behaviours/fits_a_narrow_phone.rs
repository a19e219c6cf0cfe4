//! At 320 CSS pixels (or 400% zoom), nothing scrolls sideways, and targets are large enough.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("narrow.html").await?;
    b.enter_frame("iframe").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let width: u32 = b.js("return window.innerWidth", &[]).await?;
    ensure!(width == 320, "the page is {width} wide");
    finder.fits_the_page("at the start").await?;
    finder.open_region("London").await?;
    finder.open_first().await?;
    finder.fits_the_page("with open details").await?;
    b.check_accessibility("on a phone").await?;
    finder.search("qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq").await?;
    finder.wait_for("nothing found", "return !!root.querySelector('.gpf-nothing')", &[]).await?;
    finder.fits_the_page("with a long word that finds nothing").await
}
