//! Somebody types what nobody is called, hears that, and takes the way out.

use anyhow::Result;

use super::FINDER;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.open(FINDER).await?;
    l.b.finder().await?;
    l.begin().await?;
    l.move_with("Tab").await?;
    l.type_text("zzzzzz").await?;
    // Nowhere to go to.
    l.press("Return").await?;
    l.move_to("Tab", "Clear", 8).await?;
    l.press("Return").await?;
    l.move_with("Tab").await.map(drop)
}
