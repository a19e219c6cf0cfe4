//! axe finds no violation in any fallback, or in the content before a widget starts.

use anyhow::Result;

use crate::harness::Browser;
use crate::states::is_accessible;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    is_accessible("fallback", b).await
}
