//! A user types a postcode district that no federation mentions: the nearest federations come first.

use anyhow::Result;

use super::type_in_finder;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    type_in_finder(l, "WA7").await?;
    l.press("Return").await?;
    l.move_with("Tab").await.map(drop)
}
