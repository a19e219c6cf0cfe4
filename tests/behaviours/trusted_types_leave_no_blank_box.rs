//! Where the page enforces Trusted Types, the finder or the plain list is there.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::expected::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("trusted-types.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    finder.click(".gpf-federation > summary").await?;
    finder.wait_for("the details", "return !!root.querySelector('.gpf-federation dl')", &[]).await
}
