//! A page that holds the WebAssembly back until the test releases it: what users of a slow phone see in the meantime.

use anyhow::{Context, Result};
use serde_json::Value;

use super::browser::Browser;
use super::finder::Finder;

/// `release()` lets the WebAssembly be compiled. After `refuse()`, the browser has no memory for it.
const HOLD: &str = "
    const { compile } = WebAssembly;
    const released = new Promise((go, stop) => {
        window.release = go;
        window.refuse = () => stop(new RangeError('out of memory'));
    });
    released.catch(() => {});
    WebAssembly.compile = (bytes) => {
        window.isHeld = true;
        return released.then(() => compile.call(WebAssembly, bytes));
    };
    window.keys = [];
    addEventListener('keydown', ({ key }) => window.keys.push(key));";

/// The strictest policy under which the widget works.
const POLICY: &str = "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
                      require-trusted-types-for 'script'";

/// Opens a page with this body and this query in its address, and waits until the WebAssembly is about to be compiled.
///
/// # Errors
/// Returns an error if the start does not get that far.
pub(crate) async fn open_held(b: &mut Browser, query: &str, body: &str) -> Result<Finder> {
    let html = format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A slow start</title>
         <script src=\"/__recorder.js\"></script><script src=\"/hold.js\"></script>
         <script src=\"/gp-federations.js\" defer></script></head>
         <body><main><h1>A slow start</h1>{body}</main></body></html>"
    );
    b.serve("/hold.js", HOLD, &[]);
    let address = b.serve("/held.html", html, &[POLICY]);
    b.go_to(&format!("{address}{query}")).await?;
    b.wait_for("the WebAssembly to be held", "return !!window.isHeld", &[]).await?;
    Ok(Finder::new(b.find("gp-federation-finder").await.context("the finder")?))
}

/// The same, where the finder shows its first view.
///
/// # Errors
/// Returns an error if it does not.
pub(crate) async fn open_first_view(b: &mut Browser, query: &str, body: &str) -> Result<Finder> {
    let finder = open_held(b, query, body).await?;
    let is_shown =
        "return root.firstElementChild.matches('[data-prerendered]') && !!root.querySelector('.gpf-region-group')";
    finder.wait_for("the first view", is_shown, &[]).await?;
    Ok(finder)
}

/// Lets the start continue, and waits until the finder is ready.
///
/// # Errors
/// Returns an error if it does not get ready.
pub(crate) async fn release(b: &Browser) -> Result<Finder> {
    b.js::<Value>("window.release(); return null", &[]).await?;
    b.finder().await
}
