//! A misspelt view shows the finder, and the console names the attribute, the value and the accepted values.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("console.warn: gp-federations: data-view=\"fnder\"");
    b.allow_console("data-view=\"fnder\"");
    b.open("unknown-view.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let console = b.console().await?.join("\n");
    ensure!(
        console.to_lowercase().contains("use one of: finder"),
        "the warning does not say what is accepted: {console}"
    );
    Ok(())
}
