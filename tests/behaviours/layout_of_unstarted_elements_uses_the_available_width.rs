//! An element that has not started has its final width in every container, so that nothing moves when it starts.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::layouts::Layouts;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    Layouts { head: "", loading: "lazy", state: "waits" }.hold(b).await
}
