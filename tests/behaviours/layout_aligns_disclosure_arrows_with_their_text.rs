//! Every disclosure arrow is in line with its text, in every engine, open or closed, wide or narrow.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::harness::Browser;
use crate::harness::all_elements::{ELEMENTS, TAGS, all_show};

/// The text of each summary: its distance from the top of the summary, and the height of a line.
const SUMMARIES: &str = "
    const root = document.querySelector(arguments[0]).shadowRoot, found = [];
    for (const summary of root.querySelectorAll('summary')) {
        if (!summary.getClientRects().length) continue;
        const words = document.createTreeWalker(summary, 4);
        while (words.nextNode() && !words.currentNode.data.trim());
        const range = document.createRange();
        range.selectNodeContents(words.currentNode);
        const style = getComputedStyle(summary);
        const top = summary.getBoundingClientRect().top + parseFloat(style.paddingTop) + parseFloat(style.borderTopWidth);
        found.push([words.currentNode.data, range.getClientRects()[0].top - top, parseFloat(style.lineHeight)]);
    }
    return found;";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let page =
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title></head><body><main
        style=\"width: WIDTH\">ELEMENTS</main><script src=\"/gp-federations.js\" defer></script></body></html>";
    for width in ["1200px", "300px"] {
        let page = page.replace("WIDTH", width).replace("ELEMENTS", ELEMENTS);
        b.open_written("/pages/arrows.html", &page).await?;
        all_show(b, None, TAGS.len(), "runs").await?;
        for tag in TAGS {
            let found: Vec<(String, f64, f64)> = b.js(SUMMARIES, &[json!(tag)]).await?;
            ensure!(found.len() > 2, "{tag} has {} summaries", found.len());
            for (words, below, line) in found {
                ensure!(below < line / 2.0, "{tag}, {width}: \"{words}\" begins {below} px below its arrow");
            }
        }
    }
    Ok(())
}
