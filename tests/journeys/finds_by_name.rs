//! A user types the name of a place and goes to the results with Enter.

use anyhow::Result;

use super::type_in_finder;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    type_in_finder(l, "leeds").await?;
    l.press("Return").await?;
    l.move_times("Tab", 2).await
}
