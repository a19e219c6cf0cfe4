//! Translators, grammar checkers and dark modes change the widget's nodes. The widget still shows the same texts as an
//! unchanged one.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("changed.html?guide").await?;
    let changes: Vec<String> = b.js("return window.changeNames", &[]).await?;
    // With the part of each element that comes last.
    for (kind, last) in [("finder", ".gpf-report"), ("comparison", ".gpf-footer"), ("guide", ".gpf-result button")] {
        for change in &changes {
            // Removed nodes come back with the next change of their part of the view. The guide's text is static, so it
            // does not.
            if change == "removed" && kind == "guide" {
                continue;
            }
            b.open(&["changed.html?", kind].concat()).await?;
            let body = "const [kind, last] = arguments;
                const box = (id) => document.getElementById(id).shadowRoot?.querySelector('div');
                return ['', 'untouched-'].every((it) => box(it + kind)?.querySelector('.gpf-footer')
                    && !box(it + kind).querySelector('.gpf-reading') && box(it + kind).querySelector(last));";
            b.wait_for("both", body, &[json!(kind), json!(last)]).await?;
            let body = "return await differences(arguments[0], arguments[1])";
            let wrong: Vec<String> = b.js_async(body, &[json!(kind), json!(change)]).await?;
            ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        }
    }
    Ok(())
}
