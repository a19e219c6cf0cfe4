//! Turbo replaces the body of the page when a link is followed, and shows a copy of the old one on the way back.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::place::serve_library;

/// The name of a page, what is in its head and in its body, and how many finders it shows.
const PAGES: [(&str, &str, &str, usize); 5] = [
    ("none", "", "", 0),
    ("tag", "", "<script src=\"/gp-federations.js\" data-view=\"finder\" data-heading=\"Near us\"></script>", 1),
    ("bare", "", "<script src=\"/gp-federations.js\"></script>", 1),
    (
        "placeholder",
        "",
        "<div data-gp-federations=\"finder\"><a href=\"/list\">GP federations</a></div><script src=\"/gp-federations.js\"></script>",
        1,
    ),
    // The script stays in the head of the pages that follow.
    (
        "loader",
        "<script src=\"/gp-federations.js\" defer data-view=\"none\"></script>",
        "<div data-gp-federations=\"finder\"><a href=\"/list\">GP federations</a></div>",
        1,
    ),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    serve_library(b, "/turbo.js", "@hotwired/turbo/dist/turbo.es2017-umd.js")?;
    let links: String =
        PAGES.iter().map(|(name, ..)| format!("<p><a href=\"/turbo-{name}.html\">{name}</a></p>")).collect();
    for (name, head, body, _) in PAGES {
        let page = format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>{name}</title><script src=\"/turbo.js\"></script>{head}\
             </head><body><main id={name}><h1>{name}</h1>{links}{body}</main></body></html>"
        );
        b.serve(&format!("/turbo-{name}.html"), page.clone(), &["content-type: text/html"]);
        if name == "none" {
            b.open_written("/turbo-start.html", &page).await?;
        }
    }
    // Each page from each other one, with a change of an option by the page's own script, and back.
    for (from, ..) in PAGES {
        for (to, ..) in PAGES.into_iter().filter(|(to, ..)| *to != from) {
            go(b, from).await?;
            b.js::<Value>(
                "const it = document.querySelector('gp-federation-finder'); if (it) it.region = 'London'; return null",
                &[],
            )
            .await?;
            go(b, to).await.with_context(|| format!("after {from}"))?;
            b.js::<Value>("history.back(); return null", &[]).await?;
            shows(b, from).await.with_context(|| format!("back from {to}"))?;
        }
    }
    Ok(())
}

async fn go(b: &Browser, name: &str) -> Result<()> {
    b.js::<Value>("Turbo.visit(`/turbo-${arguments[0]}.html`); return null", &[name.into()]).await?;
    shows(b, name).await
}

async fn shows(b: &Browser, name: &str) -> Result<()> {
    let expected = PAGES.iter().find(|(page, ..)| *page == name).map_or(0, |(.., count)| *count);
    let there = "const [name, count] = arguments;
        const main = document.querySelector('main'), all = [...document.querySelectorAll('gp-federation-finder')];
        return main.id === name && !document.documentElement.hasAttribute('data-turbo-preview') && all.length === count
            && all.every((it) => main.contains(it) && it.shadowRoot && it.shadowRoot.querySelector('#gpf-search'));";
    let there_now =
        b.wait_for(&format!("the page {name} with its finder"), there, &[name.into(), expected.into()]).await;
    b.settle(0).await?;
    there_now?;
    let count: usize = b.js("return document.querySelectorAll('gp-federation-finder').length", &[]).await?;
    ensure!(count == expected, "{name} shows {count} finders");
    Ok(())
}
