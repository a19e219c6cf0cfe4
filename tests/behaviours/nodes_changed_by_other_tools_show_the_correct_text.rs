//! Translators, grammar checkers and dark modes change the widget's nodes. The widget still shows the same texts as an
//! unchanged one.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    // With the part of each element that comes last.
    for (kind, last, changes) in
        [("finder", ".gpf-report", 10), ("comparison", ".gpf-footer", 10), ("guide", ".gpf-result button", 9)]
    {
        b.open(&["changed.html?", kind].concat()).await?;
        let body = "const all = [...document.querySelectorAll('main > [id]')].map((it) => it.shadowRoot?.querySelector('div'));
            return all.every((it) => it?.querySelector('.gpf-footer') && !it.querySelector('.gpf-reading')
                && it.querySelector(arguments[0])) && all.length";
        b.wait_for("all of them", body, &[json!(last)]).await?;
        let count: usize = b.js("return document.querySelectorAll('main > [id]').length", &[]).await?;
        ensure!(count == changes + 1, "{count} elements, not one for each of {changes} changes and one more");
        let wrong: Vec<String> = b.js_async("return await differences()", &[]).await?;
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
    // A heading that is a block of its own is below its arrow, also if the page has made it one.
    b.js::<Value>("document.getElementById('enclosed').remove(); return null", &[]).await.map(drop)
}
