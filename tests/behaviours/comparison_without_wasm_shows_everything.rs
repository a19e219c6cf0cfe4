//! If WebAssembly cannot run, everything is in plain tables and lists.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::catalogue::catalogue;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_fallback("no-wasm");
    b.open("comparison-without-webassembly.html").await?;
    let comparison = b.comparison().await?;
    comparison.wait_for("the tables", "return root.querySelectorAll('.gpf-fallback table').length === 2", &[]).await?;
    let text = comparison.text(".gpf-fallback").await?;
    let all = catalogue();
    for finding in &all.findings {
        ensure!(text.contains(&finding.text), "{} is missing", finding.id);
    }
    for cell in &all.cells {
        ensure!(text.contains(cell.answer.label()), "an answer of {} is missing", cell.subject);
    }
    for case in &all.cases {
        ensure!(text.contains(&case.summary), "{} is missing", case.id);
    }
    ensure!(text.contains("This is not legal advice"));
    b.check_accessibility("the fallback").await
}
