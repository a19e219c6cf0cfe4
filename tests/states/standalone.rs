//! The standalone page: everything in one file.

use anyhow::Result;

use super::Look;
use super::state::Mode::{Desktop, Phone, Print, Tablet};
use super::state::{State, state};
use crate::harness::Browser;
use crate::harness::builder::page_with;
use crate::harness::oracle::Expected;

pub(super) const STATES: &[State] = &[
    state("first-view", "As it opens, and on paper").seen(&[Phone, Tablet, Desktop, Print]),
    state("without-script", "Where no script runs: all of it as plain lists").seen(&[Tablet]),
];

pub(super) async fn walk(b: &mut Browser, look: &mut Look) -> Result<()> {
    b.open_alone("gp-federations.html", "").await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;
    b.comparison().await?.wait_for("the table", "return !!root.querySelector('tbody td')", &[]).await?;
    look.at(b, "first-view").await?;

    b.allow_console("the document's frame is sandboxed");
    let frame = "<iframe src=\"/gp-federations.html\" title=\"GP federations\" width=\"100%\" height=\"800\"
        sandbox=\"allow-same-origin\"></iframe>";
    b.open_written("/sandbox.html", &page_with(frame)).await?;
    let list = "const page = document.querySelector('iframe').contentDocument;
        return page.readyState === 'complete' && !!page.querySelector('.gpf')";
    b.wait_for("the page in the frame", list, &[]).await?;
    look.at(b, "without-script").await
}
