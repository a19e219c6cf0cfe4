//! A user types the name of a place and goes to the results with Enter.

use anyhow::Result;

use super::FINDER;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.open(FINDER).await?;
    l.b.finder().await?;
    l.begin().await?;
    l.move_with("Tab").await?;
    l.type_text("leeds").await?;
    l.press("Return").await?;
    l.move_times("Tab", 2).await
}
