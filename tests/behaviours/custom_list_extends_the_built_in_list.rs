//! A list can extend the built-in one. Additional columns are shown with each federation.

use anyhow::{Result, ensure};
use gpf_domain::import::Merge;

use crate::harness::Browser;
use crate::harness::custom_list::{corpus, first_page};
use crate::harness::oracle::directory;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("custom-list-extends.html").await?;
    let finder = b.finder().await?;
    let both = corpus("excel-utf-8.csv", Merge::Extend);
    ensure!(both.directory.len() > directory().len());
    finder.eventually_shows(&first_page(&both)).await?;
    finder.eventually_contains(".gpf-count", &both.directory.len().to_string()).await?;
    finder.search("halton gp alliance").await?;
    finder.eventually_shows(&["halton-gp-alliance".to_owned()]).await?;
    finder.click(".gpf-federation > summary").await?;
    finder.eventually_contains(".gpf-federation dl", "0151 496 0000").await?;
    finder.eventually_contains(".gpf-footer", "List: excel-utf-8.csv.").await
}
