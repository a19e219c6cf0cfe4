//! A list with one row per primary care network (PCN) is shown as federations, each found by its networks. In a list of
//! federations, 2 rows with the same name are reported.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::harness::Browser;

const NETWORKS: &str = "PCN,Federation,PCN code,PCN manager\n\
    Foundry PCN,Northern Fells GPs,U70001,Dr Ash\n\
    Quayside PCN,Estuary Health,U70002,Dr Birch\n\
    Towpath PCN,Northern Fells GPs,U70003,Dr Cedar\n\
    Kiln PCN,Northern Fells GPs,U70004,Dr Elder\n";

const TWICE: &str = "Name,Website\nEstuary Health,\nNorthern Fells GPs,\nEstuary Health,https://estuary.example\n";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("custom-list-report.html").await?;
    let finder = b.finder().await?;
    finder.js::<Value>("host.data = args[0]", &[json!(NETWORKS)]).await?;
    finder.eventually_contains(".gpf-count", "2 federations").await?;
    finder.eventually_contains(".gpf-report > summary", "4 PCNs in 2 federations: 4 of 4 rows used").await?;
    finder.click(".gpf-report > summary").await?;
    finder.eventually_contains(".gpf-report", "PCN manager → about PCNs, not shown for the federation").await?;

    finder.search("u70003").await?;
    finder.eventually_contains(".gpf-federation", "Northern Fells GPs").await?;
    let shown = finder.ids().await?;
    ensure!(shown == ["northern-fells-gps"], "a network's code finds {shown:?}");
    finder.click(".gpf-federation > summary").await?;
    finder.eventually_contains(".gpf-federation", "Foundry PCN (U70001); Towpath PCN (U70003); Kiln PCN").await?;

    finder.search("").await?;
    finder.js::<Value>("host.data = args[0]", &[json!(TWICE)]).await?;
    finder.eventually_contains(".gpf-count", "3 federations").await?;
    finder.eventually_contains(".gpf-report", "is also the name in row 2").await?;
    Ok(())
}
