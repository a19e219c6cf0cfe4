//! The finder with a custom list: with problems, while it loads, and after an error.

use anyhow::Result;
use serde_json::Value;

use super::Look;
use super::state::Mode::{Desktop, ForcedColours, Phone, Tablet};
use super::state::{State, state};
use crate::harness::Browser;
use crate::harness::custom_list::{hold_list, release_list};

pub(super) const STATES: &[State] = &[
    state("report", "The report of how a list was read, open")
        .seen(&[Phone, Desktop, ForcedColours])
        .of(".gpf-report")
        .up_to(900),
    state("loading", "While a list is read; what is typed meanwhile stays").seen(&[Phone, Desktop, ForcedColours]),
    state("failed", "The list cannot be used, and why").seen(&[Phone, Tablet, ForcedColours]).up_to(800),
    state("right-to-left", "A name that goes from right to left").seen(&[Desktop]).of(".gpf-results").up_to(400),
];

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.open("custom-list-report.html").await?;
    let finder = b.finder().await?;
    finder.eventually_contains(".gpf-footer", "wrong-cells.csv").await?;
    finder.click(".gpf-report > summary").await?;
    look.at(b, "report").await?;

    hold_list(&finder).await?;
    finder.search("second").await?;
    // Progress depends on the speed of the machine, and a bar without a known length never stops moving.
    finder.js::<Value>("root.querySelector('progress').value = 250", &[]).await?;
    look.at(b, "loading").await?;
    release_list(&finder).await?;
    finder.eventually_shows(&["second".to_owned()]).await?;

    b.expect_console("gp-federations (data-unusable)");
    finder.js::<Value>("host.src = '../lists/web-page.csv'; host.search = ''", &[]).await?;
    finder.search("").await?;
    finder.eventually_contains(".gpf-list-error", "web page").await?;
    look.at(b, "failed").await?;

    let names = "host.data = ['בריאות לידס', 'Leeds Health'].map((name) => ({ name, place: 'Leeds' }))";
    finder.js::<Value>(names, &[]).await?;
    finder.eventually_shows(&["leeds-health".to_owned(), "row-1".to_owned()]).await?;
    look.at(b, "right-to-left").await
}
