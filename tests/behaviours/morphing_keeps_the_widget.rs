//! Libraries that morph a page into the server's HTML remove what is not in it: the widget of a tag or a placeholder.
//! It stays, with what the user has typed.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;
use crate::harness::place::serve_library;

/// The name, the head and the content of each page.
const PAGES: [(&str, &str, &str); 4] = [
    (
        "a tag in its place",
        "",
        "<h1>Home</h1><p>Before</p><script src=\"/gp-federations.js\" defer data-view=\"finder\"></script><p>After</p>",
    ),
    ("a tag without options", "", "<h1>Home</h1><script src=\"/gp-federations.js\" defer></script><p>After</p>"),
    (
        "a placeholder",
        "<script src=\"/gp-federations.js\" defer></script>",
        "<h1>Home</h1><div data-gp-federations=\"finder\"><a href=\"/list\">GP federations</a></div><p>After</p>",
    ),
    ("a tag in the head", "<script src=\"/gp-federations.js\" defer></script>", "<h1>Home</h1><p>After</p>"),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    serve_library(b, "/idiomorph.js", "idiomorph/dist/idiomorph.min.js")?;
    for (at, (name, head, body)) in PAGES.into_iter().enumerate() {
        let page = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>{name}</title><script src=\"/idiomorph.js\"></script>{head}\
             <body><main>{body}</main></body></html>"
        );
        b.open_written(&format!("/morph-{at}.html"), &page).await?;
        morphs(b, body).await.with_context(|| name.to_owned())?;
    }
    is_not_put_back_for_ever(b).await
}

async fn morphs(b: &mut Browser, body: &str) -> Result<()> {
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    let before = b.js::<String>("return document.querySelector('main').innerText", &[]).await?;
    for changed in [body.to_owned(), body.replace("Home", "Home, 2 messages"), body.replace("After", "Later")] {
        let morph = "Idiomorph.morph(document.querySelector('main'), `<main>${arguments[0]}</main>`); return null";
        b.js::<Value>(morph, &[changed.into()]).await?;
        let there = "const all = document.querySelectorAll('gp-federation-finder');
            return all.length === 1 && all[0].shadowRoot.querySelector('#gpf-search').value === 'warrington';";
        b.wait_for("the one finder with its text", there, &[]).await?;
    }
    Expected::text("warrington").is_shown_by(&b.finder().await?).await?;
    let after = b.js::<String>("return document.querySelector('main').innerText", &[]).await?;
    ensure!(after == before.replace("After", "Later"), "{before:?} became {after:?}");
    // Without its tag or placeholder it leaves.
    let without =
        "document.querySelectorAll('script[src^=\"/gp-\"],[data-gp-federations]').forEach((it) => it.remove());
        const finder = document.querySelector('gp-federation-finder'); if (finder) finder.remove(); return null";
    b.js::<Value>(without, &[]).await?;
    b.settle(50).await?;
    let count: usize = b.js("return document.querySelectorAll('gp-federation-finder').length", &[]).await?;
    ensure!(count == 0, "it is there without its tag");
    Ok(())
}

/// If a page removes it each time, it does not come back for ever.
async fn is_not_put_back_for_ever(b: &mut Browser) -> Result<()> {
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Page</title><body><main><h1>Page</h1>\
        <script src=\"/gp-federations.js\" defer data-view=\"finder\"></script></main><script>window.removed = 0;\
        new MutationObserver(() => { const it = document.querySelector('gp-federation-finder'); if (it) { removed++; it.remove(); } })\
        .observe(document, { childList: true, subtree: true });</script>";
    b.open_written("/removes.html", page).await?;
    b.wait_for("it to be removed for the last time", "return window.removed > 5", &[]).await?;
    b.settle(200).await?;
    let removed: usize = b.js("return window.removed", &[]).await?;
    ensure!(removed == 6, "it was put back {removed} times");
    Ok(())
}
