//! A frame without scripts shows a link to the page that works without scripts. It opens in the frame, because a sandbox
//! that forbids scripts usually forbids new tabs, too.

use anyhow::{Result, ensure};
use serde_json::Value;

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
    let expected = ("GP federations in England, all on one page", "gp-federations.html", "_self", true, 0);
    let seen = (&*found.0, &*found.1, &*found.2, found.3, found.4);
    ensure!(seen == expected, "the frame shows {found:?}");
    b.js::<Value>("document.querySelector('iframe').contentDocument.querySelector('a').click()", &[]).await?;
    let opened = "const page = document.querySelector('iframe').contentDocument;
        return page.readyState === 'complete' && page.location.pathname.endsWith('/gp-federations.html') &&
            page.querySelectorAll('li').length > 100";
    b.wait_for("the page in the frame", opened, &[]).await
}
