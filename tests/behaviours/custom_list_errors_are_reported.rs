//! If the editor's list cannot be loaded or used, the built-in list stays, and the finder gives the reason.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // Chromium's own message about the missing file.
    b.allow_console("404 (Not Found)");
    b.expect_console("gp-federations (data-unreachable): ours.csv could not be loaded: the server returned error 404.");
    b.open("custom-list-missing.html").await?;
    says(b, "data-unreachable", "ours.csv could not be loaded: the server returned error 404.").await?;

    for (file, part) in [
        ("web-page.csv", "web-page.csv cannot be used. The file is a web page, not a CSV file. Check the address"),
        (
            "workbook.csv",
            "The file is a workbook (.xlsx or .ods) or another zip file, not a CSV file. Choose it in the builder, under \"Check your list\"",
        ),
        ("only-header.csv", "only-header.csv has headings but no rows below them. Add a row for each federation"),
        ("no-name.csv", "no-name.csv cannot be used. "),
    ] {
        b.expect_console(format!("gp-federations (data-unusable): {file} "));
        b.js::<Value>(
            "told.length = 0; finder.src = '../lists/' + arguments[0]".replace("finder", FINDER).as_str(),
            &[file.into()],
        )
        .await?;
        says(b, "data-unusable", part).await?;
    }

    b.expect_console("gp-federations (data-unreachable): gone.csv could not be loaded (");
    let refuse = "window.fetch = () => Promise.reject(new TypeError('no connection')); told.length = 0;
        finder.src = 'gone.csv'";
    b.js::<Value>(&refuse.replace("finder", FINDER), &[]).await?;
    says(b, "data-unreachable", "gone.csv could not be loaded (no connection).").await?;

    b.expect_console("gp-federations (data-unreachable): half.csv did not finish loading (");
    let break_off = "window.fetch = async () => new Response(new ReadableStream({ pull(to) {
            if (window.half) return to.error(new TypeError('broken off'));
            window.half = true;
            to.enqueue(new TextEncoder().encode('name,place\\nA,B\\n'));
        } }));
        told.length = 0; finder.src = 'half.csv'";
    b.js::<Value>(&break_off.replace("finder", FINDER), &[]).await?;
    says(b, "data-unreachable", "half.csv did not finish loading").await?;

    b.expect_console("gp-federations (data-unreachable): ours.csv cannot be read because this page");
    b.open_file("custom-list-report.html").await?;
    let finder = b.finder().await?;
    finder.js::<Value>("host.src = 'ours.csv'", &[]).await?;
    b.allow_console("wrong-cells.csv cannot be read because this page");
    finder
        .eventually_contains(".gpf-list-error", "ours.csv cannot be read because this page was opened from a folder")
        .await?;
    Expected::everything().is_shown_by(&finder).await
}

const FINDER: &str = "document.querySelector('gp-federation-finder')";

/// The notice and the event contain it, and the built-in list is shown.
async fn says(b: &Browser, code: &str, part: &str) -> Result<()> {
    let finder = b.finder().await?;
    finder.eventually_contains(".gpf-list-error", part).await?;
    finder.eventually_contains(".gpf-list-error", "Showing the built-in list instead.").await?;
    Expected::everything().is_shown_by(&finder).await?;
    let errors: Vec<(String, String)> = b
        .js("return told.filter(([name]) => name === 'gpf-error').map(([, { code, message }]) => [code, message])", &[])
        .await?;
    ensure!(errors.len() == 1 && errors[0].0 == code && errors[0].1.contains(part), "the page was told {errors:?}");
    // Screen readers announce it once, with the count.
    finder.eventually_contains("[role=status]", part).await
}
