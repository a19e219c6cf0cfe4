//! Some systems wrap the whole page in a form: neither Enter nor our buttons submit it, and none of our fields is in
//! its data.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;
use gpf_domain::search::{Query, Sort};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("form.html").await?;
    let finder = b.finder().await?;
    Expected::everything().is_shown_by(&finder).await?;
    let sent = "document.querySelector('form').addEventListener('submit', () => { window.sent = true; });";
    b.js::<Value>(sent, &[]).await?;
    finder.search("health").await?;
    b.press(Key::Enter).await?;
    Expected::text("health").is_shown_by(&finder).await?;
    finder.clear().await?;
    Expected::everything().is_shown_by(&finder).await?;
    finder.click(".gpf-show-all").await?;
    finder.eventually_shows(&Expected::of(Query { sort: Sort::Name, ..Query::default() }).ids()).await?;
    finder.choose("#gpf-region", Region::London.name()).await?;
    b.press(Key::Enter).await?;
    // Closes a native list that Enter might have opened.
    b.press(Key::Escape).await?;
    b.settle(200).await?;

    let was_sent: bool = b.js("return !!window.sent", &[]).await?;
    ensure!(!was_sent && !b.address().await?.contains('?'), "the page's form was sent");
    let fields: Vec<String> = b.js("return [...new FormData(document.querySelector('form')).keys()]", &[]).await?;
    ensure!(fields == ["__VIEWSTATE"], "the form would send {fields:?}");
    Ok(())
}
