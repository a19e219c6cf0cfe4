//! In a modal dialog or a popover, which have the height of a window, a Print button prints all pages of its element.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::paper::print;

const PAGE: &str = "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title></head>
    <body><main><h1>A page</h1><p>Text of the page</p></main>
    BOX
    <script src=\"/gp-federations.js\"></script></body></html>";

const BOXES: [(&str, &str); 2] = [
    (
        "<dialog id=\"box\" aria-label=\"Federations\" style=\"width: 80vw; max-height: 80vh\">CONTENT</dialog>",
        "document.getElementById('box').showModal()",
    ),
    (
        "<div id=\"box\" popover style=\"max-height: 80vh; border: 9px solid\">CONTENT</div>",
        "document.getElementById('box').showPopover?.()",
    ),
];

const CONTENT: &str = "<p>Text of the box</p><gp-federation-finder loading=\"eager\"></gp-federation-finder>";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for (html, open) in BOXES {
        let page = PAGE.replace("BOX", &html.replace("CONTENT", CONTENT));
        b.open_written("/printing.html", &page).await?;
        b.js::<Value>(open, &[]).await?;
        let finder = b.finder().await?;
        b.js::<Value>("window.print = () => { window.asked = true; }", &[]).await?;
        finder.js::<Value>("root.querySelector('button[data-action=print]').click(); return null", &[]).await?;
        b.wait_for("the print dialog", "return window.asked", &[]).await?;
        let last: String = b.js("return gpFederations.search().federations.at(-1).name", &[]).await?;
        let Some(paper) = print(b).await? else { continue };
        for text in ["Text of the page", "Text of the box"] {
            ensure!(!paper.holds(text), "\"{text}\" is printed");
        }
        ensure!(paper.holds(&last), "the last federation, {last}, is not on the {} pages", paper.pages);
        ensure!((5..15).contains(&paper.pages), "there are {} pages", paper.pages);
    }
    Ok(())
}
