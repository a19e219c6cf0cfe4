//! "Check your list" says that each row of a list is a primary care network (PCN), and names rows with the same name.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;

const NETWORKS: &str = "Federation,PCN,PCN code,PCN manager\n\
    Weald Health,Quince PCN,U60001,Jo\nWeald Health,Medlar PCN,U60002,Al\nTarn Doctors,Damson PCN,U60003,Mo\n";
const TWICE: &str = "Name,Website\nWeald Health,\nTarn Doctors,\nWeald Health,https://weald.example\n";

const FACTS: &str = "return [...document.querySelectorAll('.bld-facts div')].map((it) => it.textContent)[0]";
const COLUMNS: &str = "return [...document.querySelectorAll('.bld-columns ~ p')].map((it) => it.textContent)";
const PROBLEMS: &str =
    "return [...document.querySelectorAll('.bld-list-problems tbody tr')].map((row) => row.textContent)";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let file = b.write_file("networks.csv", NETWORKS)?;
    b.open_builder("#host=static&script=gp-federations.js").await?;
    b.choose_list(&file).await?;
    b.list_says("networks.csv: 3 of 3 rows can be used").await?;
    let first = b.js::<Value>(FACTS, &[]).await?;
    ensure!(first == json!("One row per PCN3 PCNs in 2 federations"), "the summary begins with {first}");
    let columns = b.js::<Value>(COLUMNS, &[]).await?;
    let expected = json!(["Columns about PCNs, not shown for the federation: PCN manager."]);
    ensure!(columns == expected, "the columns are {columns}");

    let file = b.write_file("twice.csv", TWICE)?;
    b.choose_list(&file).await?;
    b.list_says("twice.csv: 3 of 3 rows can be used").await?;
    let problems = b.js::<Vec<String>>(PROBLEMS, &[]).await?;
    let expected =
        "Row 4NameWeald Healthis also the name in row 2If both rows are about the same federation, keep only";
    ensure!(problems.len() == 1 && problems[0].starts_with(expected), "the problems are {problems:?}");
    Ok(())
}
