//! A user types a postcode district that no federation names: the nearest federations come first.

use anyhow::Result;

use super::FINDER;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.open(FINDER).await?;
    l.b.finder().await?;
    l.begin().await?;
    l.move_with("Tab").await?;
    l.type_text("WA7").await?;
    l.press("Return").await?;
    l.move_with("Tab").await.map(drop)
}
