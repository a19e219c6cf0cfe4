//! Several tags on a page each show their own element, in any order. A second tag without options adds nothing.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

const BARE: &str = "<script src=\"/gp-federations.js\" defer></script>";
const COMPARISON: &str = "<script src=\"/gp-federations.js\" defer data-view=\"comparison\"></script>";
const GUIDE: &str = "<script src=\"/gp-federations.js\" defer data-view=\"guide\"></script>";
const FINDER: &str = "<script src=\"/gp-federations.js\" defer data-view=\"finder\" data-region=\"London\"></script>";
const FINDER_ONLY: &str = "<script src=\"/gp-federations-finder.js\" defer></script>";
const COMPARISON_ONLY: &str = "<script src=\"/gp-federations-comparison.js\" defer></script>";

/// The content of the head, the tags in the body, and the elements that the page shows, in order.
const PAGES: [(&str, &[&str], &[&str]); 9] = [
    ("", &[BARE, COMPARISON], &["gp-federation-finder", "gp-legal-form-comparison"]),
    ("", &[COMPARISON, BARE], &["gp-legal-form-comparison", "gp-federation-finder"]),
    ("", &[GUIDE, BARE, COMPARISON], &["gp-federation-guide", "gp-federation-finder", "gp-legal-form-comparison"]),
    ("", &[COMPARISON, COMPARISON], &["gp-legal-form-comparison", "gp-legal-form-comparison"]),
    ("", &[BARE, BARE], &["gp-federation-finder"]),
    ("", &[FINDER, BARE], &["gp-federation-finder"]),
    ("", &[FINDER_ONLY, COMPARISON_ONLY], &["gp-federation-finder", "gp-legal-form-comparison"]),
    (
        "",
        &["<gp-federation-guide></gp-federation-guide>", BARE, COMPARISON],
        &["gp-federation-guide", "gp-legal-form-comparison"],
    ),
    // A tag in the head has no place, so it loads the script for the tags in the body.
    (BARE, &[COMPARISON], &["gp-legal-form-comparison"]),
];

/// The elements that the page shows.
const SHOWN: &str =
    "const shown = [...document.querySelectorAll('main *')].filter((it) => it.shadowRoot).map((it) => it.localName);";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (head, tags, expected) in PAGES {
        let page = format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Tags</title>{head}</head>
             <body><main><h1>Tags</h1>{}</main></body></html>",
            tags.concat()
        );
        b.open_written("/tags.html", &page).await?;
        let same = [SHOWN, "return JSON.stringify(shown) === JSON.stringify(arguments[0])"].concat();
        let all_there = b.wait_for(&format!("{expected:?}"), &same, &[expected.to_vec().into()]).await;
        all_there.with_context(|| format!("{head}{}", tags.concat()))?;
        // All tags are handled in one microtask. A task later, nothing more is added.
        b.js_async::<Value>("await new Promise((done) => setTimeout(done)); return null", &[]).await?;
        let shown: Vec<String> = b.js(&[SHOWN, "return shown"].concat(), &[]).await?;
        ensure!(shown == expected, "{head}{}: {shown:?}", tags.concat());
    }
    Ok(())
}
