//! With the option `report`, editors see how the list was read: columns, and problems with row, column, value and fix.

use anyhow::{Result, ensure};
use gpf_domain::import::Merge;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::custom_list::{corpus, first_page};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("custom-list-report.html").await?;
    let finder = b.finder().await?;
    let ours = corpus("wrong-cells.csv", Merge::Replace);
    let report = &ours.report;
    finder.eventually_shows(&first_page(&ours)).await?;
    let title = finder.text(".gpf-report > summary").await?;
    ensure!(title == format!("Report on your list: {}", report.summary()), "the panel's title is \"{title}\"");
    finder.click(".gpf-report > summary").await?;
    let columns = finder.texts(".gpf-report li").await?;
    ensure!(columns.len() == report.columns.len() && columns[2] == "lat → latitude", "the columns are {columns:?}");
    let shown: Vec<Vec<String>> = finder
        .js(
            "return [...root.querySelectorAll('.gpf-report tbody tr')]
                 .map((row) => [...row.children].map((cell) => cell.textContent))",
            &[],
        )
        .await?;
    ensure!(shown.len() == report.problems.len() && shown.len() > 5, "{} problems are shown", shown.len());
    for (row, problem) in shown.iter().zip(&report.problems) {
        let number = format!("Row {}", problem.row);
        let [column, value, message, fix, _] = problem.cells();
        let expected = [&number, column, value, message, fix];
        ensure!(row[..5] == expected, "the row {row:?} is not {expected:?}");
    }

    b.keep_copies().await?;
    finder.click(".gpf-report button").await?;
    finder.eventually_contains(".gpf-done", "Report copied").await?;
    let copied = b.copied().await?;
    ensure!(copied.lines().count() == 1 + report.columns.len() + report.problems.len(), "copied is\n{copied}");
    ensure!(report.problems.iter().all(|problem| copied.contains(&problem.one_line())), "copied is\n{copied}");

    // Also for an unusable list. Of hundreds of problems, the first 100 are shown.
    let rows: String = (0..150).map(|_| ",Leeds\n").collect();
    b.expect_console("gp-federations (data-unusable)");
    finder.js::<Value>("host.data = args[0]", &[format!("name,place\n{rows}").into()]).await?;
    finder.eventually_contains(".gpf-report > summary", "0 of 150 rows used, 150 rows left out").await?;
    ensure!(finder.count(".gpf-report tbody tr").await? == 100);
    finder.eventually_contains(".gpf-report p", "50 more problems are not shown here.").await?;

    finder.js::<Value>("host.showImportReport = false", &[]).await?;
    finder.wait_for("the panel to go", "return !root.querySelector('.gpf-report')", &[]).await
}
