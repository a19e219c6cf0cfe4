//! The documented headers are enough for the frame's server, and its `frame-ancestors` allows the page.

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;
use crate::harness::documents::block;
use crate::harness::fallback::shows_the_plain_list;
use crate::harness::frame::Framed;
use crate::harness::oracle::Expected;

/// The other views, their elements, and content that needs the wasm.
const OTHERS: [(&str, &str, &str); 2] = [
    ("comparison", "gp-legal-form-comparison", "[data-field=form]"),
    ("guide", "gp-federation-guide", ".gpf-result .gpf-count"),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let header = block("iframe.md", "frame-ancestors")?;
    let header = header.trim().replace("https://intranet.example.nhs.uk", "http://page.localhost:*");
    ensure!(header.contains("localhost"), "the guide's policy names no website");
    let policy = header.strip_prefix("Content-Security-Policy: ").context("the guide has no policy")?;
    let _server = Framed { headers: &[&header], ..Framed::default() }.open(b).await?;
    b.enter_frame("iframe").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    finder.enter("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    let margin: String = b.js("return getComputedStyle(document.body).marginTop", &[]).await?;
    ensure!(margin == "0px", "the page's own style did not arrive");
    b.driver().enter_default_frame().await?;
    for (view, element, works) in OTHERS {
        let frame = ["embed.html?view=", view].concat();
        let _server = Framed { frame: &frame, headers: &[&header], ..Framed::default() }.open(b).await?;
        b.enter_frame("iframe").await?;
        let works = format!("return !root.querySelector('.gpf-fallback') && !!root.querySelector('{works}')");
        b.finder_at(element).await?.wait_for(view, &works, &[]).await?;
        b.driver().enter_default_frame().await?;
    }

    // With a custom list.
    let frame = "embed.html?view=finder&src=federations.csv&label=Our+list";
    let server = Framed { frame, headers: &[&header], ..Framed::default() }.open(b).await?;
    b.enter_frame("iframe").await?;
    b.finder().await?.eventually_contains(".gpf-footer", "Our list").await?;
    b.driver().enter_default_frame().await?;
    drop(server);

    // Without one keyword of the policy, everything appears as plain text.
    let without_wasm = ["Content-Security-Policy: ", &policy.replace(" 'wasm-unsafe-eval'", "")].concat();
    b.expect_console("gp-federations (wasm-blocked)");
    b.allow_console("gp-federations (wasm-blocked)");
    b.allow_console("securitypolicyviolation: script-src");
    b.allow_console("Content Security Policy");
    for (view, element, _) in OTHERS {
        let frame = ["embed.html?view=", view].concat();
        let _server = Framed { frame: &frame, headers: &[&without_wasm], ..Framed::default() }.open(b).await?;
        b.enter_frame("iframe").await?;
        let reads = "return (root.querySelector('.gpf-fallback')?.textContent.length ?? 0) > 10000";
        b.finder_at(element).await?.wait_for(view, reads, &[]).await?;
        b.driver().enter_default_frame().await?;
    }
    // Last, because the console of a frame is recorded only while the frame exists.
    let _server = Framed { headers: &[&without_wasm], ..Framed::default() }.open(b).await?;
    b.enter_frame("iframe").await?;
    shows_the_plain_list(&b.finder().await?).await
}
