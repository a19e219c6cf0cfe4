//! Invalid input to the API throws an error that names the problem and the accepted values, and changes nothing.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    b.js_async::<Value>("await gpFederations.ready", &[]).await?;
    b.api_refuses(&[
        ("search({ region: 'Cheshire' })", &["search", "region", "Cheshire", "North West"]),
        ("search({ status: 'gone' })", &["search", "status", "gone", "unconfirmed"]),
        ("search({ sort: 'size' })", &["search", "sort", "size", "patients"]),
        ("search({ legalForm: 'plc' })", &["search", "legal-form", "plc", "charity"]),
        ("search({ town: 'Bolton' })", &["search", "town"]),
        ("search({ text: 42 })", &["search"]),
        ("search('Bolton')", &["search"]),
        ("search(null)", &["search"]),
        ("federation(42)", &["federation", "id"]),
        ("federation()", &["federation", "id"]),
    ])
    .await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await
}
