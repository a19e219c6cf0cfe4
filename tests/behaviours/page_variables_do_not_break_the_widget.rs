//! A page, or an old library in it, can have variables with the names of the browser's own objects, such as `Event`. The
//! widget works. Where it cannot, one line in the console says what to change, and the page's own content stays.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::engine::Engine;
use crate::harness::oracle::{Expected, works};

/// Variables that can be in the page first. YUI's users wrote `var Event = YAHOO.util.Event`.
const EARLIER: &str = "var Event = { observe() {} }; function CustomEvent(name) { this.name = name; } class Text {}
    const keptJson = JSON;";

/// MooTools 1.2 has this in place of the browser's `JSON`.
const OTHER_JSON: &str = "var JSON = { encode: keptJson.stringify, decode: keptJson.parse };";

/// Variables that can only follow the widget's script. `const` is another kind of global variable than `var`.
const LATER: &str = "function AbortController() {} var MutationObserver = null; let Event = null;
    window.CustomEvent = undefined;";

const OTHER_MAP: &str = "const Map = { zoom: 5 };";

const SCRIPT: &str = "<script src=\"/gp-federations.js\"></script>";

const PLACE: &str = "<div data-gp-federations=\"finder\"><a href=\"/list\">Our list</a></div>";

fn page(head: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en-GB\"><title>Variables</title><script src=\"/__recorder.js\"></script>{head}<main>{PLACE}</main>"
    )
}

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let own = |code: &str| format!("<script>{code}</script>");
    // WebKit's driver needs the page's `JSON` and `Map`.
    let is_webkit = b.engine == Engine::WebKit;
    let [other_json, other_map] = if is_webkit { [""; 2] } else { [OTHER_JSON, OTHER_MAP] };
    let earlier = [&own(&[EARLIER, other_json].concat()), SCRIPT].concat();
    let later = [SCRIPT, &own(&[LATER, other_map].concat())].concat();
    for (at, head) in [earlier, later].iter().enumerate() {
        let address = b.serve(&format!("/variables-{at}.html"), page(head), &[]);
        b.go_to(&address).await?;
        works(&b.finder().await?).await?;
        // The page gets our events, and the API works.
        b.js_async::<Value>("await gpFederations.ready", &[]).await?;
        let found: usize = b.js("return gpFederations.search({ text: 'warrington' }).matching", &[]).await?;
        ensure!(found == Expected::text("warrington").len(), "page {at}: the API finds {found}");
    }

    b.allow_console("gp-federations: this page has a variable");
    for name in ["AbortController", "Map", "MutationObserver"].into_iter().filter(|it| !is_webkit || *it != "Map") {
        let address = b.serve(&format!("/{name}.html"), page(&(own(&format!("function {name}() {{}}")) + SCRIPT)), &[]);
        b.go_to(&address).await?;
        let (lines, content): (Vec<String>, String) =
            b.js("return [window.__recorded, document.querySelector('main').innerText]", &[]).await?;
        ensure!(
            lines.len() == 1 && lines[0].contains(&format!("gp-federations: this page has a variable {name} ")),
            "the console says {lines:?}"
        );
        ensure!(content.trim() == "Our list", "the page shows {content}");
    }
    Ok(())
}
