//! Under a policy that forbids wasm, the plain list of all federations appears, and one console line gives the reason.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::fallback::{reported, shows_the_plain_list};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_fallback("wasm-blocked");
    b.open("csp-without-wasm.html").await?;
    let finder = b.finder().await?;
    shows_the_plain_list(&finder).await?;
    reported(b, "wasm-blocked").await
}
