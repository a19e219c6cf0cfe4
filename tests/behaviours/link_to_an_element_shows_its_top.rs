//! A link to an element, or to a place with elements in it, shows the top of it, although the elements have no height
//! until they start. What a user scrolls meanwhile stays where the user has scrolled.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::all_elements::{TAGS, all_show};

/// Where the target is, from the top of the window or of what scrolls it, in CSS px.
const TOP: &str = "const it = document.getElementById('target'), within = it.closest('.scrolls');
    return it.getBoundingClientRect().top - (within ? within.getBoundingClientRect().top : 0)";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let of = |tag: &str, attributes: &str| format!("<{tag} {attributes}></{tag}>");
    let [finder, comparison, guide] = TAGS.map(|tag| of(tag, "id=\"target\""));
    let all = TAGS.map(|tag| of(tag, "")).concat();
    let cases = [
        (finder, 1),
        (comparison, 1),
        (guide, 1),
        (of("gp-federation-finder", "id=\"target\" loading=\"eager\""), 1),
        (format!("<div id=\"target\">{all}</div>"), 3),
    ];
    for (at, (body, count)) in cases.iter().enumerate() {
        let behaviour = if at == 2 { "smooth" } else { "auto" };
        let link = "<p><a href=\"#target\">To the element</a></p><div style=\"height: 4000px\">Much to read</div>";
        let page = format!(
            "<!doctype html><html lang=\"en-GB\" style=\"scroll-behavior: {behaviour}\"><head><meta charset=\"utf-8\">
             <title>A page</title></head><body>{link}{body}
             <p style=\"height: 3000px\">More to read</p><script src=\"/gp-federations.js\" defer></script></body></html>"
        );
        let path = format!("/pages/link-{at}.html");
        b.open_written(&path, &page).await?;
        b.js::<Value>("document.querySelector('a').click(); return null", &[]).await?;
        is_at_the_top(b, *count, &format!("{body}, by a click")).await?;
        let address = b.address().await?.replace("#target", "?again#target");
        b.go_to(&address).await?;
        is_at_the_top(b, *count, &format!("{body}, by its address")).await?;
    }

    // In a part of the page that scrolls.
    let page = "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title></head><body>
        <div class=\"scrolls\" style=\"height: 500px; overflow: auto\"><a href=\"#target\">To the guide</a>
        <div style=\"height: 4000px\">Much to read</div><gp-federation-guide id=\"target\"></gp-federation-guide>
        <p style=\"height: 3000px\">More to read</p></div><script src=\"/gp-federations.js\" defer></script></body></html>";
    b.open_written("/pages/link-within.html", page).await?;
    b.js::<Value>("document.querySelector('a').click(); return null", &[]).await?;
    is_at_the_top(b, 1, "in a part that scrolls").await
}

async fn is_at_the_top(b: &Browser, count: usize, what: &str) -> Result<()> {
    all_show(b, None, count, "runs").await?;
    b.wait_for(
        &format!("the top, {what}"),
        &format!("{} < 2", TOP.replacen("return ", "return Math.abs(", 1) + ")"),
        &[json!(null)],
    )
    .await?;
    b.settle(200).await?;
    let top: f64 = b.js(TOP, &[]).await?;
    ensure!(top.abs() < 2.0, "{what}: the target is at {top} px");
    Ok(())
}
