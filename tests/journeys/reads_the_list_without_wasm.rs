//! A user whose browser does not run WebAssembly listens to the reason, and reads the plain list.

use anyhow::Result;

use super::FINDER;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.b.expect_fallback("no-wasm");
    l.open(&["<script>delete window.WebAssembly;</script>", FINDER].concat()).await?;
    let finder = l.b.finder().await?;
    finder.wait_for("the plain list", "return !!root.querySelector('.gpf-fallback')", &[]).await?;
    l.begin().await?;
    l.move_times("Down", 8).await?;
    // Orca's key for the next heading.
    l.move_times("h", 2).await?;
    l.move_times("Down", 4).await
}
