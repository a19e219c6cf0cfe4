//! An editor chooses WordPress in the builder, reads the steps, and copies the code.

use anyhow::Result;

use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.b.open_builder("").await?;
    l.begin().await?;
    // Past the links at the top.
    l.move_unrecorded("Tab").await?;
    l.press("Return").await?;
    l.move_to("Tab", "What do you want to show?", 4).await?;
    l.move_to("Tab", "What do you use to edit your page?", 4).await?;
    l.press("space").await?;
    // What is between the choice and the code is text.
    l.move_with("h").await?;
    l.move_with("h").await?;
    l.move_times("Down", 8).await?;
    l.move_to("Tab", "Copy", 6).await?;
    l.press("Return").await.map(drop)
}
