//! The builder reads a selected file in the same way as the importer: the report, the preview and the snippet are
//! correct, and no request is sent to a server.

use anyhow::{Context, Result, ensure};
use gpf_domain::format::format_number;
use gpf_domain::import::{Merge, template_csv};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::builder::STRICT_POLICY;
use crate::harness::custom_list::{corpus, first_page};
use crate::harness::lists::corpus_folder;

const PREVIEW: &str = "#list-preview > gp-federation-finder";
const CHOSEN: &str = "#preview > gp-federation-finder";
const FACTS: &str = "return Object.fromEntries([...document.querySelectorAll('.bld-facts > div')]
    .map((it) => [it.querySelector('dt').textContent, it.querySelector('dd').textContent]))";
const PROBLEMS: &str = "return [...document.querySelectorAll('.bld-list-problems tbody tr')]
    .map((row) => [...row.cells].map((cell) => cell.textContent))";
const DOWNLOAD: &str = "return (await fetch(document.querySelector(arguments[0]).href)).arrayBuffer()
    .then((bytes) => [...new Uint8Array(bytes)])";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static&script=gp-federations.js").await?;
    for (file, separator, letters) in [
        ("wrong-cells.csv", "comma", "UTF-8"),
        ("sep-line.csv", "semicolon", "UTF-8"),
        ("windows-1252.csv", "semicolon", "Windows-1252"),
        ("excel-unicode-text.txt", "tab", "UTF-16"),
        ("records.json", "", "UTF-8"),
        ("cut-rows.csv", "comma", "UTF-8"),
    ] {
        check(b, file, separator, letters).await.context(file)?;
    }

    let requests = b.requests();
    let asked = requests.iter().filter(|it| it.contains(".csv") || it.contains(".json") || it.contains(".txt"));
    ensure!(asked.count() == 0, "the page asked its server for {requests:?}");

    // Adds the list to the snippet and removes it again.
    b.click("#list-put").await?;
    let snippet = b.snippet("script").await?;
    ensure!(snippet.contains(" data-src=\"cut-rows.csv\""), "the snippet is {snippet}");
    ensure!(b.focused().await? == "button#list-put", "the focus went to {}", b.focused().await?);
    let ours = corpus("cut-rows.csv", Merge::Replace);
    b.finder_at(CHOSEN).await?.eventually_shows(&first_page(&ours)).await?;
    b.fill_in("option-label", "Our own list").await?;
    b.fill_in("option-merge", "extend").await?;
    let finder = b.finder_at(PREVIEW).await?;
    finder.eventually_contains(".gpf-footer", "Our own list").await?;
    finder.eventually_shows(&first_page(&corpus("cut-rows.csv", Merge::Extend))).await?;
    ensure!(b.snippet("script").await?.contains(" data-merge=\"extend\" data-label=\"Our own list\""));
    b.click("#list-put").await?;
    ensure!(!b.snippet("script").await?.contains("data-src"));
    let requests = b.requests();
    ensure!(!requests.iter().any(|it| it.contains("cut-rows")), "the preview asked its server for {requests:?}");

    // If another element was selected, it becomes a finder. The URL of a folder becomes the URL of the file.
    b.open_builder("#host=static&show=guide&script=https://intranet.example.nhs.uk/gpf/").await?;
    b.choose_list(&corpus_folder().join("any-order.csv")).await?;
    b.list_says("any-order.csv: 1 of 1 row can be used").await?;
    b.click("#list-put").await?;
    let snippet = b.snippet("script").await?;
    let named = "data-view=\"finder\" data-src=\"https://intranet.example.nhs.uk/gpf/any-order.csv\"";
    ensure!(snippet.contains(named), "the snippet is {snippet}");

    the_template(b).await?;
    anywhere(b).await
}

/// No connection and no server are necessary: works under a policy that allows none, and from a folder on disk.
async fn anywhere(b: &mut Browser) -> Result<()> {
    b.open_builder_under(STRICT_POLICY).await?;
    b.builder_is_there().await?;
    check(b, "any-order.csv", "comma", "UTF-8").await.context("under a policy")?;
    b.open_builder_from_disk().await?;
    check(b, "title-above.csv", "semicolon", "UTF-8").await.context("from a disk")
}

