//! The frame page takes its options from its URL, and has a title and a heading of the right level.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;
use gpf_domain::directory::Region;

use crate::harness::Browser;
use crate::harness::catalogue::compares;
use crate::harness::frame::Framed;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let framed =
        Framed { frame: "embed.html?view=finder&region=North+West&heading=Federations+near+us", ..Framed::default() };
    let server = framed.open(b).await?;
    b.enter_frame("iframe").await?;
    let finder = b.finder().await?;
    Expected::region(Region::NorthWest).is_shown_by(&finder).await?;
    ensure!(finder.text("h2.gpf-heading").await? == "Federations near us");
    b.wait_for("the frame's title", "return document.title === 'Federations near us'", &[]).await?;

    // Opened alone, as from a copied link.
    b.go_to(&server.at("frames", "gpf/embed.html?view=comparison&forms=charity,gp-partnership&title=Our+choice"))
        .await?;
    let comparison = b.comparison().await?;
    compares(&comparison, SubjectKind::Form, &["charity", "gp-partnership"]).await?;
    ensure!(comparison.count("h1.gpf-heading").await? == 1, "the page has no heading of the first level");
    let title: String = b.js("return document.title", &[]).await?;
    ensure!(title == "Our choice", "the title is {title:?}");
    b.check_accessibility("the frame page by itself").await
}
