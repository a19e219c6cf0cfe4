//! Old libraries that add enumerable properties to every object and replace native functions do not affect the widget.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::{Expected, works};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("old-library.html").await?;
    let finder = b.finder().await?;
    works(&finder).await?;
    b.js_async::<Value>("await gpFederations.ready", &[]).await?;
    let found: usize = b.js("return gpFederations.search({ text: 'warrington' }).matching", &[]).await?;
    ensure!(found == Expected::text("warrington").len());
    Ok(())
}
