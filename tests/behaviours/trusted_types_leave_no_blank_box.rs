//! Where the page enforces Trusted Types, the finder is there, or at least the plain list.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::expected::Expected;
use crate::harness::fallback::shows_the_plain_list;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("trusted-types.html").await?;
    let finder = b.finder().await?;
    if finder.count(".gpf-fallback").await? > 0 {
        b.expect_console("console.warn: gp-federations (");
        b.allow_console("gp-federations (");
        b.allow_console("require-trusted-types-for");
        b.allow_console("This document requires 'TrustedHTML'");
        shows_the_plain_list(&finder).await?;
        let code = "return window.heard.find(({ type }) => type === 'gpf-error')?.detail.code ?? ''";
        let code: String = b.js(code, &[]).await?;
        ensure!(!code.is_empty(), "gpf-error has no code");
        return Ok(());
    }
    Expected::everything().is_shown_by(&finder).await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    finder.click(".gpf-federation > summary").await?;
    finder.wait_for("the details", "return !!root.querySelector('.gpf-federation dl')", &[]).await
}
