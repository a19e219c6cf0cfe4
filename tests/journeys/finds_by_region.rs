//! A user selects a region in the list of regions and goes on to its federations.

use anyhow::Result;

use super::open_finder;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    open_finder(l).await?;
    l.move_to("Tab", "NHS region", 4).await?;
    l.press("Down").await?;
    l.press("Down").await?;
    l.move_times("Tab", 6).await
}
