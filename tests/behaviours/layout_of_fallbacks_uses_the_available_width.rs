//! If WebAssembly cannot run, the lists and tables use the available width in every container.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::layouts::Layouts;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_fallback("no-wasm");
    let head = "<script src=\"no-webassembly.js\"></script>";
    Layouts { head, loading: "eager", state: "fallback: no-wasm" }.hold(b).await
}
