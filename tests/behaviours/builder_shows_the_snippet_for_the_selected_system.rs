//! The snippet for the selected system comes first, with its steps. The builder's URL restores all settings.

use anyhow::{Result, ensure};

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // SharePoint and Moodle cannot show anything from this computer.
    b.open_builder("#script=https%3A%2F%2Fintranet.example.nhs.uk%2Fgp-federations%2F").await?;
    for (host, first, step) in [
        ("wordpress", "[gp_federations view=\"finder\"]", "Shortcode"),
        ("sharepoint", "<iframe src=\"http", "Embed"),
        ("moodle", "http", "External URL"),
        ("drupal", "<div data-gp-federations=\"finder\">", "text format"),
        ("umbraco", "<div data-gp-federations=\"finder\">", "developer"),
        ("other", "<script src=\"http", "Source"),
    ] {
        b.fill_in(&format!("choose-host-{host}"), "").await?;
        let snippet: String = b.js("return document.querySelector('.bld-snippet--first textarea').value", &[]).await?;
        ensure!(snippet.starts_with(first), "{host}: the first snippet is {snippet}");
        let steps = b.text_of("#snippets ol").await?;
        ensure!(steps.contains(step), "{host}: the steps are {steps}");
    }

    b.fill_in("choose-show-comparison", "").await?;
    b.wait_for(
        "the names of the forms",
        "return [...document.querySelectorAll('#option-forms label')].some((it) => it.textContent.startsWith('Charity or'))",
        &[],
    )
    .await?;
    b.fill_in("option-kind", "models").await?;
    b.fill_in("option-heading", "Two ways & \"more\"").await?;
    b.wait_for(
        "the names of the models",
        "return [...document.querySelectorAll('#option-forms label')].some((it) => it.textContent === 'Merger')",
        &[],
    )
    .await?;
    b.fill_in("colour-text", "#000").await?;
    b.fill_in("option-page-size", "5").await.expect_err("the comparison has no page size");
    let address = b.address().await?;
    let script = b.snippet("script").await?;
    ensure!(script.contains("data-heading=\"Two ways &amp; &quot;more&quot;\""), "{script}");
    ensure!(script.contains("--gpf-text: #000000"), "{script}");

    b.open("bare.html").await?;
    b.go_to(&address).await?;
    b.builder_is_there().await?;
    let again = b.snippet("script").await?;
    ensure!(again == script, "the address brings back {again}\n  instead of {script}");
    let heading: String = b.finder_at("#preview > *").await?.text("[part~=heading]").await?;
    ensure!(heading == "Two ways & \"more\"", "the preview's heading is {heading}");
    Ok(())
}
