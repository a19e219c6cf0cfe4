//! A page can move elements into a frame, a template or another shadow root: they keep their appearance and state.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::{SCRIPTS, all_show, page};
use crate::harness::oracle::Expected;

const ELEMENTS: &str = "const page = document.querySelector('#frame').contentDocument;
    const all = [document, page].flatMap((it) => [...it.querySelectorAll('gp-federation-finder, gp-legal-form-comparison, gp-federation-guide')]);
    const here = document.querySelector('#here');";

/// The visible state of the finder: sizes, colours, and the typed text.
const LOOKS: &str = "const host = all[0]; const root = host.shadowRoot;
    const view = host.ownerDocument.defaultView;
    const of = (css) => { const style = view.getComputedStyle(root.querySelector(css)); return [style.fontSize, style.color, style.backgroundColor, style.fontFamily, style.borderTopWidth]; };
    return JSON.stringify([['.gpf', '#gpf-search', '.gpf-count', '.gpf-federation'].map(of), root.querySelector('#gpf-search').value,
        root.querySelector('.gpf-federation').open, root.querySelectorAll('.gpf-federation').length]);";

/// The ways to move it there.
const WAYS: [(&str, &str); 4] = [
    ("append", "page.body.append(...all);"),
    ("adoptNode", "all.forEach((it) => page.body.append(page.adoptNode(it)));"),
    (
        "by way of a template",
        "all.forEach((it) => { document.querySelector('#template').content.append(it); page.body.append(it); });",
    ),
    (
        "within a part of the page",
        "const div = document.createElement('div'); div.append(...all); page.body.append(div);",
    ),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_console("gp-federations (wasm-blocked)");
    b.allow_console("wasm-eval");
    b.allow_console("wasm-unsafe-eval");
    b.open("moving-between-documents.html").await?;
    all_show(b, None, 3, "runs").await?;
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await.ok();
    finder.open_first().await?;
    let look = format!("{ELEMENTS} {LOOKS}");
    let before: String = b.js(&look, &[]).await?;
    for (way, there) in WAYS {
        b.js::<Value>(&format!("{ELEMENTS} {there} return null"), &[]).await?;
        all_show(b, Some("#frame"), 3, "runs").await.context(way)?;
        let after: String = b.js(&look, &[]).await?;
        ensure!(before == after, "{way}: {before} became {after}");
        b.js::<Value>(&format!("{ELEMENTS} here.append(...all); return null"), &[]).await?;
        all_show(b, None, 3, "runs").await.with_context(|| format!("{way}, and back"))?;
        let back: String = b.js(&look, &[]).await?;
        ensure!(before == back, "{way}, and back: {before} became {back}");
    }

    // Into a shadow root there, and into one that is created in the other document.
    let deep = "const box = page.body.appendChild(page.createElement('div')); box.attachShadow({ mode: 'open' }).append(all[0]);
        window.deep = box.shadowRoot.firstElementChild; return null";
    b.js::<Value>(&format!("{ELEMENTS} {deep}"), &[]).await?;
    let styled = "const host = window.deep || arguments[0]; return host.shadowRoot.adoptedStyleSheets.length === 2
        && host.ownerDocument.defaultView.getComputedStyle(host.shadowRoot.querySelector('.gpf')).borderTopStyle === 'solid'";
    b.wait_for("style in a shadow root of the frame", styled, &[]).await?;
    let anew = "const it = document.createElement('gp-federation-finder'); it.setAttribute('loading', 'eager');
        page.body.append(it); window.deep = it; return null";
    b.js::<Value>(&format!("{ELEMENTS} {anew}"), &[]).await?;
    let is_there = "const root = window.deep.shadowRoot; return !!root.querySelector('#gpf-search') && !root.firstElementChild.matches('[style],[data-prerendered]')";
    b.wait_for("a finder that begins in the frame", is_there, &[]).await?;
    b.wait_for("its style", styled, &[]).await?;

    // Its fallback moves, too.
    let frame = "<iframe id=\"frame\" title=\"Another\" src=\"/pages/blank.html\"></iframe><div id=\"here\"></div>";
    let text = page(SCRIPTS).replace("</main>", &format!("</main>{frame}"));
    let address = b.serve("/without.html", text, &["Content-Security-Policy: script-src 'self'"]);
    b.go_to(&address).await?;
    let fallback = "fallback: wasm-blocked";
    all_show(b, None, 3, fallback).await?;
    b.js::<Value>(&format!("{ELEMENTS} page.body.append(...all); return null"), &[]).await?;
    all_show(b, Some("#frame"), 3, fallback).await?;
    b.js::<Value>(&format!("{ELEMENTS} here.append(...all); return null"), &[]).await?;
    all_show(b, None, 3, fallback).await
}
