//! No-break spaces that an editor has written between attributes, and spaces or quotation marks in the name of an element,
//! change nothing.

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;

const LOADER: &str = "<script src=\"/gp-federations.js\" defer></script>";

/// The part of a page, and the element that it shows.
const PAGES: [(&str, &str); 8] = [
    (
        "<div data-gp-federations=\" finder\u{a0}\"\u{a0}data-region=\"London\"\u{a0}onfocus=\"alert(1)\"\u{a0}></div>",
        "gp-federation-finder London",
    ),
    ("<div data-gp-federations=\"\u{200b}comparison\u{feff}\"></div>", "gp-legal-form-comparison"),
    ("<div data-gp-federations=“guide”></div>", "gp-federation-guide"),
    ("<div data-gp-federations=\"\u{200b}\"></div>", "gp-federation-finder"),
    (
        "<gp-federation-finder heading=\"Find\"\u{a0}\u{feff}region=\"London\"\u{a0}onfocus=\"alert(1)\"></gp-federation-finder>",
        "gp-federation-finder London",
    ),
    ("<script src=\"/gp-federations.js\"\u{a0}data-view=\" comparison \" defer></script>", "gp-legal-form-comparison"),
    ("<script src=\"/gp-federations.js\"\u{a0}data-region=\"London\" defer></script>", "gp-federation-finder London"),
    ("<script src=\"/gp-federations.js\" data-view=\"none \" defer></script>", ""),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (inside, expected) in PAGES {
        let loader = if inside.contains("<script") { "" } else { LOADER };
        let page = format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Spaces</title></head>
             <body><main><h1>Spaces</h1>{inside}</main>{loader}</body></html>"
        );
        b.open_written("/spaces.html", &page).await?;
        let shown = "const shown = [...document.querySelectorAll('main *')].filter((it) => it.shadowRoot).map((it) =>
            [it.localName, it.getAttribute('region')].filter(Boolean).join(' ')).join();";
        let is_shown = [shown, "return window.gpFederations && shown === arguments[0]"].concat();
        b.wait_for(expected, &is_shown, &[expected.into()]).await.with_context(|| inside.to_owned())?;
        let seen: String = b.js(&[shown, "return shown"].concat(), &[]).await?;
        ensure!(seen == expected, "{inside}: {seen}");
        let handlers: u32 = b.js("return document.querySelectorAll('[onfocus]').length", &[]).await?;
        ensure!(handlers == 0, "an attribute that a sanitiser ignored has become a handler");
    }
    Ok(())
}
