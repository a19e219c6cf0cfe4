//! Every policy that allows our script and wasm shows all three elements completely, including styles.

use anyhow::{Context, Result};

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_run, page};

const POLICIES: [&str; 5] = [
    "",
    "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; base-uri 'none'; form-action 'none'",
    // The policy of SharePoint Online.
    "script-src 'self' 'unsafe-eval'; style-src 'self'",
    "default-src 'self' 'wasm-unsafe-eval'; object-src 'none'; frame-ancestors 'none'",
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for policy in POLICIES {
        let header = format!("Content-Security-Policy: {policy}");
        let headers: &[&str] = if policy.is_empty() { &[] } else { &[&header] };
        let address = b.serve("/policy.html", page(SCRIPTS), headers);
        b.go_to(&address).await?;
        all_run(b).await.with_context(|| format!("under \"{policy}\""))?;
    }
    Ok(())
}
