//! Invalid options in the frame page's URL give the default and one console line each. Links to a view give none.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::frame::Framed;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("console.warn: gp-federations: view=\"constructor\" in the address of embed.html is not recognised. Use one of: finder, comparison");
    b.expect_console("console.warn: gp-federations: regon=\"London\" in the address of embed.html is not recognised");
    b.expect_console("console.warn: gp-federations: region=\"Cheshire\" is not recognised");
    b.expect_console("console.warn: gp-federations: src=\"https://example.org/list.csv\" in the address of embed.html is on another website");
    b.allow_console("is not recognised. Use");
    b.allow_console("is on another website");
    let frame =
        "embed.html?view=constructor&regon=London&region=Cheshire&gpf-sort=suggested&src=https://example.org/list.csv";
    let _server = Framed { frame, ..Framed::default() }.open(b).await?;
    b.enter_frame("iframe").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let lines = b.console().await?;
    ensure!(lines.len() == 4, "not one line for each of 4 mistakes: {lines:?}");
    Ok(())
}
