//! A list in the page is read whatever markup an editor has added around it, and wherever an editor has moved it. If it
//! cannot be read, the finder and the console say why.

use anyhow::{Context, Result};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

const CSV: &str = "name,place\nMersey View,Runcorn\n\"Tees, Wear and Tyne\",Yarm\n";

const LOADER: &str = "<script src=\"/gp-federations.js\" defer></script>";

fn page(inside: &str) -> String {
    let loader = if inside.contains(LOADER) { "" } else { LOADER };
    format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Lists</title></head><body><main><h1>Lists</h1>
         {inside}</main>{loader}</body></html>"
    )
}

fn element(inside: &str) -> String {
    format!("<gp-federation-finder loading=\"eager\">{inside}</gp-federation-finder>")
}

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.serve("/lists/far.csv", CSV, &[]);
    let csv = |text: &str| format!("<script type=\"text/csv\">{text}</script>");
    let json = "[{\"name\":\"Mersey View\"},{\"name\":\"Tees, Wear and Tyne\"}]";
    let indented = CSV.replace('\n', "\n        ");
    let names = "return [...root.querySelectorAll('.gpf-name')].map((e) => e.textContent).sort().join('|')";
    let two = format!("{names} === 'Mersey View|Tees, Wear and Tyne'");
    for (case, inside) in [
        ("paragraphs", element(&format!("<p><span>{}</span></p>", csv(CSV)))),
        (
            "a placeholder with paragraphs",
            format!("<div data-gp-federations=\"finder\" data-loading=\"eager\"><p>Text</p><p>{}</p></div>", csv(CSV)),
        ),
        ("CDATA", element(&csv(&format!("/* <![CDATA[ */\n{CSV}/* ]]> */")))),
        ("JSON in CDATA", element(&format!("<script type=\"application/json\">//<![CDATA[\n{json}\n//]]></script>"))),
        ("a comment", element(&csv(&format!("<!--\n{CSV}-->")))),
        ("breaks", element(&csv(&CSV.replace('\n', "<br />\n")))),
        ("indented", element(&csv(&format!("\n        {indented}")))),
        ("a type with a parameter", element(&format!("<script type=\"text/csv; charset=utf-8\">{CSV}</script>"))),
        ("a template", element(&format!("<template>{}</template>", csv(CSV)))),
        ("an address", element("<script type=\"text/csv\" src=\"/lists/far.csv\"></script>")),
        ("a paragraph instead of an empty line", element(&csv(&CSV.replace("Runcorn\n", "Runcorn<p>")))),
        (
            "JSON with such a paragraph",
            element(&csv(&json.replace("},", "},<p>")).replace("text/csv", "application/json")),
        ),
        // The element is closed with the first paragraph, and its own end tag is ignored.
        (
            "beside its element",
            format!("<p><gp-federation-finder loading=\"eager\"></p>{}<p></gp-federation-finder></p>", csv(CSV)),
        ),
        (
            "JSON beside its element",
            format!(
                "<p><gp-federation-finder loading=\"eager\"></p><script type=\"application/json\">{json}</script>
                 <p></gp-federation-finder></p>"
            ),
        ),
        ("a list instead of its element", format!("{}<p>Text</p>{LOADER}", csv(CSV))),
        ("a text", element(&format!("<p>List</p><script type=\"text/plain\"><!--\n{CSV}--></script>"))),
    ] {
        b.open_written("/lists.html", &page(&inside)).await?;
        let finder = b.finder().await?;
        finder.wait_for("the two of the list", &two, &[]).await.with_context(|| case.to_owned())?;
    }

    // Browsers run these two, which are no programs.
    for (case, start) in [
        ("no type", "<script>"),
        ("the type of a script", "<script type=\"text/javascript\"><!--//--><![CDATA[//><!--\n"),
    ] {
        b.allow_console("SyntaxError");
        b.open_written("/lists.html", &page(&element(&[start, CSV, "\n//--><!]]></script>"].concat()))).await?;
        let finder = b.finder().await?;
        finder.wait_for("the two of the list", &two, &[]).await.with_context(|| case.to_owned())?;
    }

    // The built-in list alone would look like the editor's.
    let lost = "the script tag of a list was removed or has become text";
    for inside in [
        csv(CSV).replace('<', "&lt;"),
        format!("<noscript>{}</noscript>", csv(CSV)),
        format!("<p><a href=\"/f\">List</a></p>\n{CSV}"),
        format!("<pre>{json}</pre>"),
        format!("<p><br>{}</p>", CSV.replace('\n', "<br>")),
        "<template></template>".to_owned(),
        format!("<template>{CSV}</template>"),
    ] {
        b.allow_console(["gp-federations (data-unusable): ", lost].concat());
        b.open_written("/lists.html", &page(&element(&inside))).await?;
        let finder = b.finder().await?;
        finder.eventually_contains(".gpf-list-error", lost).await.with_context(|| inside.clone())?;
        finder.eventually_contains(".gpf-list-error", "Showing the built-in list instead.").await?;
        Expected::everything().is_shown_by(&finder).await?;
    }

    // Which of two finders has this list?
    b.expect_console("gp-federations: a list is outside of its element");
    b.open_written("/lists.html", &page(&[element(""), csv(CSV), element("")].concat())).await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;

    // What editors write into an element is shown until the widget is ready, and is not a list.
    let other = "<h2>GP federations</h2><p>There are 1,500 practices, and names; each has a place.</p>
        <script type=\"text/javascript\">const list = [{ \"name\": 1 }]</script>";
    b.open_written("/lists.html", &page(&element(other))).await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;

    // A list for a chart, links of the page, a script that waits for consent, and a template of SVG.
    let others = "<h2>Practices</h2><a href=\"#\">Home|Federations|Map</a><svg><template></template></svg>
        <script type=\"text/plain\" data-category=\"statistics\">track()</script>";
    let chart = "<script type=\"text/csv\" id=\"chart\">Practice,Patients\nElm Surgery,5000\n</script>";
    b.open_written("/lists.html", &page(&[chart, "<p>Chart</p>", &element(others)].concat())).await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;
    b.open_written("/lists.html", &page(&element(&[others, &csv(CSV)].concat()))).await?;
    b.finder().await?.wait_for("the two of the list", &two, &[]).await?;

    // Other data blocks are ignored, and of two lists the first is read.
    let other = "<script type=\"application/ld+json\">{\"@type\":\"Organization\"}</script>";
    b.open_written("/lists.html", &page(&element(other))).await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;
    b.expect_console("gp-federations: an element has several lists. Using the first one.");
    b.open_written("/lists.html", &page(&element(&[csv("name\nFirst\n"), csv("name\nSecond\n")].concat()))).await?;
    b.finder().await?.eventually_contains(".gpf-name", "First").await
}
