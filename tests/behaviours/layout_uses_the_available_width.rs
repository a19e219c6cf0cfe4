//! In a table cell, a dialog, a float, a flex item and all other containers, each element uses the available width.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::layouts::Layouts;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    Layouts { head: "", loading: "eager", state: "runs" }.hold(b).await
}
