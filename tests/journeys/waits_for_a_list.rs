//! A user is in the finder while it loads a custom list, after it has loaded, and after another list failed.

use anyhow::Result;

use super::FINDER;
use crate::harness::listener::Listener;
use crate::harness::custom_list::HELD_LIST;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.open(&format!("<script>{HELD_LIST}</script>{FINDER}")).await?;
    l.b.finder().await?;
    l.begin().await?;
    l.move_with("Tab").await?;
    l.happens("a list is loading", "document.querySelector('gp-federation-finder').src = 'held.csv'").await?;
    l.move_with("Tab").await?;
    l.happens(
        "the list comes",
        "list.enqueue(new TextEncoder().encode('name,place\\nFirst Health,Leeds\\nSecond Health,York\\n')); list.close()",
    )
    .await?;
    l.move_times("Tab", 4).await?;
    l.b.expect_console("gp-federations (data-unusable)");
    l.happens(
        "another list is no use",
        "document.querySelector('gp-federation-finder').src = 'lists/web-page.csv'",
    )
    .await?;
    l.move_times("Tab", 2).await
}
