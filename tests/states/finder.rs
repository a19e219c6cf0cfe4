//! The finder with the built-in list.

use anyhow::Result;
use gpf_domain::directory::{Region, Status};
use gpf_domain::search::{Query, Sort};
use serde_json::Value;

use super::Look;
use super::state::Mode::{Desktop, ForcedColours, Phone, Tablet};
use super::state::{ALL, State, state};
use crate::harness::oracle::Expected;
use crate::harness::{Browser, Finder};

pub(super) const STATES: &[State] = &[
    state("first-view", "As it opens; on paper, all federations in a line each").seen(ALL),
    state("region-open", "A region that is open").seen(&[Phone, Desktop, ForcedColours]).up_to(900),
    state("filters-open", "Filters and order, which are folded on a phone").seen(&[Phone]).up_to(900),
    state("map", "Map and list of regions, close up").seen(&[Desktop]).of(".gpf-map").without_axe(),
    state("map-open", "Map and list of regions under the results, where there is less room")
        .seen(&[Phone, Tablet, ForcedColours])
        .from(".gpf-map-fold")
        .without_axe(),
    state("results", "A search for a place; matches are marked").seen(&[Phone, Desktop, ForcedColours]),
    state("details-open", "A federation with its details and their sources")
        .seen(&[Phone, Tablet, Desktop, ForcedColours])
        .of(".gpf-federation[open]"),
    state("nothing-found", "Nothing matches, and the ways out").seen(&[Phone, Desktop]).from(".gpf-bar").up_to(600),
    state("typo-corrected", "Found although a letter is wrong").seen(&[Phone, Tablet]).from(".gpf-bar").up_to(400),
    state("postcode", "Found by the area of a postcode").seen(&[Phone, Desktop]).from(".gpf-bar").up_to(400),
    state("filters-set", "A filter is set, and the link is there to be copied by hand").seen(&[Phone, Desktop]),
    state("region-chosen", "A region chosen on the map").seen(&[Desktop, ForcedColours]).without_axe(),
    state("show-more", "\"Show more\", what can be done with the results, and how fresh they are")
        .seen(&[Phone, Tablet, ForcedColours])
        .from(".gpf-buttons:has(.gpf-more)")
        .without_axe(),
    state("shown-more", "After \"Show more\", the focus on the first new federation")
        .seen(&[Desktop])
        .from(".gpf-federation:has(> summary:focus)")
        .up_to(400)
        .without_axe(),
    state("narrow-container", "In a column of 300 pixels on a wide page").seen(&[Desktop]).of("gp-federation-finder"),
    state("dark-page", "On a dark page with white text and large letters").seen(&[Tablet]).up_to(700),
];

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    look.at(b, "first-view").await?;
    look.at(b, "map").await?;
    finder.js::<Value>("root.querySelector('.gpf-map-fold').open = true", &[]).await?;
    look.at(b, "map-open").await?;
    finder.js::<Value>("root.querySelector('.gpf-map-fold').open = false", &[]).await?;
    finder.open_region(Region::SouthWest.name()).await?;
    look.at(b, "region-open").await?;
    finder.js::<Value>("root.querySelector('.gpf-filters-fold').open = true", &[]).await?;
    look.at(b, "filters-open").await?;
    finder.js::<Value>("root.querySelector('.gpf-filters-fold').open = false", &[]).await?;
    finder.choose("#gpf-sort", Sort::Place.id()).await?;
    Expected::of(Query { sort: Sort::Place, ..Query::default() }).is_shown_by(&finder).await?;
    look.at(b, "show-more").await?;
    finder.choose("#gpf-sort", Sort::Suggested.id()).await?;

    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    look.at(b, "results").await?;

    finder.open_first().await?;
    look.at(b, "details-open").await?;

    finder.choose("#gpf-region", Region::London.name()).await?;
    finder.wait_for("the way out", "return !!root.querySelector('.gpf-nothing button')", &[]).await?;
    look.at(b, "nothing-found").await?;

    finder.search("wakefeild").await?;
    finder.choose("#gpf-region", "").await?;
    Expected::text("wakefeild").is_shown_by(&finder).await?;
    look.at(b, "typo-corrected").await?;

    finder.search("WA7 2ES").await?;
    Expected::text("WA7 2ES").is_shown_by(&finder).await?;
    look.at(b, "postcode").await?;

    finder.clear().await?;
    finder.choose("#gpf-status", Status::Ended.id()).await?;
    Expected::of(Query { status: Some(Status::Ended), ..Query::default() }).is_shown_by(&finder).await?;
    b.forbid_copies().await?;
    finder.click(".gpf-copy-link").await?;
    finder.wait_for("the link", "return !!root.querySelector('.gpf-link-field')", &[]).await?;
    // The test server's port is different each time.
    finder
        .js::<Value>(
            "const field = root.querySelector('.gpf-link-field');
             field.value = field.value.replace(location.origin, 'https://intranet.example.nhs.uk')",
            &[],
        )
        .await?;
    look.at(b, "filters-set").await?;

    finder.clear().await?;
    finder.choose("#gpf-region", Region::NorthWest.name()).await?;
    Expected::region(Region::NorthWest).is_shown_by(&finder).await?;
    look.at(b, "region-chosen").await?;

    finder.clear().await?;
    finder.choose("#gpf-sort", Sort::Name.id()).await?;
    show_more(&finder).await?;
    look.at(b, "shown-more").await?;

    b.open_written("/column.html", &page("width: 300px", "")).await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;
    look.at(b, "narrow-container").await?;

    b.open_written("/dark.html", &page("", "background: #111; color: #fff; font-size: 24px")).await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;
    look.at(b, "dark-page").await
}

async fn show_more(finder: &Finder) -> Result<()> {
    let all = Expected::of(Query { sort: Sort::Name, ..Query::default() }).ids();
    finder.js::<Value>("root.querySelector('.gpf-more').focus(); root.querySelector('.gpf-more').click()", &[]).await?;
    finder.eventually_shows(&all[..all.len().min(40)]).await?;
    let focus = "return !!root.activeElement && root.activeElement.localName === 'summary'";
    finder.wait_for("the focus on a federation", focus, &[]).await
}

/// A page with a finder in a box, each with its own style.
fn page(box_style: &str, page_style: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>A page</title></head>
         <body style=\"{page_style}\"><main><h1>A page</h1><div style=\"{box_style}\">
         <gp-federation-finder></gp-federation-finder></div></main>
         <script src=\"/gp-federations.js\"></script></body></html>"
    )
}
