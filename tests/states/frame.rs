//! The frame page, alone and in a page's frame.

use anyhow::Result;

use super::Look;
use super::state::Mode::{Desktop, ForcedColours, Phone, Tablet};
use super::state::{State, state};
use crate::harness::Browser;
use crate::harness::builder::page_with;

pub(super) const STATES: &[State] = &[
    state("finder", "A finder for a region, opened by itself").seen(&[Phone, Desktop, ForcedColours]).up_to(800),
    state("comparison", "A comparison, opened by itself").seen(&[Phone, Tablet]).up_to(800),
    state("in-a-page", "A finder in the frame of a page, whose content scrolls").seen(&[Phone, Tablet]),
    state("without-script", "A frame that cannot run scripts").seen(&[Tablet]),
];

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.go_to(&[&*b.origin(), "/embed.html?view=finder&region=North+West&heading=Federations+near+us"].concat()).await?;
    b.finder().await?.wait_for("federations", "return !!root.querySelector('.gpf-region-group')", &[]).await?;
    look.at(b, "finder").await?;
    b.go_to(&[&*b.origin(), "/embed.html?view=comparison&forms=charity,gp-partnership&title=Our+choice"].concat())
        .await?;
    b.comparison().await?.wait_for("the table", "return !!root.querySelector('tbody td')", &[]).await?;
    look.at(b, "comparison").await?;

    let frame =
        "<p>Federations near us:</p><iframe src=\"/embed.html?region=London\" title=\"GP federations\" width=\"300\"
        height=\"500\"></iframe>";
    b.open_written("/frame.html", &page_with(frame)).await?;
    b.enter_frame("iframe").await?;
    b.finder().await?.wait_for("federations", "return !!root.querySelector('.gpf-region-group')", &[]).await?;
    b.leave_frame().await?;
    look.at(b, "in-a-page").await?;

    // Chromium reports each script that a sandbox blocks.
    b.allow_console("the document's frame is sandboxed");
    let frame = frame.replace("<iframe", "<iframe sandbox=\"allow-same-origin\"");
    b.open_written("/sandbox.html", &page_with(&frame)).await?;
    let link = "const page = document.querySelector('iframe').contentDocument;
        return page.readyState === 'complete' && page.querySelector('a').offsetHeight > 0";
    b.wait_for("the link in the frame", link, &[]).await?;
    look.at(b, "without-script").await
}