async fn check(b: &Browser, file: &str, separator: &str, letters: &str) -> Result<()> {
    b.choose_list(&corpus_folder().join(file)).await?;
    let ours = corpus(file, Merge::Replace);
    let report = &ours.report;
    b.list_says(&format!("{file}: {} of {} row", format_number(report.used), format_number(report.rows))).await?;

    let facts: Value = b.js(FACTS, &[]).await?;
    ensure!(facts["Text encoding"] == letters, "recognised is {facts}");
    ensure!(facts["Column separator"].as_str().unwrap_or_default() == separator, "recognised is {facts}");
    ensure!(facts["Rows left out"] == format_number(report.skipped_rows), "recognised is {facts}");
    let said = b.text_of("#list-report").await?;
    for column in report.columns.iter().filter(|it| !it.heading.is_empty()) {
        ensure!(said.contains(&column.heading), "the column \"{}\" is not told: {said}", column.heading);
    }

    let shown: Vec<Vec<String>> = b.js(PROBLEMS, &[]).await?;
    ensure!(shown.len() == report.problems.len(), "{} problems are shown of {}", shown.len(), report.problems.len());
    for (row, problem) in shown.iter().zip(&report.problems) {
        ensure!(
            row[0] == format!("Row {}", problem.row) && row[1..] == problem.cells(),
            "{row:?} is shown for {problem}"
        );
    }
    if report.problem_count > 0 {
        let name: String = b.js("return document.querySelector('.bld-list-problems ~ p a').download", &[]).await?;
        let stem = file.split('.').next().unwrap_or_default();
        ensure!(name == format!("{stem}-problems.csv"), "the problems are downloaded as {name}");
        let bytes: Vec<u8> = b.js_async(DOWNLOAD, &[".bld-list-problems ~ p a".into()]).await?;
        ensure!(bytes == report.problems_csv().as_bytes(), "downloaded is {}", String::from_utf8_lossy(&bytes));
    }
    b.finder_at(PREVIEW).await?.eventually_shows(&first_page(&ours)).await
}

/// The template as it is cannot be used. Below its examples, the federations are used and the examples are left out.
async fn the_template(b: &Browser) -> Result<()> {
    let bytes: Vec<u8> = b.js_async(DOWNLOAD, &["#list-template".into()]).await?;
    ensure!(bytes == template_csv().as_bytes(), "the template is {}", String::from_utf8_lossy(&bytes));
    b.choose_list(&b.write_file("template.csv", &bytes)?).await?;
    b.list_says("cannot be used. Row 2, Name: \"Example 1: write your federation over it\" is an example").await?;
    ensure!(b.js::<Vec<Value>>(PROBLEMS, &[]).await?.len() == 2, "the examples are not in the report");

    let filled_in = [&*bytes, b"Leigh Federation,,Active,Leigh,,North West,,,,,,,,,\r\n"].concat();
    // Chromium does not report a second choice of the same file.
    b.choose_list(&b.write_file("filled-in.csv", &filled_in)?).await?;
    b.list_says("1 of 3 rows can be used. 2 rows will be left out.").await?;
    let problems: Vec<Vec<String>> = b.js(PROBLEMS, &[]).await?;
    for (problem, row) in problems.iter().zip(["Row 2", "Row 3"]) {
        ensure!(
            problem[0] == row && problem[2].starts_with("Example ") && problem[5] == "This row",
            "reported is {problem:?}"
        );
        ensure!(problem[4].starts_with("Delete this row"), "reported is {problem:?}");
    }
    ensure!(problems.len() == 2, "reported is {problems:?}");
    b.finder_at(PREVIEW).await?.eventually_contains(".gpf-count", "1 federation").await?;
    ensure!(!b.text_of(PREVIEW).await?.contains("Example "), "an example is shown as a federation");
    typos(b).await
}

/// Typos in headings and values, and text in a wrong encoding, are reported with what was probably meant.
async fn typos(b: &Browser) -> Result<()> {
    let list = "Name,Region,Postocde\nCafÃ© Federation,North Wset,WN7 1AB\n";
    b.choose_list(&b.write_file("typos.csv", list)?).await?;
    b.list_says("1 of 1 row can be used. Nothing will be left out.").await?;
    let problems: Vec<Vec<String>> = b.js(PROBLEMS, &[]).await?;
    let expected = [
        ["Row 1", "Postocde", "", "Did you mean the column \"Postcode\"?", "Nothing"],
        ["Row 2", "Name", "CafÃ©", "Correct it in the file", "Nothing"],
        ["Row 2", "Region", "North Wset", "Did you mean \"North West\"?", "Its use in filters"],
    ];
    ensure!(problems.len() == expected.len(), "reported is {problems:?}");
    for (problem, [row, column, value, fix, effect]) in problems.iter().zip(expected) {
        ensure!(problem[..3] == [row, column, value], "{problem:?} is not about {column}");
        ensure!(
            problem[4].starts_with(fix) && problem[5].starts_with(effect),
            "{problem:?} does not say {fix}, {effect}"
        );
    }
    let facts: Value = b.js(FACTS, &[]).await?;
    ensure!(facts.get("Cells left out").is_none() && facts["Rows left out"] == "0", "the summary is {facts}");
    b.finder_at(PREVIEW).await?.eventually_shows(&["cafe-federation".to_owned()]).await
}
