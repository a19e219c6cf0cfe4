//! `compare` and `shortlist` return the same results as the core. Invalid input throws an error that lists the accepted
//! values.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::catalogue::{catalogue, forms};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    b.js_async::<Value>("await gpFederations.ready", &[]).await?;
    let subjects = forms(&["gp-partnership", "charity"]);
    let compared: Value = b
        .js("return gpFederations.compare({ forms: ['charity', 'gp-partnership'], onlyDifferences: true })", &[])
        .await?;
    let rows = catalogue().differences(&subjects).rows;
    ensure!(compared["rows"].as_array().map(Vec::len) == Some(rows.len()), "compare says {compared}");
    ensure!(compared["subjects"][0]["id"] == "charity", "the order is not that of the query");

    let all = catalogue();
    for (call, ids) in [
        ("['asset-lock', 'profit-sharing=yes']", &["asset-lock", "profit-sharing=yes"][..]),
        ("{ 'asset-lock': 'yes', 'profit-sharing': 'no' }", &["asset-lock", "profit-sharing=no"]),
        ("", &[]),
    ] {
        let list: Value = b.js(&format!("return gpFederations.shortlist({call})"), &[]).await?;
        let wanted = all.choose_requirements(SubjectKind::Form, ids)?;
        let expected = serde_json::to_value(all.shortlist(SubjectKind::Form, &wanted))?;
        ensure!(list == expected, "shortlist({call}) says {list}");
    }

    b.api_refuses(&[
        ("compare({ forms: 'plc' })", &["compare", "plc", "gp-partnership"]),
        ("compare({ kind: 'models', forms: ['charity'] })", &["charity", "way of working together", "merger"]),
        ("compare({ criteria: 'colour' })", &["colour", "asset-lock"]),
        ("compare({ kind: 'people' })", &["people", "legal-forms"]),
        ("compare({ form: 'charity' })", &["form", "onlyDifferences"]),
        ("compare('charity')", &["object"]),
        ("shortlist(['charity-status=no'])", &["charity-status=no", "asset-lock=yes"]),
        ("shortlist(42)", &["shortlist", "string"]),
    ])
    .await
}
