//! Options can be attributes of the script tag.

use anyhow::{Result, ensure};
use gpf_domain::directory::{Region, RegionChoice};
use gpf_domain::search::{Query, Sort};

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("script-options.html").await?;
    let finder = b.finder().await?;
    let expected = Expected::of(Query {
        region: Some(RegionChoice::Is(Region::London)),
        sort: Sort::NameReversed,
        ..Query::default()
    });
    finder.eventually_shows(&expected.ids()[..5]).await?;
    ensure!(finder.text("h3.gpf-heading").await? == "London’s federations");
    ensure!(finder.text(".gpf-count").await? == expected.summary());
    let chosen: Vec<String> =
        finder.js("return ['#gpf-region', '#gpf-sort'].map((css) => root.querySelector(css).value)", &[]).await?;
    ensure!(chosen == ["London", "name-reversed"], "the lists show {chosen:?}");
    Ok(())
}
