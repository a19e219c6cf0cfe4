//! A changed option loads the list again, removing it restores the built-in list, and finders with the same list share
//! one request.

use anyhow::{Result, ensure};
use gpf_domain::import::Merge;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::custom_list::{corpus, first_page};
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("custom-list-twice.html").await?;
    let one = b.finder_at("#one").await?;
    let two = b.finder_at("#two").await?;
    let ours = first_page(&corpus("excel-utf-8.csv", Merge::Replace));
    one.eventually_shows(&ours).await?;
    two.eventually_shows(&ours).await?;
    let asked = b.requests().into_iter().filter(|line| line.contains("/lists/")).count();
    ensure!(asked == 1, "the list was asked for {asked} times");

    // The search of the user stays, and open details are closed.
    one.search("o").await?;
    one.open_first().await?;
    one.js::<Value>("host.src = '../lists/any-order.csv'", &[]).await?;
    one.eventually_contains(".gpf-footer", "any-order.csv").await?;
    ensure!(one.controls().await?[0] == "o", "what was typed is gone");
    ensure!(one.count(".gpf-federation[open]").await? == 0, "details of the other list are open");
    two.eventually_shows(&ours).await?;

    one.js::<Value>("host.label = 'Renamed'; host.date = '2026'", &[]).await?;
    one.eventually_contains(".gpf-footer", "List: Renamed, 2026.").await?;
    one.js::<Value>("host.removeAttribute('src'); host.search = null", &[]).await?;
    one.search("").await?;
    Expected::everything().is_shown_by(&one).await?;

    // If a finder is removed while its list loads, the request is cancelled.
    b.js::<Value>(
        "window.fetch = (url, { signal }) => new Promise((_, refuse) => {
             signal.addEventListener('abort', () => { window.givenUp = true; refuse(signal.reason); });
         });
         document.querySelector('#two').src = 'never.csv';",
        &[],
    )
    .await?;
    two.eventually_contains(".gpf-reading", "Loading never.csv").await?;
    b.js::<Value>("document.querySelector('#two').remove()", &[]).await?;
    b.wait_for("the request to be given up", "return !!window.givenUp", &[]).await
}
