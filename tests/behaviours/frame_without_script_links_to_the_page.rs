//! A frame without scripts shows a link to the page that works without scripts. It opens outside the frame.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::frame::Framed;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let attributes = "width=\"700\" height=\"400\" sandbox=\"allow-same-origin\"";
    // Chromium reports each script that a sandbox blocks.
    b.allow_console("the document's frame is sandboxed");
    let _server = Framed { attributes, host: "page", ..Framed::default() }.open(b).await?;
    let link = "const page = document.querySelector('iframe').contentDocument;
        const link = page.querySelector('a');
        return [link.textContent, link.href.split('/').pop(), link.target || page.querySelector('base').target,
            link.offsetHeight > 0, page.querySelectorAll('gp-federation-finder').length];";
    let found: (String, String, String, bool, u32) = b.js(link, &[]).await?;
    let expected =
        ("GP federations in England, all on one page (opens in new tab)", "gp-federations.html", "_blank", true, 0);
    let seen = (&*found.0, &*found.1, &*found.2, found.3, found.4);
    ensure!(seen == expected, "the frame shows {found:?}");
    Ok(())
}
