//! Some editors wrap unknown elements in `<p>`, empty their attributes and move them into table cells: each element
//! still appears.

use anyhow::Result;

use crate::harness::Browser;
use crate::harness::all_elements::all_run;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("hostile-wrapped.html").await?;
    all_run(b).await
}
