//! The federations that a comparison names come from the page's first finder or, if there is none, from the page's
//! list.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;

const PAGE: &str = "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>One list</title></head>
<body><main><h1>One list</h1><gp-legal-form-comparison loading=eager forms='community-interest-company,charity'>
</gp-legal-form-comparison><div id=place></div></main><script src='gp-federations.js' defer></script></body></html>";

const MANY: &str = "name,legal_form\\n' + Array.from({ length: 25 }, (_, i) => `Ours ${i},community-interest-company`).join('\\n') + '";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_written("/one-list.html", PAGE).await?;
    let comparison = b.finder_at("gp-legal-form-comparison").await?;
    comparison.click("details[data-id=community-interest-company] > summary").await?;
    let names = "details[data-id=community-interest-company] .gpf-inside";
    comparison.eventually_contains(names, "Battersea Healthcare CIC").await?;
    let load = |list: &str| format!("gpFederations.load('{list}'); return null");
    b.js::<Value>(&load("name,legal_form\\nLoaded for all,community-interest-company"), &[]).await?;
    comparison.eventually_contains(names, "Loaded for all.").await?;
    let add = |id: &str, list: &str| {
        format!(
            "const finder = document.createElement('gp-federation-finder'); finder.loading = 'eager'; finder.id = '{id}';
             finder.data = '{list}'; document.getElementById('place').append(finder); return null"
        )
    };
    b.js::<Value>(&add("first", "name,legal_form\\nOf the first,community-interest-company\\nA charity,charity"), &[])
        .await?;
    comparison.eventually_contains(names, "Of the first.").await?;
    b.js::<Value>(&add("second", "name,legal_form\\nOf the second,community-interest-company"), &[]).await?;
    b.finder_at("#second").await?.eventually_contains(".gpf-results", "Of the second").await?;
    comparison.eventually_contains(names, "Of the first.").await?;
    comparison.click(".gpf-find").await?;
    b.finder_at("#first").await?.eventually_contains(".gpf-count", "1 federation of 2").await?;
    b.js::<Value>(&format!("document.getElementById('first').data = '{MANY}'; return null"), &[]).await?;
    comparison.eventually_contains(names, " and 5 more.").await?;
    b.js::<Value>("document.getElementById('first').remove(); return null", &[]).await?;
    comparison.eventually_contains(names, "Of the second.").await?;
    b.js::<Value>("document.getElementById('second').remove(); return null", &[]).await?;
    comparison.eventually_contains(names, "Loaded for all.").await?;
    b.js::<Value>("gpFederations.load(null); return null", &[]).await?;
    comparison.eventually_contains(names, "Battersea Healthcare CIC").await
}
