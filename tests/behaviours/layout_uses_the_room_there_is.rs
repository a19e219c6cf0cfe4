//! In a table cell, a dialog, a float, a flex item and all other places of a page, each element takes the room that there is.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::layouts::Layouts;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    Layouts { head: "", loading: "eager", state: "runs" }.hold(b).await
}
