//! The comparison can be exported: as CSV, as a table for a document, and as a link to the same comparison.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::catalogue::{catalogue, compares};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    comparison.click("[data-field=form][value=company-limited-by-shares]").await?;
    compares(&comparison, SubjectKind::Form, &["gp-partnership", "community-interest-company"]).await?;
    b.keep_downloads().await?;
    comparison.click(".gpf-download").await?;
    let file = b.downloaded().await?;
    ensure!(file.name == "legal-form-comparison.csv", "saved is {}", file.name);
    let csv = String::from_utf8(file.bytes)?;
    ensure!(csv.contains("GP partnership,Community interest company") && csv.contains("not legal advice"), "{csv}");

    b.js::<Value>("navigator.clipboard.write = async ([item]) => { window.item = item; }", &[]).await?;
    comparison.click(".gpf-copy-table").await?;
    comparison.eventually_contains(".gpf-done", "Table copied").await?;
    let html: String = b.js_async("return await (await item.getType('text/html')).text()", &[]).await?;
    let text: String = b.js_async("return await (await item.getType('text/plain')).text()", &[]).await?;
    for (kind, content) in [("HTML", html), ("text", text)] {
        ensure!(content.contains("GP partnership") && content.contains("not legal advice"), "{kind}: {content}");
        for criterion in catalogue().criteria(SubjectKind::Form) {
            ensure!(content.contains(&criterion.question), "{kind} lacks {}", criterion.question);
        }
    }

    comparison.click("#gpf-only-differences").await?;
    b.keep_copies().await?;
    comparison.click(".gpf-copy-link").await?;
    let link = b.copied().await?;
    b.go_to(&link).await?;
    let comparison = b.comparison().await?;
    compares(&comparison, SubjectKind::Form, &["gp-partnership", "community-interest-company"]).await?;
    comparison.eventually_contains(".gpf-count", "questions have different answers").await
}
