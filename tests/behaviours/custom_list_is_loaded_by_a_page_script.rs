//! A script of the page can load another list for all finders and the API, and gets a report.

use anyhow::{Result, ensure};
use gpf_domain::import::Merge;
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::custom_list::{corpus, first_page};
use crate::harness::lists::corpus_folder;
use crate::harness::oracle::{Expected, directory};

const FAR_BELOW: &str = "
    const spacer = document.createElement('div');
    spacer.style.height = '20000px';
    window.far = document.createElement('gp-federation-finder');
    document.body.append(spacer, far);
    return null";

/// Whether the finder that has not started prints the built-in list with this number of notes.
const PAPER: &str = "
    dispatchEvent(new Event('beforeprint'));
    const isThere = far.shadowRoot.textContent.includes('Camden Health');
    const notes = far.shadowRoot.querySelectorAll('.gpf-notice').length;
    dispatchEvent(new Event('afterprint'));
    return isThere && notes === arguments[0]";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("two.html").await?;
    let (north, london) = (b.finder_at("#north").await?, b.finder_at("#london").await?);
    for finder in [&north, &london] {
        finder.js::<Value>("host.removeAttribute('region')", &[]).await?;
    }
    london.js::<Value>("host.data = 'name\\nIts own'", &[]).await?;
    london.eventually_shows(&["its-own".to_owned()]).await?;

    let text = std::fs::read_to_string(corpus_folder().join("records.json"))?;
    let records: Value = serde_json::from_str(&text)?;
    let load = "return JSON.parse(JSON.stringify(await gpFederations.load(arguments[0], arguments[1])))";
    let options = json!({ "label": "From a service", "file": "records.json" });
    let report: Value = b.js_async(load, &[records, options]).await?;
    let ours = corpus("records.json", Merge::Replace);
    ensure!(
        report["used"] == ours.report.used && report["skippedRows"] == ours.report.skipped_rows,
        "the report is {report}"
    );
    let problems = json!(ours.report.problems);
    ensure!(report["problems"] == problems, "the problems are {}\n  and not {problems}", report["problems"]);
    north.eventually_shows(&first_page(&ours)).await?;
    north.eventually_contains(".gpf-footer", "List: From a service.").await?;
    london.eventually_shows(&["its-own".to_owned()]).await?;
    let total = "return gpFederations.search().total";
    ensure!(b.js::<usize>(total, &[]).await? == ours.directory.len());

    // An unusable list changes nothing.
    let report: Value = b.js_async(load, &[json!("<!doctype html>"), json!({})]).await?;
    ensure!(report["used"] == 0 && report["problemCount"] == 1, "the report is {report}");
    ensure!(b.js::<usize>(total, &[]).await? == ours.directory.len());
    // A finder whose own list cannot be used shows that of the page, and says so.
    b.expect_console("gp-federations (data-unusable): the page's own list cannot be used");
    london.js::<Value>("host.data = '<!doctype html>'", &[]).await?;
    london.eventually_contains(".gpf-list-error", "Showing the list of this page instead.").await?;
    london.eventually_shows(&first_page(&ours)).await?;

    // Checking a list changes nothing, and files are read with the encoding of their bytes.
    let dates = corpus("dates.csv", Merge::Extend);
    let check = "const bytes = await (await fetch('/lists/dates.csv')).arrayBuffer();
        const file = new File([bytes], 'dates.csv');
        return JSON.parse(JSON.stringify(await gpFederations.check(file, { merge: 'extend' })))";
    let checked: Value = b.js_async(check, &[]).await?;
    ensure!(
        checked["file"] == "dates.csv" && checked["problems"] == json!(dates.report.problems),
        "checked is {checked}"
    );
    ensure!(
        checked["error"].is_null() && checked["problemsCsv"] == dates.report.problems_csv(),
        "checked is {checked}"
    );
    let useless = "return JSON.parse(JSON.stringify(await gpFederations.check('<html>', { file: 'a page' })))";
    let checked: Value = b.js_async(useless, &[]).await?;
    let error = checked["error"].as_str().unwrap_or_default();
    ensure!(error.starts_with("a page cannot be used. The file is a web page"), "checked is {checked}");
    ensure!(b.js::<usize>(total, &[]).await? == ours.directory.len());
    north.eventually_contains(".gpf-footer", "List: From a service.").await?;

    // All finders share one reading of the same file.
    let share =
        "const file = new File(['name\\nOf a file'], 'file.csv'); document.querySelector('#london').data = file;
        document.querySelector('#north').data = file";
    b.js::<Value>(share, &[]).await?;
    for finder in [&north, &london] {
        finder.eventually_shows(&["of-a-file".to_owned()]).await?;
        finder.eventually_contains(".gpf-footer", "file.csv").await?;
    }
    north.js::<Value>("host.data = null", &[]).await?;
    london.js::<Value>("host.data = 'name\\nIts own'", &[]).await?;

    let refused = "return gpFederations.load(arguments[0], arguments[1]).then(() => '', (error) => String(error))";
    for (data, options, part) in [
        (
            json!("name\nA"),
            json!({ "lable": "x" }),
            "\"lable\" is not recognised. Use one of: label, date, merge, file",
        ),
        (json!("name\nA"), json!({ "merge": "add" }), "merge=\"add\" is not recognised. Use one of: replace, extend"),
        (json!(7), json!({}), "data has the type number. It must be CSV text"),
    ] {
        let error: String = b.js_async(refused, &[data, options]).await?;
        ensure!(error.contains(part), "the error is \"{error}\"");
    }

    // On paper, a finder that has not started has the built-in list, and says if the page has another one.
    b.js::<Value>(FAR_BELOW, &[]).await?;
    b.wait_for("paper with a note", PAPER, &[1.into()]).await?;
    b.js_async::<Value>("return gpFederations.load(null)", &[]).await?;
    b.wait_for("paper without a note", PAPER, &[0.into()]).await?;
    b.js_async::<Value>(load, &[json!("<!doctype html>"), json!({})]).await?;
    b.wait_for("paper without a note after an unusable list", PAPER, &[0.into()]).await?;
    Expected::everything().is_shown_by(&north).await?;
    ensure!(b.js::<usize>(total, &[]).await? == directory().len());
    london.eventually_shows(&["its-own".to_owned()]).await
}
