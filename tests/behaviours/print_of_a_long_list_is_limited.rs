//! Of more than 2,000 federations, the first 2,000 are printed, and both paper and screen say so.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    b.keep_prints(
        "const sheet = document.querySelector('gp-federation-finder').shadowRoot.querySelector('.gpf-print-sheet');
         const notice = sheet.querySelector('.gpf-notice');
         return [sheet.querySelectorAll('tbody > tr').length, notice ? notice.textContent : ''];",
    )
    .await?;
    for (rows, count, label, said) in [
        (2000, "2,000", "Print 2,000 federations", ""),
        (
            2001,
            "2,001",
            "Print first 2,000 federations",
            "Printing the first 2,000 of 2,001 federations. For the full list, download the CSV file.",
        ),
        (
            30000,
            "30,000",
            "Print first 2,000 federations",
            "Printing the first 2,000 of 30,000 federations. For the full list, download the CSV file.",
        ),
    ] {
        b.js::<Value>(
            "const list = Array.from({ length: arguments[0] }, (_, i) => `Federation ${i},Place ${i % 300}`);
             gpFederations.load('name,place\\n' + list.join('\\n'));
             return null",
            &[rows.into()],
        )
        .await?;
        finder.eventually_contains(".gpf-count", count).await?;
        finder.eventually_contains(".gpf-print", label).await?;
        finder.click(".gpf-print").await?;
        let paper: (usize, String) = b.printed().await?;
        ensure!(paper == (2000, said.to_owned()), "of {rows} rows: {paper:?}");
        let done = finder.text(".gpf-done").await?;
        ensure!(done == said, "the screen says {done:?} of {rows} rows");
    }
    Ok(())
}
