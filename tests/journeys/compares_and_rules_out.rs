//! A user compares legal forms, sets a requirement, and listens to which forms do not fit.

use anyhow::Result;

use crate::harness::listener::Listener;

pub(crate) async fn run(l: &mut Listener) -> Result<()> {
    l.open("<gp-legal-form-comparison loading=\"eager\" forms=\"charity, gp-partnership\"></gp-legal-form-comparison>").await?;
    l.b.comparison().await?;
    l.begin().await?;
    l.move_to("Tab", "equirements", 20).await?;
    l.press("Return").await?;
    l.move_with("Tab").await?;
    l.press("space").await?;
    l.move_times("Tab", 3).await
}
