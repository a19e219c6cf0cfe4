//! A user selects a region in the list of regions and goes on to its federations.

use anyhow::Result;

use super::FINDER;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.open(FINDER).await?;
    l.b.finder().await?;
    l.begin().await?;
    l.move_to("Tab", "NHS region", 4).await?;
    l.press("Down").await?;
    l.press("Down").await?;
    l.move_times("Tab", 6).await
}
