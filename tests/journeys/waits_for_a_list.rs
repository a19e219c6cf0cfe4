//! A user is in the finder while it loads a custom list, after it has loaded, and after another list failed.

use anyhow::Result;

use super::FINDER;
use crate::harness::listener::Listener;

/// A list that arrives when the test releases it.
const HELD: &str = "<script>
    const fetched = window.fetch;
    window.fetch = async (url, options) => /held/.test(url)
        ? new Response(new ReadableStream({ start: (to) => { window.list = to; } }), { headers: { 'Content-Length': 400000 } })
        : fetched(url, options);
    </script>";

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.open(&[HELD, FINDER].concat()).await?;
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
