//! At 320 CSS pixels nothing of the guide has to be scrolled sideways, pictures included.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide-narrow.html").await?;
    b.enter_frame("iframe").await?;
    let guide = b.guide().await?;
    guide.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
    let wide: Vec<String> = guide
        .js(
            "const limit = document.scrollingElement.clientWidth;
             return [...root.querySelectorAll('*')]
                 .filter((e) => !e.ownerSVGElement && !e.closest('.gpf-visually-hidden, .gpf-scroll') && e.getBoundingClientRect().right > limit + 0.5)
                 .map((e) => e.outerHTML.slice(0, 100))",
            &[],
        )
        .await?;
    ensure!(wide.is_empty(), "too wide: {wide:#?}");
    let page: bool =
        b.js("return document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth", &[]).await?;
    ensure!(page, "the page scrolls sideways");
    b.check_accessibility("on a phone").await
}
