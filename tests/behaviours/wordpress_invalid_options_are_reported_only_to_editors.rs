//! An unknown option or value gives visitors the default and a quiet console, and editors a sentence that lists the
//! accepted values.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, Status};
use gpf_domain::search::Query;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

const NOTICES: &str =
    "return [...document.querySelectorAll('.gp-federations-notice')].map((notice) => notice.innerText)";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_wordpress("/wrong-options/").await?;
    let ended = Expected::of(Query { status: Some(Status::Ended), ..Query::default() });
    ended.is_shown_by(&b.finder_at("[status=ended]").await?).await?;
    Expected::everything().is_shown_by(&b.finder_at("gp-federation-finder:not([status])").await?).await?;
    let notices: Vec<String> = b.js(NOTICES, &[]).await?;
    ensure!(notices.is_empty(), "a visitor reads {notices:?}");

    b.open_wordpress_as("editor", "/wrong-options/").await?;
    let notices: Vec<String> = b.js(NOTICES, &[]).await?;
    ensure!(notices.len() == 3, "the editor reads {notices:?}");
    for part in
        ["region=\"Cheshire\"", "\"colour\" is not an option for the finder", "page-size=\"many\"", "a whole number"]
    {
        ensure!(notices[0].contains(part), "\"{part}\" is not in: {}", notices[0]);
    }
    for region in Region::ALL {
        ensure!(notices[0].contains(region.name()), "{} is not offered in: {}", region.name(), notices[0]);
    }
    for part in ["view=\"map\"", "finder", "comparison"] {
        ensure!(notices[1].contains(part), "\"{part}\" is not in: {}", notices[1]);
    }
    ensure!(notices[2].contains("criteria=\"vat, fun\"") && !notices[2].contains("forms="), "{}", notices[2]);
    Ok(())
}
