//! Under a policy without `'wasm-unsafe-eval'`, all three elements show their static content from the build, and one
//! console line gives the reason.

use anyhow::{Context, Result};

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_fell_back, page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_fallback("wasm-blocked");
    for policy in ["script-src 'self'", "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'"] {
        let header = format!("Content-Security-Policy: {policy}");
        let address = b.serve("/policy.html", page(SCRIPTS), &[&header]);
        b.go_to(&address).await?;
        all_fell_back(b, "wasm-blocked").await.with_context(|| format!("under \"{policy}\""))?;
    }
    Ok(())
}
