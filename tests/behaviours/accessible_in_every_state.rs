//! axe finds no violation in any state of the finder.

use anyhow::Result;

use crate::harness::Browser;
use crate::states::is_accessible;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    is_accessible("finder", b).await
}
