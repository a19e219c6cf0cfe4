//! A rich text editor that opens a page with a widget saves its element too, sometimes moved or without its attributes.
//! The saved page shows each widget once, with the options of its tag or placeholder.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

const LONDON: &str = "<script src=\"/gp-federations.js\" defer data-view=\"finder\" data-region=\"London\"></script>";
const MIDLANDS: &str =
    "<script src=\"/gp-federations.js\" defer data-view=\"finder\" data-region=\"Midlands\"></script>";
const ALL: &str = "<script src=\"/gp-federations.js\" defer data-view=\"finder\"></script>";
const COMPARISON: &str = "<script src=\"/gp-federations.js\" defer data-view=\"comparison\"></script>";
const LOADER: &str = "<script src=\"/gp-federations.js\" defer></script>";
const SAVED: &str = "<gp-federation-finder data-gpf-made=\"\" region=\"London\"></gp-federation-finder>";

/// The saved parts of a page, and the widgets that it shows, each with the region that it begins with.
const PAGES: [(&[&str], &[&str]); 14] = [
    (&[LONDON, SAVED], &["finder London"]),
    (&["<p>", LONDON, "</p><p>", SAVED, "</p>"], &["finder London"]),
    (&[LONDON, "<br>", SAVED], &["finder London"]),
    (&[LONDON, "<div>", SAVED, "</div><p>Text</p>", SAVED], &["finder London"]),
    // The tag was edited after the page had been saved.
    (&[MIDLANDS, SAVED], &["finder Midlands"]),
    (&[ALL, "<p>", SAVED, "</p>"], &["finder"]),
    (&[COMPARISON, SAVED], &["comparison"]),
    // Each tag has its own.
    (&[LONDON, "<p>", SAVED, "</p>", MIDLANDS, "<p>", SAVED, "</p>"], &["finder London", "finder Midlands"]),
    (&[COMPARISON, LONDON, "<p>", SAVED, "</p>"], &["comparison", "finder London"]),
    (
        &[
            "<div data-gp-federations=\"finder\" data-region=\"London\"><a href=\"/f\">List</a>",
            SAVED,
            "</div>",
            LOADER,
        ],
        &["finder London"],
    ),
    (&["<div data-gp-federations=\"finder\"><p>List</p>", SAVED, SAVED, "</div>", LOADER], &["finder"]),
    (
        &[
            "<div data-gp-federations=\"finder\" data-region=\"London\"><gp-federation-finder data-gpf-made>",
            SAVED,
            "<a href=\"/f\">List</a></gp-federation-finder></div>",
            LOADER,
        ],
        &["finder London"],
    ),
    (&["<div data-gp-federations=\"comparison\">", SAVED, "</div>", LOADER], &["comparison"]),
    // This element was written by hand.
    (&[LONDON, "<p><gp-federation-finder></gp-federation-finder></p>"], &["finder London", "finder"]),
];

/// The widgets of the page, hidden ones too.
const WIDGETS: &str =
    "const widgets = [...document.querySelectorAll('main *')].filter((it) => it.shadowRoot).map((it) =>
    [it.localName.replace(/gp-federation-|gp-legal-form-/, ''), it.getAttribute('region')].filter(Boolean).join(' '));";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (parts, expected) in PAGES {
        let html = parts.concat();
        let page = format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Saved</title></head>
             <body><main><h1>Saved</h1>{html}</main></body></html>"
        );
        b.open_written("/saved.html", &page).await?;
        let same = [WIDGETS, "return JSON.stringify(widgets) === JSON.stringify(arguments[0])"].concat();
        b.wait_for(&format!("{expected:?}"), &same, &[expected.to_vec().into()]).await.with_context(|| html.clone())?;
        // All tags are handled in one microtask. A task later, nothing more is added.
        b.js_async::<Value>("await new Promise((done) => setTimeout(done)); return null", &[]).await?;
        let shown: Vec<String> = b.js(&[WIDGETS, "return widgets"].concat(), &[]).await?;
        ensure!(shown == expected, "{html}: {shown:?}");
    }
    Ok(())
}
