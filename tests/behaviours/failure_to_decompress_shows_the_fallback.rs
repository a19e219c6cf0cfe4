//! The fallback appears if the browser has no `DecompressionStream`, if the page blocks it, and if the script was
//! changed on the way.

use anyhow::{Context, Result};

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_fell_back, page, script};

/// The beginning of the wasm in the script: gzip in base64.
const WASM: &str = "H4sI";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for code in ["old-browser", "damaged"] {
        b.allow_fallback(code);
    }
    let blocked =
        |how: &str| SCRIPTS.replacen("<script src=\"/gp", &format!("<script>{how}</script><script src=\"/gp"), 1);
    for (how, code) in [
        ("delete window.DecompressionStream;", "old-browser"),
        ("window.DecompressionStream = undefined;", "old-browser"),
        ("window.DecompressionStream = function () { throw new TypeError('blocked'); };", "damaged"),
        ("window.atob = () => { throw new Error('blocked'); }; delete Uint8Array.fromBase64;", "damaged"),
    ] {
        let address = b.serve("/failure.html", page(&blocked(how)), &[]);
        b.go_to(&address).await?;
        all_fell_back(b, code).await.context(how)?;
    }

    let whole = script()?;
    let wasm = whole.find(WASM).context("the wasm is not where this test looks for it")?;
    // One changed bit in the middle of a hundred thousand bytes, a truncation there, and a "+" that a text filter has
    // changed.
    let other = |from: usize, to: &str| [&whole[..from], to, &whole[from + 1..]].concat();
    let middle = wasm + 60_000;
    let letter = if &whole[middle..=middle] == "A" { "B" } else { "A" };
    let plus = middle + whole[middle..].find('+').context("no plus in the wasm")?;
    let cut = [&whole[..middle], &whole[middle + 4_000..]].concat();
    for (what, altered) in [("one letter", other(middle, letter)), ("a plus", other(plus, "%2B")), ("a cut", cut)] {
        b.serve("/gp-federations.js", altered, &[]);
        let address = b.serve("/failure.html", page(SCRIPTS), &[]);
        b.go_to(&address).await?;
        all_fell_back(b, "damaged").await.with_context(|| format!("{what} was changed"))?;
    }
    Ok(())
}
