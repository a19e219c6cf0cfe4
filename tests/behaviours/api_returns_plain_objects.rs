//! Scripts of the page can search with the same results as the finder.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice, Status};
use gpf_domain::search::{Query, Sort};
use serde_json::{Value, json};

use crate::harness::Browser;
use crate::harness::oracle::{Expected, directory};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    b.js_async::<Value>("await gpFederations.ready", &[]).await?;
    let version: String = b.js("return gpFederations.version", &[]).await?;
    ensure!(version == env!("CARGO_PKG_VERSION"), "the version is {version}");

    let query = json!({ "text": "health", "region": "North West", "status": "active", "sort": "name" });
    let answer: Value = b.js("return JSON.parse(JSON.stringify(gpFederations.search(arguments[0])))", &[query]).await?;
    let expected = Expected::of(Query {
        text: "health".to_owned(),
        region: Some(RegionChoice::Is(Region::NorthWest)),
        status: Some(Status::Active),
        sort: Sort::Name,
        ..Query::default()
    });
    ensure!(answer["total"] == directory().len() && answer["matching"] == expected.len(), "{answer}");
    ensure!(answer["summary"] == expected.summary(), "the summary is {}", answer["summary"]);
    let records: Vec<Value> = expected.federations().map(|it| json!(it.record())).collect();
    ensure!(same(&answer["federations"], &json!(records)), "the federations are {}", answer["federations"]);

    let regions: Vec<Value> = b.js("return gpFederations.regions()", &[]).await?;
    let names: Vec<&str> = regions.iter().filter_map(|region| region["name"].as_str()).collect();
    ensure!(names == Region::ALL.map(Region::name), "the regions are {names:?}");

    let some = directory().federation(0);
    let one = "return JSON.parse(JSON.stringify(gpFederations.federation(arguments[0])))";
    let record: Value = b.js(one, &[some.id().into()]).await?;
    ensure!(same(&record, &json!(some.record())), "{record}\n  is not {}", json!(some.record()));
    let none: Value = b.js("return gpFederations.federation('no-such-id')", &[]).await?;
    ensure!(none.is_null(), "an id nobody has gives {none}");
    let everything: usize = b.js("return gpFederations.search().matching", &[]).await?;
    ensure!(everything == directory().len());
    Ok(())
}

/// Whether two values are equal in JavaScript, where 51 and 51.0 are the same number.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| same(one, other)))
        }
        _ => one == other,
    }
}
