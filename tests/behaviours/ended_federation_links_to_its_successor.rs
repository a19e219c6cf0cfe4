//! A federation that became part of another links to its successor.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Status;

use crate::harness::Browser;
use crate::harness::oracle::directory;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let follows = directory().federations().find_map(|it| Some((it, it.sibling(it.successor())?)));
    let (gone, successor) = follows.context("none became part of another")?;
    ensure!(gone.status() == Status::Ended);
    // Previous filters must not hide the successor.
    finder.choose("#gpf-status", Status::Ended.id()).await?;
    finder.search(gone.name()).await?;
    let row = format!(".gpf-federation[data-id=\"{}\"]", gone.id());
    finder.wait_for("the row", "return !!root.querySelector(args[0])", &[row.as_str().into()]).await?;
    finder.click(&format!("{row} > summary")).await?;
    finder.eventually_contains(&format!("{row} dt"), "Followed by").await?;
    let button = format!("{row} [data-action=show-federation]");
    ensure!(finder.text(&button).await? == successor.name());
    finder.click(&button).await?;
    let next = format!(".gpf-federation[data-id=\"{}\"]", successor.id());
    let is_open = "const row = root.querySelector(args[0]);
        return row?.open && row.querySelector('dl') && root.activeElement === row.firstElementChild";
    finder.wait_for("the successor, open and with the focus", is_open, &[next.into()]).await?;
    let controls = finder.controls().await?;
    ensure!(controls == [successor.name(), "", "", "", "suggested"], "the controls are {controls:?}");
    Ok(())
}
