//! An invalid value gives the default, and the console names the attribute, the value and the accepted values.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("console.warn: gp-federations: region=\"Cheshire\"");
    b.allow_console("region=\"Cheshire\"");
    b.open("unknown-region.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let console = b.console().await?.join("\n");
    for region in Region::ALL {
        ensure!(console.contains(region.name()), "the warning does not offer {}: {console}", region.name());
    }
    Ok(())
}
