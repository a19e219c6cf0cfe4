//! If there is no memory for the wasm, at the start or later, the fallback appears, and a console line gives the
//! reason.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_fell_back, all_run, page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_fallback("no-memory");
    b.allow_fallback("stopped");
    let head =
        SCRIPTS.replacen("<script src=\"/gp", "<script src=\"/pages/failure-memory.js\"></script><script src=\"/gp", 1);
    let address = b.serve("/failure.html", page(&head), &[]);
    b.go_to(&format!("{address}?start")).await?;
    all_fell_back(b, "no-memory").await?;

    b.go_to(&address).await?;
    all_run(b).await?;
    let bytes: u64 = b.js("return window.takeAllMemory()", &[]).await?;
    ensure!(bytes > 64 << 20, "only {bytes} bytes could be taken: the test tests nothing");
    // More memory than a wasm of a few MB still has.
    let finder = b.finder().await?;
    finder
        .js::<serde_json::Value>(
            "const box = root.querySelector('#gpf-search');
             box.value = 'federation '.repeat(4e6);
             box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
             return null",
            &[],
        )
        .await?;
    all_fell_back(b, "stopped").await
}
