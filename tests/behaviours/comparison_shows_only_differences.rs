//! "Show only differences" hides exactly the rows in which all cells are equal.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::catalogue::{DEFAULT_FORMS, catalogue, forms};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    let subjects = forms(&DEFAULT_FORMS);
    let rows = catalogue().differences(&subjects).rows;
    ensure!(!rows.is_empty() && rows.len() < 20, "the data makes no difference");
    comparison.click("#gpf-only-differences").await?;
    comparison
        .eventually_contains(".gpf-count", &format!(": {} of 20 questions have different answers", rows.len()))
        .await?;
    let shown = comparison.texts("tbody th[scope=row] .gpf-asks").await?;
    let expected: Vec<&str> = rows.iter().map(|row| &*row.criterion.question).collect();
    ensure!(shown == expected, "shown are {shown:?}");
    comparison.click("#gpf-only-differences").await?;
    comparison.eventually_contains(".gpf-count", "Comparing 3 legal forms on 20 questions").await
}
