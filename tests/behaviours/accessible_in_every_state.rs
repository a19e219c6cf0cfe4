//! axe finds nothing in any state of the finder.

use anyhow::Result;
use gpf_core::directory::{Region, Status};
use gpf_core::search::Query;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::expected::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    b.check_accessibility("at the start").await?;

    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    b.check_accessibility("with a text").await?;

    finder.click(".gpf-federation > summary").await?;
    finder.wait_for("the details", "return !!root.querySelector('.gpf-federation dl')", &[]).await?;
    b.check_accessibility("with open details").await?;

    finder.choose("#gpf-region", Region::London.name()).await?;
    finder.wait_for("the way out", "return !!root.querySelector('.gpf-nothing button')", &[]).await?;
    b.check_accessibility("with nothing found").await?;

    finder.search("wakefeild").await?;
    finder.choose("#gpf-region", "").await?;
    finder.wait_for("the notice", "return !!root.querySelector('.gpf-notice')", &[]).await?;
    b.check_accessibility("with a notice").await?;

    finder.clear().await?;
    finder.choose("#gpf-status", Status::Ended.id()).await?;
    Expected::of(Query { status: Some(Status::Ended), ..Query::default() }).is_shown_by(&finder).await?;
    let closed = "navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))";
    b.js::<Value>(closed, &[]).await?;
    finder.click(".gpf-copy-link").await?;
    finder.wait_for("the link", "return !!root.querySelector('.gpf-link-field')", &[]).await?;
    b.check_accessibility("with a filter and a link to copy").await
}
