//! A sandboxed frame has an opaque origin: the widget works, but the page follows only frames that keep their origin.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::documents::block;
use crate::harness::frame::Framed;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let head = block("iframe.md", "addEventListener('message'")?;
    for (sandbox, is_followed) in [("allow-scripts", false), ("allow-scripts allow-same-origin", true)] {
        let attributes = format!("width=\"700\" height=\"400\" sandbox=\"{sandbox}\"");
        let _server =
            Framed { head: &head, attributes: &attributes, frame: "embed.html?url-sync", ..Framed::default() }
                .open(b)
                .await?;
        b.enter_frame("iframe").await?;
        let finder = b.finder().await?;
        Expected::everything().is_shown_by(&finder).await?;
        finder.enter("warrington").await?;
        Expected::text("warrington").is_shown_by(&finder).await?;
        b.driver().enter_default_frame().await?;
        let height: u32 = b.js("return document.querySelector('iframe').clientHeight", &[]).await?;
        ensure!((height != 400) == is_followed, "sandbox=\"{sandbox}\": the frame is {height} high");
    }
    Ok(())
}
