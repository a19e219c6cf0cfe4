//! A user reaches the map: one image, and the bars next to it with the same functions by keyboard.

use anyhow::Result;

use super::open_finder;
use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    open_finder(l).await?;
    // Orca's keys for the next image and the next button.
    l.move_with("g").await?;
    l.move_to("b", "toggle button", 4).await?;
    l.move_with("Tab").await?;
    l.press("Return").await?;
    l.move_times("Tab", 2).await
}
