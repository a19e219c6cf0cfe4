//! An empty list suggests which filters to remove, and how many results that would show.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::format::federations;
use gpf_domain::search::{Filter, Query, relaxations};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    finder.choose("#gpf-region", Region::London.name()).await?;
    let query =
        Query { text: "warrington".to_owned(), region: Some(RegionChoice::Is(Region::London)), ..Query::default() };
    let expected = Expected::of(query.clone());
    ensure!(expected.len() == 0, "Warrington is in London: choose another example");
    expected.is_shown_by(&finder).await?;

    let ways = relaxations(&expected.found, &query);
    ensure!(ways.len() == 2, "two ways out were expected");
    let buttons = finder.texts(".gpf-nothing button").await?;
    ensure!(buttons.len() == ways.len(), "the buttons are {buttons:?}");
    for (button, way) in buttons.iter().zip(&ways) {
        ensure!(
            button.contains(&format!("({})", federations(way.count))),
            "{button} does not say that it shows {}",
            way.count
        );
    }

    let at = ways.iter().position(|way| way.filter == Filter::Region).context("no way out by the region")?;
    finder.click(&format!(".gpf-nothing button:nth-of-type({})", at + 1)).await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    ensure!(finder.count(".gpf-nothing").await? == 0);
    // The click has removed the button.
    let body = "return !!root.activeElement && root.activeElement.id === 'gpf-search'";
    finder.wait_for("the focus on the search box", body, &[]).await?;

    // If no suggestion helps, there is a message, too.
    finder.search("qqqqqqqq").await?;
    Expected::text("qqqqqqqq").is_shown_by(&finder).await?;
    ensure!(!finder.text(".gpf-nothing").await?.is_empty());
    // There is always a way on: the regions are shown, and the controls for results are not.
    finder.open_region(Region::SouthEast.name()).await?;
    finder.eventually_shows(&Expected::region(Region::SouthEast).ids()).await?;
    finder.wait_for("the map to go", "return !root.querySelector('.gpf-map')", &[]).await?;
    for css in [".gpf-copy-link", ".gpf-download", ".gpf-print", "#gpf-sort"] {
        ensure!(!finder.find(css).await?.is_displayed().await?, "{css} is about nothing");
    }
    b.check_accessibility("with nothing found").await?;
    finder.search("Truro").await?;
    let near = Expected::text("Truro");
    near.is_shown_by(&finder).await?;
    ensure!(near.len() > 2 && finder.count("#gpf-sort option[value=nearest]").await? == 1);
    finder.eventually_contains(".gpf-about", "No federation in this list mentions Truro.").await
}
