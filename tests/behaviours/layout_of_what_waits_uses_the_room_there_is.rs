//! An element that has not started is as wide as it will be, in every container: nothing moves when it starts.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::layouts::Layouts;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    Layouts { head: "", loading: "lazy", state: "waits" }.hold(b).await
}
