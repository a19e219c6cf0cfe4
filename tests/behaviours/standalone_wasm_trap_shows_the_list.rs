//! After a trap that runs no panic hook, in an inline script, the static lists replace the widgets.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::fallback::shows_the_plain_list;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_fallback("stopped");
    b.open_alone("gp-federations.html#finder", "").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    // A stack overflow in the wasm reports line 1 of the page's own script. In the page's own world, because a driver's
    // script has another `WebAssembly`.
    let trap = "const script = document.createElement('script');
        script.textContent = `{
            const error = new WebAssembly.RuntimeError('unreachable');
            error.stack = 'wasm-function[1] ' + location.href.split('#')[0] + ':1:2';
            window.dispatchEvent(new ErrorEvent('error', { error, message: 'unreachable', cancelable: true }));
        }`;
        document.body.append(script);
        return null";
    b.js::<Value>(trap, &[]).await?;
    shows_the_plain_list(&finder).await
}
