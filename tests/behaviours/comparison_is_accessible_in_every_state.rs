//! axe finds nothing in any state of the comparison.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::catalogue::open_requirements;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("comparison.html").await?;
    let comparison = b.comparison().await?;
    b.check_accessibility("at the start").await?;
    open_requirements(&comparison).await?;
    comparison.choose("#gpf-want-asset-lock", "yes").await?;
    comparison.wait_for("the verdicts", "return !!root.querySelector('.gpf-shortlist')", &[]).await?;
    b.check_accessibility("with requirements").await?;
    comparison.js::<Value>("for (const details of root.querySelectorAll('details')) details.open = true", &[]).await?;
    comparison.click(".gpf-why").await?;
    comparison.wait_for("the grounds", "return !!root.querySelector('.gpf-grounds')", &[]).await?;
    b.check_accessibility("with everything open").await?;
    comparison.click("[data-ask=kind][value=models]").await?;
    comparison.wait_for("the models", "return root.querySelectorAll('thead th').length === 5", &[]).await?;
    b.check_accessibility("with the models").await?;
    comparison.js::<Value>("host.setAttribute('kind', 'legal-forms'); host.setAttribute('forms', 'all')", &[]).await?;
    comparison.wait_for("all forms", "return root.querySelectorAll('thead th').length === 7", &[]).await?;
    b.check_accessibility("with all forms").await
}
