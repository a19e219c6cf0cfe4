//! A URL from which no page could load the script gets an error, and there is no snippet to copy.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static").await?;
    for (typed, part) in [
        ("C:\\Users\\me\\gp-federations.js", "on a computer or shared drive"),
        ("intranet.nhs.uk/gpf", "Add https:// to the start"),
        ("https://intranet.nhs.uk/gpf/index.html", "index.html is a different file"),
        ("", "Enter the web address"),
    ] {
        b.fill_in("script-address", typed).await?;
        let error = b.text_of("#script-address-error").await?;
        ensure!(error.starts_with("Error: ") && error.contains(part), "for \"{typed}\" it says \"{error}\"");
        let field = b.find("#script-address").await?;
        ensure!(field.attr("aria-invalid").await?.as_deref() == Some("true"), "the box is not marked invalid");
        let described = field.attr("aria-describedby").await?.unwrap_or_default();
        ensure!(described.contains("script-address-error"), "the box is described by {described}");
        ensure!(b.snippet("script").await.is_err(), "there is a snippet for \"{typed}\"");
        let said = b.text_of("#snippets").await?;
        ensure!(said.contains("no code to copy yet"), "the snippets say {said}");
    }
    b.js::<Value>("document.querySelector('#snippets a').click()", &[]).await?;
    let focused = b.focused().await?;
    ensure!(focused == "input#script-address", "the link leads to {focused}");

    b.fill_in("script-address", "https://intranet.nhs.uk/gpf").await?;
    ensure!(b.text_of("#script-address-error").await?.is_empty());
    let snippet = b.snippet("script").await?;
    ensure!(snippet.contains("src=\"https://intranet.nhs.uk/gpf/gp-federations-finder.js\""), "{snippet}");
    b.fill_in("script-address", "https://intranet.nhs.uk/gpf/gp-federations.js").await?;
    let snippet = b.snippet("script").await?;
    ensure!(snippet.contains("src=\"https://intranet.nhs.uk/gpf/gp-federations.js\""), "{snippet}");
    Ok(())
}
