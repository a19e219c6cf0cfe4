//! axe finds nothing in any state of the guide.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("guide.html").await?;
    let guide = b.guide().await?;
    guide.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
    b.check_accessibility("at the start").await?;
    guide.click(".gpf-question [value=no]").await?;
    guide.wait_for("what is open", "return !!root.querySelector('.gpf-open')", &[]).await?;
    guide.js::<Value>("root.querySelector('.gpf-timeline .gpf-point').focus()", &[]).await?;
    b.js::<Value>("navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'))", &[]).await?;
    guide.click(".gpf-result [data-do=copy]").await?;
    guide.wait_for("the text to copy", "return !!root.querySelector('.gpf-to-copy')", &[]).await?;
    b.check_accessibility("with a reply").await?;
    b.open("guide-sections.html").await?;
    b.allow_console("section=\"why\"");
    b.finder_at("#wrong gp-federation-guide").await?;
    b.check_accessibility("sections alone").await
}
