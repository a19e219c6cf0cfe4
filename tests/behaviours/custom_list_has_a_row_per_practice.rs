//! A list with one row per practice is shown as federations, each of which can be found by its practices, their codes
//! and their PCNs.

use anyhow::{Result, ensure};
use gpf_domain::import::{ImportOptions, read};
use gpf_domain::search::{Query, SearchSession, summary};
use serde_json::{Value, json};

use crate::harness::Browser;

const LIST: &str = "Practice name,ODS code,Postcode,PCN,Federation,NHS region\n\
    Tannery Yard Surgery,X70001,ZE1 0AA,Fell PCN,Northern Fells GPs,North West\n\
    Ferry Lane Practice,X70002,ZE1 0AB,Quay PCN,Estuary Health,South West\n\
    The Toll House Medical Centre,X70003,ZE1 0AC,Quay PCN,Estuary Health,South West\n\
    Drovers Surgery,X70004,ZE1 0AD,Fell PCN,Northern Fells GPs,North West\n\
    Kiln Road Surgery,X70005,ZE1 0AE,Fell PCN,,North West\n";

const OBJECTS: &str = r#"[
    {"practice": {"name": "Smithy Green Surgery", "odsCode": "W40001"}, "pcn": "Lake PCN", "federation": "Ridgeway Group"},
    {"practice": {"name": "Quoits Practice", "odsCode": "W40002"}, "pcn": "Lake PCN", "federation": "Marshland Doctors"},
    {"practice": {"name": "Oxbow Surgery", "odsCode": "W40003"}, "pcn": "Mere PCN", "federation": "Ridgeway Group"}
]"#;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("custom-list-report.html").await?;
    let finder = b.finder().await?;
    finder.js::<Value>("host.data = args[0]", &[json!(LIST)]).await?;
    finder.eventually_contains(".gpf-count", "2 federations").await?;
    finder
        .eventually_contains(".gpf-report > summary", "4 practices in 2 federations: 4 of 5 rows used, 1 row left out")
        .await?;
    finder.click(".gpf-report > summary").await?;
    finder.eventually_contains(".gpf-report", "is a practice without a federation").await?;

    let ours = read(LIST.as_bytes(), &ImportOptions::default());
    for (text, id) in [
        ("X70003", "estuary-health"),
        ("drovers surgery", "northern-fells-gps"),
        ("quay pcn", "estuary-health"),
        ("fell pcn", "northern-fells-gps"),
        ("toll house", "estuary-health"),
    ] {
        finder.search(text).await?;
        let query = Query { text: text.to_owned(), ..Query::default() };
        let found = ours.index.search(&ours.directory, &query, &mut SearchSession::default());
        finder.eventually_contains(".gpf-count", &summary(&found, &query)).await?;
        let shown = finder.ids().await?;
        ensure!(shown == [id], "\"{text}\" finds {shown:?} and not {id}");
    }
    finder.click(".gpf-federation > summary").await?;
    finder.eventually_contains(".gpf-federation", "The Toll House Medical Centre (X70003, Quay PCN)").await?;

    // The same as JSON, with one object per practice.
    finder.search("").await?;
    finder.js::<Value>("host.data = JSON.parse(args[0])", &[json!(OBJECTS)]).await?;
    finder.eventually_contains(".gpf-count", "2 federations").await?;
    finder.eventually_contains(".gpf-report > summary", "3 practices in 2 federations: 3 of 3 rows used").await?;
    finder.search("w40003").await?;
    finder.eventually_contains(".gpf-federation", "Ridgeway Group").await?;
    let shown = finder.ids().await?;
    ensure!(shown == ["ridgeway-group"], "a practice's code in JSON finds {shown:?}");
    Ok(())
}
