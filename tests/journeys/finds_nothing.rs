//! A user types a name without results, listens to the message, and removes the search.

use anyhow::Result;

use super::type_in_finder;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    type_in_finder(l, "zzzzzz").await?;
    // There is nothing to move to.
    l.press("Return").await?;
    l.move_to("Tab", "Clear", 8).await?;
    l.press("Return").await?;
    l.move_with("Tab").await.map(drop)
}
