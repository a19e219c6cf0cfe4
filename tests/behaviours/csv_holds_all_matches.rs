//! The CSV file contains every match, not only those shown, exactly as written by the core.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Status;
use gpf_domain::export::csv;
use gpf_domain::search::Query;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::{Expected, PAGE, directory};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.choose("#gpf-status", Status::Active.id()).await?;
    let expected = Expected::of(Query { status: Some(Status::Active), ..Query::default() });
    ensure!(expected.len() > PAGE);
    expected.is_shown_by(&finder).await?;
    // The test replaces the browser's download, and checks what it receives.
    b.js::<Value>(
        "const make = URL.createObjectURL;
         URL.createObjectURL = (blob) => { window.file = blob; return make.call(URL, blob); };
         HTMLAnchorElement.prototype.click = function () {
             window.saved = [this.download, this.href];
         };",
        &[],
    )
    .await?;
    finder.click(".gpf-download").await?;
    b.wait_for("the file", "return !!window.saved", &[]).await?;
    let (name, address): (String, String) = b.js("return window.saved", &[]).await?;
    ensure!(name == "gp-federations.csv" && address.starts_with("blob:"), "saved is {name} from {address}");
    let (kind, bytes): (String, Vec<u8>) =
        b.js_async("return [file.type, [...new Uint8Array(await file.arrayBuffer())]]", &[]).await?;
    ensure!(kind.starts_with("text/csv"), "the file's type is {kind}");
    let text = String::from_utf8(bytes).context("the file is not UTF-8")?;
    ensure!(text == csv(directory(), &expected.found.rows), "the file is not what the core writes:\n{text}");
    ensure!(text.starts_with('\u{feff}'), "Excel reads UTF-8 only with a byte order mark");
    Ok(())
}
