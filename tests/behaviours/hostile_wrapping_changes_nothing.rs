//! An editor that wraps what it does not know in `<p>`, empties attributes and puts it into cells: each element is shown.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::all_elements::all_run;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("hostile-wrapped.html").await?;
    all_run(b).await
}
