//! A page that listens for the size of an element can change that size in its listener, without an error in the
//! console.

use anyhow::Result;

use crate::harness::Browser;

const PAGE: &str = "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title>
    <script>
        window.heights = [];
        addEventListener('gpf-resize', ({ target, detail }) => {
            window.heights.push(detail.height);
            // At first a new width, which is also a new height, then only a new height.
            if (heights.length < 5) target.parentElement.style.paddingInline = `${30 * (heights.length % 2)}%`;
            else if (heights.length < 10) target.style.setProperty('--gpf-rem', `${16 + (heights.length % 3)}px`);
        });
    </script></head><body><main><h1>A page</h1>
    <gp-federation-finder loading=\"eager\"></gp-federation-finder>
    <script src=\"/gp-federations.js\" defer></script></main></body></html>";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_written("/listener.html", PAGE).await?;
    let finder = b.finder().await?;
    b.wait_for("10 sizes", "return heights.length >= 10", &[]).await?;
    finder.enter("warrington").await?;
    finder.wait_for("results", "return root.querySelectorAll('.gpf-federation').length > 0", &[]).await?;
    b.wait_for(
        "the last event to say the element's height",
        "const { offsetHeight } = document.querySelector('gp-federation-finder').shadowRoot.firstElementChild;
         return Math.abs(heights.at(-1) - offsetHeight) < 1",
        &[],
    )
    .await
}
