//! The answers of a translator can arrive when the texts that it has read have gone. None is put over another text: a name
//! is never above another federation's facts.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;

/// Reads all texts of the first finder, like a translator. It does not look whether they have changed in the meantime.
const READ: &str = "const view = document.querySelector('#translated').shadowRoot.querySelector('.gpf');
    const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
    window.read = [];
    while (walker.nextNode()) read.push([walker.currentNode, walker.currentNode.data]);";

/// Puts the answers where the texts were. The language is a made-up one, in which all words are the same.
const ANSWER: &str = "for (const [node, text] of window.read) {
        if (!node.parentNode || node.parentNode.closest('svg')) continue;
        const answer = document.createElement('font');
        answer.textContent = text;
        node.replaceWith(answer);
    }";

/// Where the translated finder shows another text than one that is not translated.
const DIFFERENCES: &str = "const [one, other] = ['translated', 'untouched'].map((id) => {
        const view = document.getElementById(id).shadowRoot.querySelector('.gpf');
        const rows = view.querySelectorAll('details > summary, .gpf-count, details[open] dl');
        return [...rows].map((it) => it.textContent);
    });
    const differences = other.flatMap((text, at) => text === one[at] ? [] : [`${one[at]} instead of ${text}`]);
    return one.length === other.length ? differences : [`${one.length} rows instead of ${other.length}`];";

const PAGE: &str = "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title></head>
    <body><main><h1>A page</h1>
    <gp-federation-finder id=\"translated\" loading=\"eager\"></gp-federation-finder>
    <gp-federation-finder id=\"untouched\" loading=\"eager\" heading=\"Another\"></gp-federation-finder>
    </main><script src=\"/gp-federations.js\"></script></body></html>";

/// A field, and its new value.
const CHANGES: [(&str, &str); 5] =
    [("region", "London"), ("sort", "name-reversed"), ("region", "South West"), ("search", "health"), ("region", "")];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_written("/translated.html", PAGE).await?;
    let (translated, untouched) = (b.finder_at("#translated").await?, b.finder_at("#untouched").await?);
    for (at, (field, value)) in CHANGES.into_iter().enumerate() {
        // In the first round, nothing has been translated yet.
        b.js::<Value>(READ, &[]).await?;
        for finder in [&translated, &untouched] {
            let choose = "const [name, value] = args, field = root.querySelector(`#gpf-${name}`);
                field.value = value;
                for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
                return field.value";
            let chosen: String = finder.js(choose, &[json!(field), json!(value)]).await?;
            ensure!(chosen == value, "{field} has no {value}");
        }
        b.settle(400).await?;
        b.js::<Value>(ANSWER, &[]).await?;
        b.settle(400).await?;
        let differences: Vec<String> = b.js(DIFFERENCES, &[]).await?;
        ensure!(differences.is_empty(), "after change {at} ({field}: {value}):\n    {}", differences.join("\n    "));
    }
    // What has not changed since it was read is translated.
    let count: usize = translated.js("return root.querySelectorAll('.gpf font').length", &[]).await?;
    ensure!(count > 20, "only {count} texts are translated");
    Ok(())
}
