//! Another widget built with the same tools keeps its globals, and its traps do not stop ours.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{all_run, all_show};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("error: ");
    b.expect_console("unhandled rejection: ");
    b.allow_console("unreachable");
    b.allow_console("Unreachable");
    b.open("hostile-other-wasm.html").await?;
    all_run(b).await?;
    let kept: bool = b
        .js(
            "return wasm.search === 'theirs' && wasmBindings === wasm && typeof wasm_bindgen.initSync === 'function'",
            &[],
        )
        .await?;
    ensure!(kept, "the other widget's globals are changed");
    b.js::<Value>("otherTraps(); otherRejects(); return null", &[]).await?;
    b.wait_for("both traps", "return window.__recorded.length > 1", &[]).await?;
    all_show(b, None, 3, "runs").await?;
    let errors: usize = b.js("return window.heard.filter(({ type }) => type === 'gpf-error').length", &[]).await?;
    ensure!(errors == 0, "ours says that it stopped");
    all_run(b).await
}
