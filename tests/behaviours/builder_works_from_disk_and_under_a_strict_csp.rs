//! The builder works from a folder on disk, and under a policy that allows only its own files.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::builder::STRICT_POLICY;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder_under(STRICT_POLICY).await?;
    b.builder_is_there().await?;
    b.fill_in("colour-accent", "#003087").await?;
    Expected::everything().is_shown_by(&b.finder_at("#preview > *").await?).await?;

    b.open_builder_from_disk().await?;
    Expected::everything().is_shown_by(&b.finder_at("#preview > *").await?).await?;
    b.fill_in("choose-host-static", "").await?;
    let snippet = b.snippet("script").await?;
    ensure!(snippet == "<script src=\"gp-federations.js\" defer data-view=\"finder\"></script>", "{snippet}");
    let remark = b.text_of("#remarks-script").await?;
    ensure!(remark.contains("the folder of your page"), "of the files of the code it says \"{remark}\"");
    b.fill_in("choose-host-sharepoint", "").await?;
    let remark = b.text_of("#remarks-iframe").await?;
    ensure!(remark.contains("full web address"), "of a frame without an address it says \"{remark}\"");
    Ok(())
}
