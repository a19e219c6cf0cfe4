//! The CSV file contains every match, not only those shown, exactly as written by the core.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Status;
use gpf_domain::export::csv;
use gpf_domain::search::Query;

use crate::harness::Browser;
use crate::harness::exports::Download;
use crate::harness::oracle::{Expected, PAGE, directory};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.choose("#gpf-status", Status::Active.id()).await?;
    let expected = Expected::of(Query { status: Some(Status::Active), ..Query::default() });
    ensure!(expected.len() > PAGE);
    expected.is_shown_by(&finder).await?;
    b.keep_downloads().await?;
    finder.click(".gpf-download").await?;
    let Download { name, address, media_type, bytes } = b.downloaded().await?;
    ensure!(name == "gp-federations.csv" && address.starts_with("blob:"), "saved is {name} from {address}");
    ensure!(media_type.starts_with("text/csv"), "the file's type is {media_type}");
    let text = String::from_utf8(bytes).context("the file is not UTF-8")?;
    ensure!(text == csv(directory(), &expected.found.rows), "the file is not what the core writes:\n{text}");
    ensure!(text.starts_with('\u{feff}'), "Excel reads UTF-8 only with a byte order mark");
    Ok(())
}
