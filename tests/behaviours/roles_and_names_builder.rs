//! Every control of the builder has a role and a name for screen readers, in every engine.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::harness::Browser;

const EXPECTED: [(&str, &str, &str); 12] = [
    ("body a[href]", "link", "Skip to main content"),
    ("#choose-show-finder", "radio", "A finder of GP federations"),
    ("#choose-host-static", "radio", "HTML that you can edit"),
    ("#option-heading", "textbox", "Heading"),
    ("#option-region", "combobox", "Which NHS region should it show first?"),
    ("#more > summary", "summary", "More settings"),
    ("#script-address", "textbox", "Web address of the folder with the widget files"),
    ("#policy", "textbox", "Content-Security-Policy of your page"),
    (".bld-copy-button", "button", "Copy…"),
    ("#preview-width-tablet", "radio", "Tablet (768 pixels)"),
    ("#preview", "region", "Your page with the widget"),
    ("#list-template", "link", "Download a template for Excel"),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static").await?;
    b.js::<Value>("document.querySelectorAll('details').forEach((it) => { it.open = true; })", &[]).await?;
    for (css, role, name) in EXPECTED {
        b.has_role_and_name(&b.find(css).await?, role, name).await.context(css)?;
    }
    b.all_named(&b.controls_shown().await?).await
}
