//! The builder works from a folder on disk, and under a policy that allows only its own files.

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;
use crate::harness::folders::dist_folder;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:";
    let meta = format!("<head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let page = std::fs::read_to_string(dist_folder().join("index.html")).context("index.html is not built")?;
    b.open_written("/under-policy.html", &page.replacen("<head>", &meta, 1)).await?;
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
