//! An editor of a network, who cannot paste scripts, adds a shortcode. Visitors get the live finder.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::search::Query;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_wordpress("/shortcode/").await?;
    let finder = b.finder().await?;
    let near = |text: &str| Query {
        text: text.to_owned(),
        region: Some(RegionChoice::Is(Region::NorthWest)),
        ..Query::default()
    };
    let expected = Expected::of(near(""));
    finder.eventually_shows(&expected.ids()[..5]).await?;
    ensure!(finder.text("h3.gpf-heading, h2.gpf-heading").await? == "Federations near us");
    finder.search("warrington").await?;
    Expected::of(near("warrington")).is_shown_by(&finder).await?;

    // The link inside is the fallback without scripts. It leads to its part of the plain page in the plugin.
    let (is_shown, kind, part): (bool, String, String) = b
        .js_async(
            "const link = document.querySelector('gp-federation-finder > a');
             const answer = await fetch(link.href);
             const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
             const part = page.querySelector(link.hash);
             return [
                 link.getClientRects().length > 0,
                 answer.headers.get('content-type'),
                 part ? part.textContent.trim() : '',
             ];",
            &[],
        )
        .await?;
    ensure!(!is_shown, "the link shows although the finder is there");
    ensure!(kind.starts_with("text/html") && part == "Find a GP federation", "it leads to {kind}, \"{part}\"");
    Ok(())
}
