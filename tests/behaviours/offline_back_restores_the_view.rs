//! Going back to a page with a finder restores its view: with `url-sync` from the URL, without it if the browser keeps
//! the page in memory.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::engine::Engine;
use crate::harness::nginx::Nginx;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let server = Nginx::start(&[])?;
    server.add_host("frame.html", &[("head", ""), ("frame", "about:blank"), ("attributes", "")])?;
    for attributes in ["url-sync", ""] {
        server.add_host("finder-with-address.html", &[("attributes", attributes)])?;
        b.go_to(&server.at("page", &format!("finder-with-address.html?{attributes}"))).await?;
        let finder = b.finder().await?;
        finder.search("warrington").await?;
        Expected::text("warrington").is_shown_by(&finder).await?;
        if attributes == "url-sync" {
            b.wait_for("the address to follow", "return location.search.includes('warrington')", &[]).await?;
        }
        b.js::<Value>(
            "addEventListener('pageshow', ({ persisted }) => { window.wasKept = persisted; }); return null",
            &[],
        )
        .await?;
        b.click("p a").await?;
        b.wait_for("the other page", "return document.title === 'A page with a frame'", &[]).await?;
        b.driver().back().await?;
        b.wait_for("the page again", "return document.title === 'A page to come back to'", &[]).await?;
        let finder = b.finder().await?;
        let was_kept: bool = b.js("return window.wasKept === true", &[]).await?;
        // Firefox keeps no page in memory that is controlled by a driver.
        ensure!(was_kept || b.engine == Engine::Firefox, "{} did not keep the page", b.engine);
        if was_kept || attributes == "url-sync" {
            Expected::text("warrington").is_shown_by(&finder).await?;
        } else {
            Expected::everything().is_shown_by(&finder).await?;
        }
        let has_all = was_kept || attributes == "url-sync";
        let text: String = finder.js("return root.getElementById('gpf-search').value", &[]).await?;
        ensure!(
            text == if has_all { "warrington" } else { "" },
            "the search box has {text:?}, not what the list shows"
        );
        // The finder still works.
        finder.search("camden").await?;
        Expected::text("camden").is_shown_by(&finder).await?;
    }
    Ok(())
}
