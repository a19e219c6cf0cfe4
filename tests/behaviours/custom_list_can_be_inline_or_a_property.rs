//! A list can be in the page, as CSV that never runs, or a property, which takes precedence.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("custom-list-inline.html").await?;
    let finder = b.finder().await?;
    let names = async |expected: &[&str]| {
        let body = "return [...root.querySelectorAll('.gpf-name')].map((e) => e.textContent).join('|') === args[0]";
        finder.wait_for(&format!("the names {expected:?}"), body, &[expected.join("|").into()]).await
    };
    names(&["& </not a tag> Health"]).await?;
    finder.eventually_contains(".gpf-footer", "List: Parish list.").await?;

    finder.js::<Value>("host.data = args[0]", &[json!("name,place\nAs text,Leeds\n")]).await?;
    names(&["As text"]).await?;
    finder.js::<Value>("host.data = args[0]", &[json!([{ "name": "As records", "patients": 1300 }])]).await?;
    names(&["As records"]).await?;
    let both = json!({ "federations": [{ "name": "With its sources", "sources": ["paper"] }],
        "sources": [{ "id": "paper", "title": "The parish paper" }] });
    finder.js::<Value>("host.data = args[0]", std::slice::from_ref(&both)).await?;
    names(&["With its sources"]).await?;
    finder.click(".gpf-federation > summary").await?;
    finder.eventually_contains(".gpf-sources", "The parish paper").await?;
    let same: bool = finder.js("return JSON.stringify(host.data) === JSON.stringify(args[0])", &[both]).await?;
    ensure!(same, "the property doesn't give back what was set");

    finder.js::<Value>("host.data = null", &[]).await?;
    names(&["& </not a tag> Health"]).await?;
    finder.js::<Value>("host.querySelector('script[type=\"text/csv\"]').textContent = 'name\\nAnother'", &[]).await?;
    names(&["Another"]).await?;
    finder.js::<Value>("host.querySelector('script[type=\"text/csv\"]').remove()", &[]).await?;
    Expected::everything().is_shown_by(&finder).await?;

    b.expect_console("gp-federations (data-unusable): data has the type number. It must be CSV text");
    finder.js::<Value>("host.data = 7", &[]).await?;
    finder.eventually_contains(".gpf-list-error", "data has the type number").await
}
