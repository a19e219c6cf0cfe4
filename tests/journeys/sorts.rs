//! A user changes the sort order of the list.

use anyhow::Result;

use super::FINDER;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.open(FINDER).await?;
    l.b.finder().await?;
    l.begin().await?;
    l.move_with("Tab").await?;
    l.type_text("leeds").await?;
    l.move_to("Tab", "Sort by", 8).await?;
    l.press("Down").await?;
    l.move_times("Tab", 3).await
}
