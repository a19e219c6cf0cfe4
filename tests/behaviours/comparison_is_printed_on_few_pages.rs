//! Print: the table with numbered notes, each source once at the end, and the sections that are open on the screen, on
//! up to 5 pages.

use anyhow::{Result, ensure};
use gpf_domain::comparison::{Answer, SubjectKind};
use serde_json::Value;

use crate::harness::catalogue::{catalogue, compares};
use crate::harness::paper::pages;
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    holds_all(b, &comparison, 3).await?;
    at_most(b, 5).await?;
    comparison.click(".gpf-all").await?;
    let forms: Vec<&str> = catalogue().forms.iter().map(|it| &*it.id).collect();
    compares(&comparison, SubjectKind::Form, &forms).await?;
    holds_all(b, &comparison, 6).await?;
    at_most(b, 5).await?;

    // The parts after the table are printed if they are open. They are not part of the sheet.
    comparison.click(".gpf-findings details[data-id=charity] > summary").await?;
    comparison.wait_for("it is open", "return root.querySelector('details[data-id=charity]').open", &[]).await?;
    at_most(b, 6).await
}

/// The text of the sheet while the page is printed.
async fn paper(b: &Browser, comparison: &Finder) -> Result<String> {
    b.js::<Value>("window.dispatchEvent(new Event('beforeprint')); return null", &[]).await?;
    let text = comparison.text(".gpf-print-sheet").await?;
    b.js::<Value>("window.dispatchEvent(new Event('afterprint')); return null", &[]).await?;
    ensure!(comparison.text(".gpf-print-sheet").await?.is_empty(), "the sheet stays");
    Ok(text)
}

/// The sheet contains every answer, and every source once.
async fn holds_all(b: &Browser, comparison: &Finder, columns: usize) -> Result<()> {
    let text = paper(b, comparison).await?;
    let all = catalogue();
    for criterion in all.criteria(SubjectKind::Form) {
        ensure!(text.contains(&criterion.question), "{} is missing", criterion.id);
        for form in all.forms.iter().take(columns) {
            let Some(cell) = all.cell(&form.id, &criterion.id).filter(|it| it.answer != Answer::NotStated) else {
                continue;
            };
            ensure!(text.contains(&cell.explanation), "{} {} is missing", form.id, criterion.id);
            for finding in all.findings_of(cell) {
                let Some(source) = all.source(&finding.source) else { continue };
                let name = if finding.added { all.cite(finding) } else { source.in_full() };
                let line = [Some(&*name), source.url.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
                ensure!(text.contains(&line), "{line} is missing");
            }
        }
    }
    Ok(())
}

async fn at_most(b: &Browser, most: usize) -> Result<()> {
    let Some(count) = pages(b).await? else { return Ok(()) };
    ensure!((1..=most).contains(&count), "{count} pages are printed");
    Ok(())
}
