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
    // The test replaces the browser's download and clipboard, and checks what they receive.
    b.js::<Value>(
        "const make = URL.createObjectURL;
         URL.createObjectURL = (blob) => { window.file = blob; return make.call(URL, blob); };
         HTMLAnchorElement.prototype.click = function () { window.saved = this.download; };
         navigator.clipboard.write = ([item]) => { window.item = item; return Promise.resolve(); };
         navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); };",
        &[],
    )
    .await?;
    comparison.click(".gpf-download").await?;
    b.wait_for("the file", "return window.saved === 'legal-form-comparison.csv'", &[]).await?;
    let csv: String = b.js_async("return await file.text()", &[]).await?;
    ensure!(csv.contains("GP partnership,Community interest company") && csv.contains("not legal advice"), "{csv}");

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
    comparison.click(".gpf-copy-link").await?;
    b.wait_for("the link", "return !!window.copied", &[]).await?;
    let link: String = b.js("return window.copied", &[]).await?;
    b.go_to(&link).await?;
    let comparison = b.comparison().await?;
    compares(&comparison, SubjectKind::Form, &["gp-partnership", "community-interest-company"]).await?;
    comparison.eventually_contains(".gpf-count", "questions have different answers").await
}
