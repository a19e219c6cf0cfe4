//! A list in the page is read whatever markup an editor has added around it. If it cannot be read, the console says
//! why.

use anyhow::{Context, Result};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

const CSV: &str = "name,place\nMersey View,Runcorn\n\"Tees, Wear and Tyne\",Yarm\n";

fn page(inside: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Lists</title></head><body><main><h1>Lists</h1>
         {inside}</main><script src=\"/gp-federations.js\" defer></script></body></html>"
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
    ] {
        b.open_written("/lists.html", &page(&inside)).await?;
        let finder = b.finder().await?;
        let names = "return [...root.querySelectorAll('.gpf-name')].map((e) => e.textContent).sort().join('|')";
        let shown = format!("{names} === 'Mersey View|Tees, Wear and Tyne'");
        finder.wait_for("the two of the list", &shown, &[]).await.with_context(|| case.to_owned())?;
    }

    for (inside, line) in [
        (
            format!("<script type=\"text/plain\">{CSV}</script>"),
            "gp-federations: type=\"text/plain\" is not recognised as a list",
        ),
        (csv(CSV).replace('<', "&lt;"), "gp-federations: the script tag of a list has become text"),
        (format!("<noscript>{}</noscript>", csv(CSV)), "gp-federations: the script tag of a list has become text"),
    ] {
        b.expect_console(line);
        b.open_written("/lists.html", &page(&element(&inside))).await?;
        Expected::everything().is_shown_by(&b.finder().await?).await?;
    }

    // Other data blocks are ignored, and of two lists the first is read.
    let other = "<script type=\"application/ld+json\">{\"@type\":\"Organization\"}</script>";
    b.open_written("/lists.html", &page(&element(other))).await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;
    b.expect_console("gp-federations: an element has several lists. Using the first one.");
    b.open_written("/lists.html", &page(&element(&[csv("name\nFirst\n"), csv("name\nSecond\n")].concat()))).await?;
    b.finder().await?.eventually_contains(".gpf-name", "First").await
}
