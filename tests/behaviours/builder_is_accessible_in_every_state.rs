//! axe finds nothing in any state of the builder, nor in its guides.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("").await?;
    b.check_accessibility("at the start").await?;
    b.fill_in("choose-host-wordpress", "").await?;
    b.fill_in("choose-show-comparison", "").await?;
    b.builder_is_there().await?;
    b.js::<Value>("document.querySelectorAll('details').forEach((it) => { it.open = true; })", &[]).await?;
    b.wait_for("the names", "return document.querySelectorAll('#option-requirements label').length > 20", &[]).await?;
    b.check_accessibility("with everything open").await?;
    // One form is nothing to compare.
    b.fill_in("option-forms-3", "").await?;
    let error = b.text_of("#option-forms-error").await?;
    ensure!(error.contains("Tick 2 to 4"), "with one form it says \"{error}\"");
    b.fill_in("colour-text", "nonsense").await?;
    b.fill_in("colour-background", "#777777").await?;
    b.fill_in("script-address", "C:\\files").await?;
    // The preview shows those colours, whose contrast is what the builder complains of.
    b.js::<Value>("document.querySelector('#preview').replaceChildren()", &[]).await?;
    b.check_accessibility("with errors").await?;
    b.fill_in("policy", "script-src 'self'; frame-src 'none'; style-src 'self'").await?;
    b.js::<Value>("document.querySelector('#check-form form').requestSubmit()", &[]).await?;
    b.wait_for("the answer", "return !!document.querySelector('.bld-line')", &[]).await?;
    b.check_accessibility("with a policy").await?;
    for guide in ["index", "sharepoint-administrators"] {
        b.go_to(&format!("{}/guides/{guide}.html", b.origin())).await?;
        b.check_accessibility(guide).await?;
    }
    Ok(())
}
