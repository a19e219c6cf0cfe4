//! A user opens a federation, reads its details line by line, and opens its sources.

use anyhow::Result;

use super::type_in_finder;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    type_in_finder(l, "leeds gp confederation").await?;
    l.move_to("Tab", "Leeds GP Confederation", 12).await?;
    l.press("Return").await?;
    // From the focus to the text around it.
    l.move_with("Insert+a").await?;
    l.move_to("Down", "Sources (", 16).await?;
    l.press("Return").await?;
    l.move_times("Down", 6).await
}
