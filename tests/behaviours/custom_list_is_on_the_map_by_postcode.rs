//! A federation with a postcode and no coordinates is on the map, in the place that its distance is measured from. One
//! without either is counted under the map and near a postcode, and its row is reported.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

const LIST: &str = "name,town,postcode\nTrent Group,Derby,DE1 1AA\nMersey Vale,Widnes,WA8 7QZ\n\
    Dee Valley,Chester,CH1 1AA\nNo Address,Salford,\n";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.js::<Value>("host.data = args[0]", &[LIST.into()]).await?;
    finder
        .wait_for("3 dots", "return root.querySelector('.gpf-dots')?.getAttribute('d').split('M').length === 4", &[])
        .await?;
    finder.eventually_contains(".gpf-map-note", "Each dot shows").await?;
    let missing = "1 of 4 federations is not on the map because we do not know where it is.";
    finder.eventually_contains(".gpf-map-note", missing).await?;

    finder.js::<Value>("host.showImportReport = true", &[]).await?;
    let problem = "This row has no postcode, so a search for a postcode does not find it";
    finder.eventually_contains(".gpf-report td", problem).await?;

    finder.search("WA8").await?;
    finder.wait_for("a dot for each distance", "return root.querySelectorAll('.gpf-dot').length === 3", &[]).await?;
    let miles = finder.texts(".gpf-miles").await?;
    let left_out = "1 federation is not included because its location is not known.";
    finder.eventually_contains(".gpf-about", left_out).await?;
    ensure!(miles.len() == 3 && miles[0] == "less than 1 mile", "the miles are {miles:?}");
    b.keep_picture("custom-list-by-postcode").await?;

    // Without any place, there are no dots to explain.
    finder.js::<Value>("host.data = 'name\\nAlpha\\nBeta\\n'", &[]).await?;
    finder.search("").await?;
    finder.eventually_contains(".gpf-map-note", "2 of 2 federations are not on the map").await?;
    let about_dots = finder
        .js::<bool>(
            "return /Each dot/.test(root.querySelector('.gpf-map-note').textContent
                 + root.querySelector('.gpf-england').getAttribute('aria-label'))",
            &[],
        )
        .await?;
    ensure!(!about_dots, "dots are explained, but there are none");
    Ok(())
}
