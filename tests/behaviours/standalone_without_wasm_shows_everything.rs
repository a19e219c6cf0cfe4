//! On a server whose policy forbids WebAssembly or the page's script, the page shows everything.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::fallback::shows_the_plain_list;
use crate::harness::geometry_rule::Rule;
use crate::harness::guide::guide;
use crate::harness::nginx::Nginx;
use crate::harness::oracle::directory;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("gp-federations (wasm-blocked)");
    b.allow_console("gp-federations (wasm-blocked)");
    // A blocked script or style fires an additional error.
    b.allow_console("securitypolicyviolation: ");
    b.allow_console("error: undefined");
    b.allow_console("Content Security Policy");
    b.exempt_from_geometry(
        Rule::Marker,
        "a page without its styles has a block in each summary, as the browser lays it out",
    );
    let policy = "Content-Security-Policy: default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'self' 'unsafe-inline'";
    let server = Nginx::start(&[policy])?;
    b.go_to(&server.at("page", "gpf/gp-federations.html")).await?;
    shows_the_plain_list(&b.finder().await?).await?;
    let comparison = b.comparison().await?;
    ensure!(comparison.count(".gpf-fallback .gpf-table").await? == 2, "the comparison's tables are not there");
    ensure!(
        b.guide().await?.count(".gpf-fallback .gpf-section").await? == guide().sections.len(),
        "the guide is not whole"
    );

    let server = Nginx::start(&["Content-Security-Policy: default-src 'none'; script-src 'self'"])?;
    b.go_to(&server.at("page", "gpf/gp-federations.html")).await?;
    let text: String = b.js("return document.querySelector('main').innerText", &[]).await?;
    for federation in directory().federations() {
        ensure!(text.contains(federation.name()), "{} is not on the page", federation.name());
    }
    Ok(())
}
