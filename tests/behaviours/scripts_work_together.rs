//! Scripts with one element and the full one work together on a page, in any order, and their elements can link to each
//! other.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

const ELEMENTS: &str = "<gp-federation-finder></gp-federation-finder>
    <gp-legal-form-comparison loading=eager forms='community-interest-company,charity'></gp-legal-form-comparison>";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for scripts in
        [["-finder", "-comparison"], ["-comparison", "-finder"], ["-finder", ""], ["", "-comparison"], ["-guide", ""]]
    {
        go_together(b, scripts).await.with_context(|| format!("gp-federations{scripts:?}.js"))?;
    }
    Ok(())
}

async fn go_together(b: &mut Browser, scripts: [&str; 2]) -> Result<()> {
    let tags = scripts.map(|name| format!("<script src=\"/gp-federations{name}.js\" defer></script>"));
    let page = format!(
        "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>Two scripts</title></head>
         <body><main><h1>Two scripts</h1>{ELEMENTS}</main>{}</body></html>",
        tags.concat()
    );
    b.open_written("/together.html", &page).await?;
    let finder = b.finder().await?;
    let comparison = b.comparison().await?;

    // The comparison names the federations of the finder's list, whichever script contains the finder.
    comparison.click("details[data-id=community-interest-company] > summary").await?;
    let names = "details[data-id=community-interest-company] .gpf-inside";
    comparison.eventually_contains(names, "Battersea Healthcare CIC").await?;
    let list =
        "document.querySelector('gp-federation-finder').data = 'name,legal_form\\nOurs,community-interest-company';
        return null";
    b.js::<Value>(list, &[]).await?;
    comparison.eventually_contains(names, "Ours.").await?;
    comparison.click(".gpf-find").await?;
    finder.eventually_contains(".gpf-count", "1 federation").await?;
    finder.click(".gpf-federation > summary").await?;
    finder.wait_for("the way to the comparison", "return !!root.querySelector('.gpf-compare')", &[]).await?;
    finder.click(".gpf-compare").await?;
    let shown =
        "return root.activeElement === root.querySelector('details[data-id=community-interest-company] > summary')";
    comparison.wait_for("the form's details", shown, &[]).await?;

    // The same for the page's own list, if there is no finder.
    let load = "document.querySelector('gp-federation-finder').remove();
        await gpFederations.load('name,legal_form\\nOf the page,community-interest-company')";
    b.js_async::<Value>(load, &[]).await?;
    comparison.eventually_contains(names, "Of the page.").await?;

    // One API with the functions of all the scripts.
    b.js_async::<Value>("await gpFederations.ready", &[]).await?;
    let api: Vec<String> = b.js("return Object.keys(gpFederations).sort()", &[]).await?;
    let all = ["check", "compare", "federation", "load", "ready", "regions", "search", "shortlist", "version"];
    ensure!(api == all, "gpFederations has {api:?}");
    let answers: [usize; 2] =
        b.js("return [gpFederations.search({}).total, gpFederations.compare({}).subjects.length]", &[]).await?;
    ensure!(answers[0] == 1 && answers[1] > 3, "search and compare answer {answers:?}");
    let refused: bool = b
        .js("'use strict'; try { gpFederations.search = null; return false; } catch (error) { return true; }", &[])
        .await?;
    ensure!(refused, "a page can change the API");
    Ok(())
}
