//! With Trusted Types, all three elements run whatever policies the page allows, because they do not assign HTML as
//! strings.

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_run, page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for names in ["; trusted-types gp-federations", "; trusted-types 'none'", ""] {
        let header = format!(
            "Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'{names}"
        );
        let address = b.serve("/policy.html", page(SCRIPTS), &[&header]);
        b.go_to(&address).await?;
        all_run(b).await.with_context(|| format!("under \"{header}\""))?;
        // Details, a comparison with answers, an explanation in a chart: later rendering works in the same way.
        let finder = b.finder().await?;
        finder.open_first().await?;
        let is_enforced: bool = b
            .js(
                "if (!window.trustedTypes) return true;
                 try { document.createElement('p').innerHTML = '<b>x</b>'; return false; } catch { return true; }",
                &[],
            )
            .await?;
        ensure!(is_enforced, "the page allows HTML as text: the test tests nothing");
    }
    // The last question, at the place of its answers.
    b.allow_console("securitypolicyviolation: require-trusted-types-for trusted-types-sink");
    b.allow_console("requires 'TrustedHTML'");
    b.allow_console("This document requires");
    Ok(())
}
