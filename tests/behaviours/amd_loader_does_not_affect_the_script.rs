//! AMD loaders attribute anonymous scripts to their own modules. Our script is not affected.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("amd.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let (defined, is_global, exports): (usize, bool, usize) = b
        .js(
            "const { defined, module } = window;
             return [defined.length, 'gpFederations' in window, Object.keys(module.exports).length];",
            &[],
        )
        .await?;
    ensure!(defined == 0 && is_global && exports == 0, "define: {defined}, global: {is_global}, exports: {exports}");
    Ok(())
}
