//! In a browser without WebAssembly, the plain list of all federations appears, and one console line gives the reason.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::fallback::{reported, shows_the_plain_list};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_fallback("no-wasm");
    b.open("no-webassembly.html").await?;
    let finder = b.finder().await?;
    shows_the_plain_list(&finder).await?;
    reported(b, "no-wasm").await?;
    // `ready` and the API calls fail with the same clear reason.
    let reason: String = b.js_async("return gpFederations.ready.then(() => '', (error) => error.code)", &[]).await?;
    ensure!(reason == "no-wasm", "ready says {reason:?}");
    let error: String =
        b.js("try { gpFederations.search({}); return ''; } catch (error) { return error.message; }", &[]).await?;
    ensure!(error.contains("WebAssembly"), "search says {error:?}");
    Ok(())
}
