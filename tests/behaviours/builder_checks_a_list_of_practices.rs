//! For a list with one row per practice, "Check your list" reports each column once. Only all rows together show which
//! columns are about practices.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;

const LIST: &str = "Practice,Practice email,Membership,Federation,Region\n\
    Quince Surgery,q@example.org,Signed,Weald Health,South East\n\
    Medlar Surgery,m@example.org,Signed,Weald Health,South East\n\
    Damson Practice,d@example.org,Signed,Tarn Doctors,North West\n\
    Bullace Practice,b@example.org,Signed,Tarn Doctors,North West\n";
const COLUMNS: &str = "return [...document.querySelectorAll('.bld-columns ~ p')].map((it) => it.textContent)";
const RECOGNISED: &str = "return [...document.querySelectorAll('.bld-columns li')].map((it) => it.textContent)";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let file = b.write_file("practices.csv", LIST)?;
    b.open_builder("#host=static&script=gp-federations.js").await?;
    b.choose_list(&file).await?;
    b.list_says("practices.csv: 4 of 4 rows can be used").await?;
    let said = b.js::<Value>(COLUMNS, &[]).await?;
    let expected = json!([
        "Other columns, shown in each federation's details: Membership.",
        "Columns about practices, not shown for the federation: Practice email."
    ]);
    ensure!(said == expected, "the columns are told as {said}");
    let recognised = b.js::<Value>(RECOGNISED, &[]).await?;
    let expected = json!(["Practice → member_practices", "Federation → name", "Region → regions"]);
    ensure!(recognised == expected, "these columns are recognised: {recognised}");
    Ok(())
}
