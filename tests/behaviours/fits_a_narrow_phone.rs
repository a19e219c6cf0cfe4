//! At 320 CSS pixels (or 400% zoom) nothing has to be scrolled sideways, and targets are large enough.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::expected::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("narrow.html").await?;
    b.enter_frame("iframe").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let width: u32 = b.js("return window.innerWidth", &[]).await?;
    ensure!(width == 320, "the page is {width} wide");
    fits(b, "at the start").await?;
    finder.click(".gpf-federation > summary").await?;
    finder.wait_for("the details", "return !!root.querySelector('.gpf-federation dl')", &[]).await?;
    fits(b, "with open details").await?;
    b.check_accessibility("on a phone").await?;
    finder.search("qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq").await?;
    finder.wait_for("nothing found", "return !!root.querySelector('.gpf-nothing')", &[]).await?;
    fits(b, "with a long word that finds nothing").await
}

/// Nothing is wider than the page, neither the page itself nor anything in the finder.
async fn fits(b: &Browser, state: &str) -> Result<()> {
    let wide: Vec<String> = b
        .js(
            "const page = document.scrollingElement, limit = page.clientWidth;
             const root = document.querySelector('gp-federation-finder').shadowRoot;
             const wide = [...root.querySelectorAll('*')]
                 // What only screen readers get is one clipped pixel.
                 .filter((element) => !element.closest('.gpf-visually-hidden'))
                 .map((element) => [element, element.getBoundingClientRect().right])
                 .filter(([, right]) => right > limit + 0.5)
                 .map(([{ localName, className }, right]) => `${localName}.${className} ${right}`);
             if (page.scrollWidth > limit) wide.push('the page ' + page.scrollWidth);
             return wide;",
            &[],
        )
        .await?;
    ensure!(wide.is_empty(), "wider than the page, {state}: {wide:?}");
    Ok(())
}
