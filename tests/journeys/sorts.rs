//! A user changes the sort order of the list.

use anyhow::Result;

use super::type_in_finder;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    type_in_finder(l, "leeds").await?;
    l.move_to("Tab", "Sort by", 8).await?;
    l.press("Down").await?;
    l.move_times("Tab", 3).await
}
