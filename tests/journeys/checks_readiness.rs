//! A user answers questions of the readiness check and listens to the result.

use anyhow::Result;

use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.open("<gp-federation-guide loading=\"eager\" section=\"readiness\"></gp-federation-guide>").await?;
    l.b.guide().await?;
    l.begin().await?;
    l.move_times("Tab", 2).await?;
    l.press("space").await?;
    l.move_with("Tab").await?;
    // From "Yes" to "No".
    l.press("space").await?;
    l.move_times("Tab", 2).await
}
